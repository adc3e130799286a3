package org.traverse.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.eventstore.Note.TakeNote;

/**
 * Commands a second through the gateway, of so many callers who each wait for the answer, beside as many who INSERT and
 * COMMIT the same bytes one by one, and beside Axon's own engine.
 */
final class AppendBench {
    private static final int WARM_UP_MS = 3_000;

    private final int millis;
    private final int rounds;
    private final Disk disk = new Disk();

    private AppendBench(Options options) {
        millis = options.number("seconds", 2) * 1_000;
        rounds = options.number("rounds", 5);
    }

    static void run(Options options) throws Exception {
        var bench = new AppendBench(options);
        try (var postgres = new BenchPostgres();
                var ours = BenchNode.start(postgres.emptyDatabase());
                var stock = new StockAxon(postgres.emptyDatabase())) {
            ours.stopReading();
            for (int writers : options.numbers("writers", "1,8,32")) {
                bench.compare(
                        writers,
                        ours.commands(),
                        stock.commands(),
                        ours.the(HikariDataSource.class).getJdbcUrl());
            }
        }
        bench.disk.mustHaveBeenEven();
    }

    private void compare(int writers, CommandGateway ours, CommandGateway stock, String url) throws Exception {
        try (var database = BenchPostgres.pool(url, writers)) {
            Writer command = () -> ours.sendAndWait(new TakeNote(UUID.randomUUID(), Note.TEXT));
            Writer stocks = () -> stock.sendAndWait(new TakeNote(UUID.randomUUID(), Note.TEXT));
            command.write();
            var plain = new Plain(database);
            List<Writer> engines = new ArrayList<>(List.of(command, plain, stocks));
            Map<Writer, List<Double>> rates = new HashMap<>();
            for (Writer engine : engines) {
                rates.put(engine, new ArrayList<>());
                rate(engine, writers, WARM_UP_MS);
            }
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                disk.ask();
                Map<Writer, Double> now = new HashMap<>();
                for (Writer engine : engines) {
                    now.put(engine, rate(engine, writers, millis));
                    rates.get(engine).add(now.get(engine));
                }
                ratios.add(now.get(command) / now.get(plain));
                Collections.rotate(engines, 1);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "append writers=%d ours=%.0f plain=%.0f stock=%.0f range=%.2f-%.2f ratio=%.2f rounds=%d flush_us=%d",
                    writers,
                    Figures.median(rates.get(command)),
                    Figures.median(rates.get(plain)),
                    Figures.median(rates.get(stocks)),
                    Collections.min(ratios),
                    Collections.max(ratios),
                    Figures.median(ratios),
                    rounds,
                    disk.medianMicros()));
            plain.drop();
        }
    }

    private interface Writer {
        void write() throws Exception;
    }

    /** The row of one command as the event log has stored it, again and again under another name. */
    private static final class Plain implements Writer {
        private final HikariDataSource database;
        private final Map<String, Object> row;

        Plain(HikariDataSource database) {
            this.database = database;
            var sql = new JdbcTemplate(database);
            row = new TreeMap<>(sql.queryForMap("select * from event limit 1"));
            sql.execute("create table plain (like event including all)");
        }

        @Override
        public void write() throws SQLException {
            try (var open = database.getConnection();
                    PreparedStatement insert = open.prepareStatement("""
                            insert into plain (number, stream, sequence, aggregate, type, revision, identifier, at,
                                metadata, payload) values (1, ?, 0, ?, ?, ?, ?, ?, ?, ?)""")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setObject(2, row.get("aggregate"));
                insert.setObject(3, row.get("type"));
                insert.setObject(4, row.get("revision"));
                insert.setObject(5, UUID.randomUUID());
                insert.setObject(6, row.get("at"));
                insert.setObject(7, row.get("metadata"));
                insert.setObject(8, row.get("payload"));
                insert.executeUpdate();
            }
        }

        void drop() {
            new JdbcTemplate(database).execute("drop table plain");
        }
    }

    private static double rate(Writer engine, int writers, int millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
        List<Callable<Integer>> work = Collections.nCopies(writers, () -> {
            int written = 0;
            for (; System.nanoTime() < end; written++) {
                engine.write();
            }
            return written;
        });
        int written = 0;
        for (Future<Integer> writer : threads.invokeAll(work)) {
            written += writer.get();
        }
        threads.shutdown();
        return written / ((System.nanoTime() - begin) / 1e9);
    }
}
