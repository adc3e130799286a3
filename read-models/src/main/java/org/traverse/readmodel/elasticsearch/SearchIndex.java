package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One index of whole documents, each with the transaction of the event it tells of as its version. */
public class SearchIndex {
    /** Ids in the order of relevance, and how many there are in all. */
    public record Hits(List<UUID> ids, long total) {}

    private static final int CONFLICT = 409;

    private final ElasticsearchClient elasticsearch;
    private final String name;
    private final TypeMapping mapping;

    public SearchIndex(ElasticsearchClient elasticsearch, String name, TypeMapping mapping) {
        this.elasticsearch = elasticsearch;
        this.name = name;
        this.mapping = mapping;
        create();
    }

    /** A stale node may write late, but never over a newer fact: such a document is left as it is. */
    public void write(Map<UUID, ?> documents, long version) {
        if (documents.isEmpty()) {
            return;
        }
        BulkResponse done = call(() -> elasticsearch.bulk(bulk -> {
            documents.forEach((id, document) -> bulk.operations(operation -> operation.index(index -> index.index(name)
                    .id(id.toString())
                    .versionType(VersionType.ExternalGte)
                    .version(version)
                    .document(document))));
            return bulk;
        }));
        for (BulkResponseItem item : done.items()) {
            ErrorCause error = item.error();
            if (error != null && item.status() != CONFLICT) {
                throw new IllegalStateException(name + " refused " + item.id() + ": " + error.reason());
            }
        }
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

    /** Forgets every document. */
    public void clear() {
        call(() -> elasticsearch.indices().delete(delete -> delete.index(name).ignoreUnavailable(true)));
        create();
    }

    private void create() {
        boolean exists = call(() -> elasticsearch.indices().exists(index -> index.index(name)))
                .value();
        if (!exists) {
            call(() -> elasticsearch
                    .indices()
                    .create(index -> index.index(name)
                            .settings(settings -> settings.numberOfShards("1").numberOfReplicas("0"))
                            .mappings(mapping)));
        }
    }

    private interface Call<T> {
        T make() throws IOException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
