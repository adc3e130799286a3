package org.traverse.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.Note.NoteTaken;

/**
 * Writers of the same streams, each event in a transaction that takes a while; every tenth is rolled back, some writers'
 * clocks are off by up to 300 s, and one stops in the middle for a third of the race. What do readers see of it?
 */
final class RaceBench {
    private static final List<String> ENGINES = List.of("id-cursor", "stock", "ours");
    private static final int STREAMS = 24;
    private static final long SKEW_SECONDS = 300;

    private final int writers;
    private final int skewed;
    private final Duration race;
    private final long seed = System.nanoTime();

    private static class RollBack extends RuntimeException {}

    private interface Reader {
        /** Adds what is new, as {@code stream@sequence}. */
        void readOn(List<String> read);
    }

    private RaceBench(Options options) {
        writers = options.number("writers", 8);
        skewed = options.number("skewed", 4);
        race = Duration.ofSeconds(options.number("seconds", 30));
    }

    /** What one engine's reader has seen of what was committed. */
    record Result(String engine, int committed, int neverSeen, int seenTwice, int reversed) {
        @Override
        public String toString() {
            return "race engine=" + engine + " committed=" + committed + " never_seen=" + neverSeen + " seen_twice="
                    + seenTwice + " reversed=" + reversed;
        }
    }

    static List<Result> run(Options options) throws Exception {
        var bench = new RaceBench(options);
        try (var postgres = new BenchPostgres()) {
            List<Result> results = new ArrayList<>(bench.ours(postgres.emptyDatabase()));
            results.addAll(bench.stock(postgres.emptyDatabase()));
            results.sort(Comparator.comparing(result -> ENGINES.indexOf(result.engine())));
            return results;
        }
    }

    /** The log's own reader, and beside it one that follows a number that rises with each row. */
    private List<Result> ours(String url) throws Exception {
        try (var database = BenchPostgres.pool(url, writers + 8)) {
            BenchPostgres.migrate(database);
            var sql = new JdbcTemplate(database);
            sql.execute("alter table event add column id bigint generated always as identity");
            var transactions = new JdbcTransactionManager(database);
            var json = Jackson3Serializer.builder()
                    .jsonMapperBuilderCustomizer(new StoredJson())
                    .build();
            var log = new EventLog(sql, BenchPostgres.serializer(json, transactions), NoOpEventUpcaster.INSTANCE);
            return race(
                    log,
                    transactions,
                    () -> sql.queryForList("select stream || '@' || sequence from event", String.class),
                    Map.of("id-cursor", byNumber(sql), "ours", byToken(log)));
        }
    }

    private List<Result> stock(String url) throws Exception {
        try (var stock = new StockAxon(url)) {
            var sql = new JdbcTemplate((HikariDataSource) stock.transactions.getDataSource());
            return race(
                    stock.engine,
                    stock.transactions,
                    () -> sql.queryForList(
                            "select aggregateidentifier || '@' || sequencenumber from domainevententry", String.class),
                    Map.of("stock", byToken(stock.engine)));
        }
    }

    private interface Committed {
        List<String> all();
    }

    private List<Result> race(
            EventStorageEngine engine, JdbcTransactionManager manager, Committed committed, Map<String, Reader> readers)
            throws Exception {
        var transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        List<UUID> streams = new ArrayList<>();
        for (int stream = 0; stream < STREAMS; stream++) {
            streams.add(UUID.randomUUID());
        }
        var over = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        Map<String, Future<List<String>>> reading = new HashMap<>();
        readers.forEach((name, reader) -> reading.put(name, threads.submit(() -> read(reader, over))));
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            var random = new Random(seed + writer);
            long skew = writer >= skewed
                    ? 0
                    : skewed == 1 ? -SKEW_SECONDS : -SKEW_SECONDS + 2 * SKEW_SECONDS * writer / (skewed - 1);
            writing.add(threads.submit(() -> write(engine, transactions, streams, random, skew)));
        }
        writing.add(threads.submit(() -> pausedInTheMiddle(engine, transactions)));
        for (var writer : writing) {
            writer.get();
        }
        over.set(true);
        List<String> all = committed.all();
        List<Result> results = new ArrayList<>();
        for (var reader : reading.entrySet()) {
            results.add(result(reader.getKey(), all, reader.getValue().get()));
        }
        threads.shutdown();
        return results;
    }

    private void write(
            EventStorageEngine engine, TransactionTemplate transactions, List<UUID> streams, Random random, long skew) {
        long end = System.nanoTime() + race.toNanos();
        while (System.nanoTime() < end) {
            UUID stream = streams.get(random.nextInt(STREAMS));
            boolean rollsBack = random.nextInt(10) == 0;
            try {
                transactions.executeWithoutResult(status -> {
                    long next = engine.lastSequenceNumberFor(stream.toString()).orElse(-1L) + 1;
                    pause(random);
                    engine.appendEvents(event(stream, next, Instant.now().plusSeconds(skew)));
                    pause(random);
                    if (rollsBack) {
                        throw new RollBack();
                    }
                });
            } catch (RollBack meant) {
                // As one in ten is.
            } catch (RuntimeException lost) {
                // Another was faster; the next turn is for another stream.
            }
        }
    }

    private void pausedInTheMiddle(EventStorageEngine engine, TransactionTemplate transactions) {
        LockSupport.parkNanos(race.toNanos() / 8);
        transactions.executeWithoutResult(status -> {
            engine.appendEvents(event(UUID.randomUUID(), 0, Instant.now()));
            LockSupport.parkNanos(race.toNanos() / 3);
        });
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(8_000)));
    }

    private static DomainEventMessage<?> event(UUID stream, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                "Note", stream.toString(), sequence, new GenericMessage<>(new NoteTaken(stream, "short")), at);
    }

    private static List<String> read(Reader reader, AtomicBoolean over) {
        List<String> read = new ArrayList<>();
        for (boolean wasOver = false; !wasOver; LockSupport.parkNanos(1_000_000)) {
            wasOver = over.get();
            reader.readOn(read);
        }
        return read;
    }

    private static Reader byNumber(JdbcTemplate sql) {
        long[] last = {0};
        return read -> sql.query(
                "select id, stream, sequence from event where id > ? order by id",
                row -> {
                    read.add(row.getString("stream") + "@" + row.getLong("sequence"));
                    last[0] = row.getLong("id");
                },
                last[0]);
    }

    private static Reader byToken(EventStorageEngine engine) {
        TrackingToken[] last = {null};
        return read -> {
            try (var events = engine.readEvents(last[0], false)) {
                events.forEach(event -> {
                    var domain = (DomainEventMessage<?>) event;
                    read.add(domain.getAggregateIdentifier() + "@" + domain.getSequenceNumber());
                    last[0] = event.trackingToken();
                });
            }
        };
    }

    private static Result result(String engine, List<String> committed, List<String> read) {
        var seen = new HashSet<>(read);
        var unseen = new HashSet<>(committed);
        unseen.removeAll(seen);
        int reversed = 0;
        Map<String, Long> newest = new HashMap<>();
        for (String event : read) {
            String[] name = event.split("@");
            long sequence = Long.parseLong(name[1]);
            reversed += newest.merge(name[0], sequence, Math::max) > sequence ? 1 : 0;
        }
        return new Result(engine, committed.size(), unseen.size(), read.size() - seen.size(), reversed);
    }
}
