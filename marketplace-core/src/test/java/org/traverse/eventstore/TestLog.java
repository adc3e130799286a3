package org.traverse.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigId;

/** An event log in an empty database of a real server, and what a test does to it. */
final class TestLog implements AutoCloseable {
    static final Serializer JSON = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new StoredJson())
            .build();

    static final String MASTER = "bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXQ=";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Until the JVM ends: one server for all tests, with a migrated database to be copied. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.start();
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", "template1"))
                        .schemas("eventstore")
                        .locations("classpath:db/eventstore")
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    final HikariDataSource database = database("template1");
    final JdbcTemplate sql = new JdbcTemplate(database);
    final PersonalKeys keys = keys(database, PersonalKeys.REMEMBERED);
    final EventSerializer serializer = serializer(keys);
    final EventLog log;
    private final TransactionTemplate transactions;

    TestLog() {
        var manager = new JdbcTransactionManager(database);
        log = new EventLog(sql, serializer, NoOpEventUpcaster.INSTANCE);
        transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Those of a node, which remembers them by itself. */
    static PersonalKeys keys(DataSource database, Duration remembered) {
        return new PersonalKeys(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new MasterKeys(MASTER, List.of()),
                remembered);
    }

    static EventSerializer serializer(PersonalKeys keys) {
        return new EventSerializer(JSON, EventNames.onTheClassPath(), new PersonalData(keys, JSON.getConverter()));
    }

    /** Without a key: what is personal stays as it is. */
    static EventSerializer plain(EventNames names) {
        return new EventSerializer(JSON, names, new PersonalData(null, JSON.getConverter()) {
            @Override
            boolean isIn(Class<?> event, String name) {
                return false;
            }
        });
    }

    static HikariDataSource emptyDatabase() {
        return database("template0");
    }

    private static HikariDataSource database(String template) {
        String name = "log" + DATABASES.incrementAndGet();
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase())
                .execute("create database " + name + " template " + template);
        var database = new HikariDataSource();
        database.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", name));
        database.setMaximumPoolSize(20);
        database.setConnectionInitSql("set search_path to eventstore");
        return database;
    }

    /** In a transaction of its own, also when the caller is in one. */
    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    void rolledBack(Runnable work) {
        transactions.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    void append(GigId stream, long sequence) {
        inTransaction(() -> log.appendEvents(event(stream, sequence)));
    }

    static DomainEventMessage<?> event(GigId stream, long sequence) {
        return event(stream, sequence, Instant.parse("2026-11-23T09:00:00.123456Z"));
    }

    static DomainEventMessage<?> event(GigId stream, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                "Gig", stream.toString(), sequence, new GenericMessage<>(new GigPublished(stream, at)), at);
    }

    List<TrackedEventMessage<?>> tail(TrackingToken after) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        log.readEvents(after, false).forEach(events::add);
        return events;
    }

    /** Everything that can be read, as {@code stream@sequence}. */
    List<String> tail() {
        return tail(null).stream().map(TestLog::name).toList();
    }

    static String name(TrackedEventMessage<?> event) {
        var domain = (DomainEventMessage<?>) event;
        return name(domain.getAggregateIdentifier(), domain.getSequenceNumber());
    }

    static String name(Object stream, long sequence) {
        return stream + "@" + sequence;
    }

    @Override
    public void close() {
        database.close();
    }
}
