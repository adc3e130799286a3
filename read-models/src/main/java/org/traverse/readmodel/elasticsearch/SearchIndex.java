package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.traverse.eventstore.ParkedEvents;
import org.traverse.eventstore.ServerAway;

/** One index of whole documents, each with the transaction of the event it tells of as its version. */
public class SearchIndex {
    /** Ids in the order of relevance, and how many there are in all. */
    public record Hits(List<UUID> ids, long total) {}

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private static final String STORE = "store";

    private final ElasticsearchClient elasticsearch;
    private final Supplier<String> store;
    private final String name;
    private final TypeMapping mapping;

    /** @param store the id of the store whose events fill it */
    SearchIndex(ElasticsearchClient elasticsearch, Supplier<String> store, String name, TypeMapping mapping) {
        this.elasticsearch = elasticsearch;
        this.store = store;
        this.name = name;
        this.mapping = mapping;
    }

    String name() {
        return name;
    }

    /** False when it is missing, or was filled from another store, or was emptied and is not known to be read anew. */
    boolean isOfThisStore() {
        var found = call(() -> elasticsearch
                        .indices()
                        .getMapping(mappings -> mappings.index(name).ignoreUnavailable(true)))
                .get(name);
        JsonData id = found == null ? null : found.mappings().meta().get(STORE);
        return id != null && id.to(String.class).equals(store.get());
    }

    /**
     * A stale node may write late, but never over a newer fact: such a document is left as it is. What tells of a parked
     * event comes late as well, but is made of all that is known by now, and so takes the place of what is there.
     */
    public void write(Map<UUID, ?> documents, long version) {
        if (documents.isEmpty()) {
            return;
        }
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

    public Hits search(Query query, int limit) {
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
        call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(name)));
    }

    /** Forgets every document; that all events are to be read again is to be decided in the same transaction. */
    public void clear() {
        call(() -> elasticsearch.indices().delete(delete -> delete.index(name).ignoreUnavailable(true)));
        call(() -> elasticsearch
                .indices()
                .create(index -> index.index(name)
                        .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0"))
                        .mappings(mapping)));
        String id = store.get();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sign(id);
                }
            });
        } else {
            sign(id);
        }
    }

    /** Not before it is certain to be filled: else one emptied just before a crash would pass for complete. */
    private void sign(String id) {
        call(() -> elasticsearch
                .indices()
                .putMapping(mappings -> mappings.index(name).meta(STORE, JsonData.of(id))));
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
