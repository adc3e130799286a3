package org.traverse.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.traverse.eventstore.Append.Row;

/**
 * The one statement that writes events, of one command or of many: in whatever transaction is running, or as one of its
 * own, which is committed when the statement has been answered.
 */
class EventRows {
    /**
     * No row, if the place in the stream is taken, or if the event before it would be read after it. A command of which
     * another's events have taken only a part of the places is torn: the statement divides by zero, and is undone.
     *
     * <p>The arrays stand in queries of their own, so that PostgreSQL does not know how many rows there are and plans once,
     * not each time. Every statement writes streams in the same order, or two of them might wait for each other.
     */
    private static final String INSERT = """
            with given as (
                select * from unnest((select ?::int[]), (select ?::int[]), (select ?::text[]), (select ?::bigint[]),
                        (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::uuid[]),
                        (select ?::timestamptz[]), (select ?::bytea[]), (select ?::bytea[]), (select ?::uuid[]))
                    as row (append, number, stream, sequence, aggregate, type, revision,
                        identifier, at, metadata, payload, command)),
            stored as (
                insert into event
                    (number, stream, sequence, aggregate, type, revision, identifier, at, metadata, payload, command)
                select number, stream, sequence, aggregate, type, revision, identifier, at, metadata, payload, command
                from given
                where coalesce(
                    (select before.xid <= pg_current_xact_id() from event before
                        where before.stream = given.stream and before.sequence = given.sequence - 1),
                    true)
                order by stream, sequence, number
                on conflict on constraint event_in_its_stream do nothing
                returning identifier)
            select case count(stored.identifier) when count(*) then true when 0 then false else 1 / (count(*) - count(*)) = 0 end
            from given left join stored using (identifier)
            group by append
            order by append""";

    private static final String TORN = "22012";

    private static final String NUMBERED =
            "select coalesce(max(number), 0) from event where event.xid = pg_current_xact_id()";

    private final JdbcTemplate sql;

    EventRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Into a transaction that may have stored events before. */
    void insert(Append append) {
        try {
            int before = sql.queryForObject(NUMBERED, Integer.class);
            if (!insert(List.of(append), before).get(0)) {
                throw append.lostRace();
            }
        } catch (RuntimeException e) {
            throw explained(e, append);
        }
    }

    /** Into a transaction of their own. Of each of them: was it stored? If not, another had stored its events before. */
    List<Boolean> insert(List<Append> appends) {
        return insert(appends, 0);
    }

    private List<Boolean> insert(List<Append> appends, int before) {
        Integer[] owners = IntStream.range(0, appends.size())
                .boxed()
                .flatMap(append -> appends.get(append).rows().stream().map(row -> append))
                .toArray(Integer[]::new);
        Integer[] numbers = IntStream.rangeClosed(before + 1, before + owners.length)
                .boxed()
                .toArray(Integer[]::new);
        List<Row> rows =
                appends.stream().flatMap(append -> append.rows().stream()).toList();
        return sql.query(
                connection -> {
                    if (!connection.getAutoCommit() && !TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw new IllegalStateException(
                                "Connections have to commit by themselves outside transactions");
                    }
                    var insert = new Parameters(connection, connection.prepareStatement(INSERT), rows);
                    insert.set("int4", owners);
                    insert.set("int4", numbers);
                    insert.set("text", Row::stream);
                    insert.set("int8", Row::sequence);
                    insert.set("text", Row::aggregate);
                    insert.set("text", Row::type);
                    insert.set("text", Row::revision);
                    insert.set("uuid", Row::identifier);
                    insert.set("timestamptz", Row::at);
                    insert.set("bytea", rows.stream().map(Row::metadata).toArray(byte[][]::new));
                    insert.set("bytea", rows.stream().map(Row::payload).toArray(byte[][]::new));
                    insert.set("uuid", Row::command);
                    return insert.statement;
                },
                (row, number) -> row.getBoolean(1));
    }

    /** Column by column. */
    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Row> rows;
        private int set;

        Parameters(Connection connection, PreparedStatement statement, List<Row> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void set(String type, Function<Row, Object> column) throws SQLException {
            set(type, rows.stream().map(column).toArray());
        }

        void set(String type, Object[] values) throws SQLException {
            statement.setArray(++set, connection.createArrayOf(type, values));
        }
    }

    /** Is it the fault of one command, so that the others of its group may be stored without it? */
    static boolean isOfOneOnly(RuntimeException e) {
        return e instanceof DataIntegrityViolationException || e instanceof ConcurrencyFailureException;
    }

    /** To the sender of a command that was alone in its statement. */
    static RuntimeException explained(RuntimeException failure, Append append) {
        if (isTorn(failure)) {
            return append.lostRace();
        }
        if (failure instanceof DuplicateKeyException) {
            return new EventStoreException("An event is already stored: " + append, failure);
        }
        if (failure instanceof ConcurrencyFailureException) {
            return new ConcurrencyException("Somebody was in the way: " + append, failure);
        }
        return failure;
    }

    /** As Spring has it, a division by zero is a violation of integrity. */
    private static boolean isTorn(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException violation
                && violation.getRootCause() instanceof SQLException cause
                && TORN.equals(cause.getSQLState());
    }
}
