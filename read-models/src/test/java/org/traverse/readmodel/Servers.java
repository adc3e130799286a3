package org.traverse.readmodel;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import org.traverse.readmodel.embedded.EmbeddedElasticsearch;
import org.traverse.readmodel.embedded.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** The real servers of this module's tests, started when first asked for and ended with the JVM. */
public final class Servers {
    private Servers() {}

    public static DataSource postgres() {
        return Postgres.RUNNING.dataSource();
    }

    public static ElasticsearchClient elasticsearch(JsonMapper json) {
        return Elasticsearch.client(ElasticsearchServer.RUNNING.uri(), json);
    }

    private static final class Postgres {
        static final EmbeddedPostgres RUNNING =
                EmbeddedPostgres.start(Path.of("target/servers/postgresql"), Path.of("target/postgresql"));
    }

    private static final class ElasticsearchServer {
        static final EmbeddedElasticsearch RUNNING = EmbeddedElasticsearch.start(
                Path.of(System.getProperty(EmbeddedElasticsearch.HOME)), Path.of("target/servers/elasticsearch"));
    }
}
