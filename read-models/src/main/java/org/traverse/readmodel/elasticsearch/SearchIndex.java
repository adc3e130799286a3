package org.traverse.readmodel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.traverse.eventstore.ParkedEvents;
import org.traverse.eventstore.ServerAway;

/**
 * One index of whole documents, each with the transaction of the event it tells of as its version.
 *
 * <p>What it is called in Elasticsearch stands in a table of its read model, and is asked for each time: while another is
 * filled to take its place, that one's transactions meet a table of their own, with its name.
 */
public class SearchIndex {
    /** Ids in the order of relevance, and how many there are in all. */
    public record Hits(List<UUID> ids, long total) {}

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    /** Marks what holds all documents of a store; the other, what is being filled from it. */
    private static final String STORE = "store";

    private static final String MADE_FOR = "made-for";

    private static final int NOT_FOUND = 404;
    private static final int PAGE = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final JdbcClient sql;
    private final String name;
    private final TypeMapping mapping;

    SearchIndex(ElasticsearchClient elasticsearch, JdbcClient sql, String name, TypeMapping mapping) {
        this.elasticsearch = elasticsearch;
        this.sql = sql;
        this.name = name;
        this.mapping = mapping;
    }

    public String name() {
        return name;
    }

    /** What it is called at present; or, in the transactions of a rebuild, what the one being filled is called. */
    String present() {
        return sql.sql("select name from " + table()).query(String.class).single();
    }

    private String table() {
        return name + "_index";
    }

    private String store() {
        return sql.sql("select id from eventstore.store_identity")
                .query(String.class)
                .single();
    }

    /** False when it is missing, or was filled from another store, or was emptied and is not known to be read anew. */
    boolean isOfThisStore() {
        String name = present();
        var found = call(() -> elasticsearch
                        .indices()
                        .getMapping(mappings -> mappings.index(name).ignoreUnavailable(true)))
                .get(name);
        JsonData id = found == null ? null : found.mappings().meta().get(STORE);
        return id != null && id.to(String.class).equals(store());
    }

    /**
     * A stale node may write late, but never over a newer fact: such a document is left as it is. What tells of a parked
     * event comes late as well, but is made of all that is known by now, and so takes the place of what is there.
     */
    public void write(Map<UUID, ?> documents, long version) {
        if (documents.isEmpty()) {
            return;
        }
        String name = present();
        Map<UUID, Long> versions = ParkedEvents.isLate() ? versions(documents.keySet()) : Map.of();
        BulkResponse done = call(() -> elasticsearch.bulk(bulk -> {
            documents.forEach((id, document) -> bulk.operations(operation -> operation.index(index -> index.index(name)
                    .id(id.toString())
                    .versionType(VersionType.ExternalGte)
                    .version(Math.max(version, versions.getOrDefault(id, version)))
                    .document(document))));
            return bulk;
        }));
        for (BulkResponseItem item : done.items()) {
            ErrorCause error = item.error();
            if (error != null && isAway(item.status())) {
                throw new ServerAway(name + " takes no documents now: " + item.status() + " " + error.type(), null);
            }
            if (error != null && item.status() != CONFLICT) {
                throw new RefusedDocument(name + " refused " + item.id() + ": " + error.type());
            }
        }
    }

    private Map<UUID, Long> versions(Set<UUID> ids) {
        String name = present();
        var found = call(() -> elasticsearch.mget(
                get -> get.index(name)
                        .ids(ids.stream().map(UUID::toString).toList())
                        .source(source -> source.fetch(false)),
                Void.class));
        Map<UUID, Long> versions = new HashMap<>();
        for (var document : found.docs()) {
            if (document.isResult() && document.result().version() != null) {
                versions.put(
                        UUID.fromString(document.result().id()),
                        document.result().version());
            }
        }
        return versions;
    }

    /** When another has just taken its place and it is gone, the other one answers. */
    public Hits search(Query query, int limit) {
        String asked = present();
        try {
            return search(asked, query, limit);
        } catch (ElasticsearchException e) {
            String now = present();
            if (e.status() != NOT_FOUND || now.equals(asked)) {
                throw e;
            }
            return search(now, query, limit);
        }
    }

    private Hits search(String name, Query query, int limit) {
        var found = call(() -> elasticsearch.search(
                search -> search.index(name)
                        .query(query)
                        .size(limit)
                        .source(source -> source.fetch(false))
                        .trackTotalHits(track -> track.enabled(true))
                        .sort(sort -> sort.score(score -> score))
                        .sort(sort -> sort.field(field -> field.field("id"))),
                Void.class));
        return new Hits(
                found.hits().hits().stream()
                        .map(hit -> UUID.fromString(hit.id()))
                        .toList(),
                found.hits().total() == null ? 0 : found.hits().total().value());
    }

    /** Makes what has been written visible to searches now, rather than within a second. */
    public void refresh() {
        String name = present();
        call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(name)));
    }

    /** Of all documents, whole. */
    public Digest digest() {
        String name = present();
        call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(name)));
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        String last = "";
        while (true) {
            String after = last;
            List<Hit<JsonData>> page = call(() -> elasticsearch.search(
                            search -> {
                                search.index(name).size(PAGE).sort(sort -> sort.field(field -> field.field("id")));
                                return after.isEmpty() ? search : search.searchAfter(after);
                            },
                            JsonData.class))
                    .hits()
                    .hits();
            for (Hit<JsonData> hit : page) {
                count++;
                sum = sum.add(hash(hit.id() + hit.source()));
                last = hit.id();
            }
            if (page.size() < PAGE) {
                return new Digest(count, sum);
            }
        }
    }

    private static BigInteger hash(String document) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(document.getBytes(UTF_8));
            return BigInteger.valueOf(ByteBuffer.wrap(md5).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Another, to take the place of this one; {@code schema} holds the table with its name. Made unless it is there. */
    public void makeBeside(String schema) {
        if (beside(schema).isEmpty()) {
            sql.sql("insert into " + schema + "." + table() + " values (?)")
                    .param(name + "-" + UUID.randomUUID())
                    .update();
        }
        String other = beside(schema);
        if (!call(() -> elasticsearch.indices().exists(exists -> exists.index(other)))
                .value()) {
            create(other);
            mark(other, MADE_FOR, store());
        }
    }

    /** All that was written becomes visible, and it counts as filled: the events it lacks, if any, will be read. */
    public void completeBeside(String schema) {
        String other = beside(schema);
        call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(other)));
        sign(other, store());
    }

    private String beside(String schema) {
        boolean there = sql.sql("select to_regclass(?) is not null")
                .param(schema + "." + table())
                .query(Boolean.class)
                .single();
        return there
                ? sql.sql("select name from " + schema + "." + table())
                        .query(String.class)
                        .optional()
                        .orElse("")
                : "";
    }

    /** Removes all that were made for this store and are neither the live one nor the one that {@code schema} names. */
    public void sweep(String schema) {
        var found = call(() -> elasticsearch
                .indices()
                .getMapping(mappings -> mappings.index(name, name + "-*").ignoreUnavailable(true)));
        String store = store();
        var kept = List.of(beside(schema), present()); // in this order: the first may become the second meanwhile
        found.result().forEach((other, record) -> {
            boolean ours = Stream.of(STORE, MADE_FOR)
                    .map(record.mappings().meta()::get)
                    .anyMatch(id -> id != null && id.to(String.class).equals(store));
            if (ours && !kept.contains(other)) {
                delete(other);
            }
        });
    }

    private void delete(String other) {
        call(() -> elasticsearch.indices().delete(delete -> delete.index(other).ignoreUnavailable(true)));
    }

    /** Forgets every document; that all events are to be read again is to be decided in the same transaction. */
    public void clear() {
        String name = present();
        delete(name);
        create(name);
        String id = store();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sign(name, id);
                }
            });
        } else {
            sign(name, id);
        }
    }

    private void create(String name) {
        call(() -> elasticsearch
                .indices()
                .create(index -> index.index(name)
                        .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0"))
                        .mappings(mapping)));
    }

    /** Not before it is certain to be filled: else one emptied just before a crash would pass for complete. */
    private void sign(String name, String store) {
        mark(name, STORE, store);
    }

    private void mark(String name, String key, String store) {
        call(() -> elasticsearch
                .indices()
                .putMapping(mappings -> mappings.index(name).meta(key, JsonData.of(store))));
    }

    private interface Call<T> {
        T make() throws IOException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new ServerAway("Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            throw isAway(e.status()) ? new ServerAway("Elasticsearch cannot answer: " + e.status(), e) : e;
        }
    }

    /** Too much at once, or a fault of its own: nothing that another document would meet with more luck. */
    private static boolean isAway(int status) {
        return status == TOO_MANY || status >= 500;
    }
}
