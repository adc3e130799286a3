package org.traverse.api.embedded;

import java.nio.file.Path;
import org.traverse.readmodel.embedded.EmbeddedElasticsearch;
import org.traverse.readmodel.embedded.EmbeddedHome;
import org.traverse.readmodel.embedded.EmbeddedPostgres;

/** PostgreSQL and Elasticsearch, started side by side while the application is put together. */
final class EmbeddedServers implements AutoCloseable {
    private final EmbeddedHome home;
    private final Starting<EmbeddedPostgres> postgres;
    private final Starting<EmbeddedElasticsearch> elasticsearch;

    /**
     * @param postgresPrograms where to unpack PostgreSQL
     * @param elasticsearchHome where the build has unpacked Elasticsearch
     */
    EmbeddedServers(EmbeddedHome home, Path postgresPrograms, Path elasticsearchHome) {
        this.home = home;
        elasticsearch = new Starting<>(
                "elasticsearch", () -> EmbeddedElasticsearch.start(elasticsearchHome, home.resolve("elasticsearch")));
        postgres = new Starting<>(
                "postgresql", () -> EmbeddedPostgres.start(home.resolve("postgresql"), postgresPrograms));
    }

    EmbeddedHome home() {
        return home;
    }

    EmbeddedPostgres postgres() {
        return postgres.started();
    }

    EmbeddedElasticsearch elasticsearch() {
        return elasticsearch.started();
    }

    @Override
    public void close() throws Exception {
        try (home;
                elasticsearch;
                postgres) {
            // in reverse: the folder is given back last
        }
    }
}
