package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.Note.NoteTaken;
import org.traverse.eventstore.Note.TakeNote;

/**
 * Events a second that a read model in PostgreSQL takes in when it is made anew, beside the same upserts by themselves: in
 * JDBC batches, of values that are in memory.
 */
final class RebuildBench {
    private static final String GROUP = "bench-notes";
    private static final int EVENTS_OF_A_STREAM = 10;
    private static final int BATCH = 1_000;
    private static final String UPSERT = """
            insert into noted (id, text, signs) values (?, ?, ?)
            on conflict (id) do update set text = excluded.text, signs = noted.signs + excluded.signs""";

    /** Notes as they stand. Table: noted. */
    @Component
    @ProcessingGroup(GROUP)
    static class Notes {
        private final Writes writes;

        Notes(Writes writes) {
            this.writes = writes;
        }

        @EventHandler
        void on(NoteTaken event) {
            writes.add(UPSERT, values(event));
        }
    }

    private static Object[] values(NoteTaken event) {
        return new Object[] {event.id(), event.text(), event.text().length()};
    }

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final SecondReading reading;
    private final List<NoteTaken> notes;
    private final int segments;

    private RebuildBench(JdbcTemplate sql, SecondReading reading, List<NoteTaken> notes, int segments) {
        this.segments = segments;
        this.sql = sql;
        transaction = new TransactionTemplate(new JdbcTransactionManager(sql.getDataSource()));
        this.reading = reading;
        this.notes = notes;
    }

    static void run(Options options) throws Exception {
        int events = options.number("events", 200_000);
        int rounds = options.number("rounds", 5);
        try (var postgres = new BenchPostgres();
                var node = BenchNode.start(postgres.emptyDatabase())) {
            node.stopReading();
            var sql = node.the(JdbcTemplate.class);
            var bench = new RebuildBench(
                    sql, node.the(SecondReading.class), fill(node, sql, events), options.number("segments", 2));
            bench.compare(rounds);
        }
    }

    /** As many events as asked for, the first of them appended by a command and the others written like it. */
    private static List<NoteTaken> fill(BenchNode.Running node, JdbcTemplate sql, int events) {
        node.commands().sendAndWait(new TakeNote(UUID.randomUUID(), Note.TEXT));
        sql.update("""
                insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                select id, round, row_number() over (), aggregate, type, revision, gen_random_uuid(), at, metadata,
                    convert_to(replace(convert_from(payload, 'UTF8'), stream, id), 'UTF8')
                from event,
                    (select round, md5((n / 50)::text || '/' || (n % 50))::uuid::text as id
                     from generate_series(0, ?) round, generate_series(1, ?) n order by round, n) as many""", EVENTS_OF_A_STREAM - 1, events / EVENTS_OF_A_STREAM);
        sql.execute("vacuum analyze event");
        return sql.query(
                "select stream from event order by xid, number",
                (row, number) -> new NoteTaken(UUID.fromString(row.getString(1)), Note.TEXT));
    }

    private void compare(int rounds) throws Exception {
        for (String schema : List.of("ours", "plain")) {
            sql.execute("create schema " + schema);
            sql.execute(
                    "create table " + schema + ".noted (id uuid primary key, text text not null, signs int not null)");
        }
        ours();
        plain();
        if (!sql.queryForList("select * from ours.noted except all select * from plain.noted")
                .isEmpty()) {
            throw new IllegalStateException("The two differ in what they have written");
        }
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                ours.add(ours());
                plain.add(plain());
            } else {
                plain.add(plain());
                ours.add(ours());
            }
            ratios.add(ours.get(round) / plain.get(round));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "rebuild ours=%.0f plain=%.0f ratio=%.2f range=%.2f-%.2f rounds=%d events=%d segments=%d",
                Figures.median(ours),
                Figures.median(plain),
                Figures.median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                rounds,
                notes.size(),
                segments));
    }

    private double ours() throws InterruptedException {
        sql.execute("truncate ours.noted");
        EventPosition newest = reading.newest();
        reading.begin(GROUP, segments);
        long begin = System.nanoTime();
        try (var reader = reading.read(GROUP, "ours", BATCH)) {
            while (!reading.position(GROUP).equals(newest)) {
                Thread.sleep(10);
            }
            return rate(begin);
        }
    }

    private double plain() {
        sql.execute("truncate plain.noted");
        long begin = System.nanoTime();
        for (int from = 0; from < notes.size(); from += BATCH) {
            var batch = notes.subList(from, Math.min(from + BATCH, notes.size()));
            transaction.executeWithoutResult(status -> {
                sql.queryForObject(
                        "select set_config('search_path', 'plain', true) || set_config('synchronous_commit', 'off', true)",
                        String.class);
                sql.batchUpdate(UPSERT, batch.stream().map(RebuildBench::values).toList());
            });
        }
        return rate(begin);
    }

    private double rate(long begin) {
        return notes.size() / ((System.nanoTime() - begin) / 1e9);
    }
}
