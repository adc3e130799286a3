package org.traverse.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of the bench's own, as durable as one in earnest. */
public final class BenchPostgres implements AutoCloseable {
    /** No event here says anything personal, but there is no start without one. */
    static final String MASTER_KEY = "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXQ=";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder = Files.createTempDirectory("bench-postgres");
    private final int port;
    private EmbeddedPostgres server;

    public BenchPostgres() throws IOException {
        server = start(0);
        port = server.getPort();
        String durability = new JdbcTemplate(server.getPostgresDatabase())
                .queryForObject(
                        "select current_setting('fsync') || current_setting('full_page_writes')"
                                + " || current_setting('synchronous_commit')",
                        String.class);
        if (!"ononon".equals(durability)) {
            throw new IllegalStateException("PostgreSQL is not as durable as it was told to be: " + durability);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("wal_writer_delay", "10s") // for the control of KillBench, to be seen
                .setServerConfig("shared_buffers", "256MB")
                .start();
    }

    /** As a failing machine would end it. */
    void killAndStartAgain() throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Thread.sleep(1_000); // its children notice, and let go of the shared memory
        server.close();
        server = start(port);
    }

    public String emptyDatabase() {
        String name = "bench" + DATABASES.incrementAndGet();
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
        return server.getJdbcUrl("postgres", name);
    }

    /** As a control, which has to lose what it has acknowledged. */
    String emptyDatabaseThatIsNotDurable() {
        String url = emptyDatabase();
        new JdbcTemplate(server.getPostgresDatabase())
                .execute("alter database bench" + DATABASES.get() + " set synchronous_commit = off");
        return url;
    }

    static HikariDataSource pool(String url, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionInitSql("set search_path to eventstore, public");
        return pool;
    }

    static EventSerializer serializer(Serializer json, JdbcTransactionManager transactions) {
        var keys = new PersonalKeys(
                new JdbcTemplate(transactions.getDataSource()),
                transactions,
                new MasterKeys(MASTER_KEY, List.of()),
                PersonalKeys.REMEMBERED);
        return new EventSerializer(json, EventNames.onTheClassPath(), new PersonalData(keys, json.getConverter()));
    }

    static void migrate(HikariDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
