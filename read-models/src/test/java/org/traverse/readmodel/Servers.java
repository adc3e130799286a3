package org.traverse.readmodel;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import org.traverse.readmodel.embedded.EmbeddedElasticsearch;
import org.traverse.readmodel.embedded.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** The real servers of this module's tests: started when first asked for, shared by all, ended with the JVM. */
public final class Servers {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {}

    /** A database of the caller's own, empty. */
    public static DataSource emptyDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        var sql = JdbcClient.create(Postgres.RUNNING.dataSource());
        sql.sql("drop database if exists " + name + " with (force)").update();
        sql.sql("create database " + name).update();
        var database = (PGSimpleDataSource) Postgres.RUNNING.dataSource();
        database.setDatabaseName(name);
        return database;
    }

    /** Shared: take names of indices that no other test takes, and delete what an earlier run left there. */
    public static ElasticsearchClient elasticsearch(JsonMapper json) {
        return Elasticsearch.client(Search.RUNNING.uri(), json);
    }

    private static final class Postgres {
        static final EmbeddedPostgres RUNNING =
                EmbeddedPostgres.start(Path.of("target/servers/postgresql"), Path.of("target/postgresql"));
    }

    private static final class Search {
        static final EmbeddedElasticsearch RUNNING = EmbeddedElasticsearch.start(
                Path.of(System.getProperty(EmbeddedElasticsearch.HOME)), Path.of("target/servers/elasticsearch"));
    }
}
