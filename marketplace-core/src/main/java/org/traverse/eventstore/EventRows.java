package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.eventstore.Append.Outcome;
import org.traverse.eventstore.Append.Row;

/** The one statement that writes events, within whatever transaction is running. */
class EventRows {
    /** Nothing, if the place in the stream is taken, or if the event before it would be read after it. */
    private static final String INSERT = """
            insert into event
                (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload, command)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where not exists (select from event before
                where before.stream = ? and before.sequence = ? and before.xid > pg_current_xact_id())
            on conflict on constraint event_in_its_stream do nothing""";

    private static final String NUMBERED =
            "select coalesce(max(number), 0) from event where event.xid = pg_current_xact_id()";

    private record Numbered(int append, int number, Row row) {
        Object[] parameters() {
            return new Object[] {
                row.stream(),
                row.sequence(),
                number,
                row.aggregate(),
                row.type(),
                row.revision(),
                row.identifier(),
                row.at(),
                row.metadata(),
                row.payload(),
                row.command(),
                row.stream(),
                row.sequence() - 1
            };
        }
    }

    private final JdbcTemplate sql;

    EventRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Into a transaction that may have stored events before. */
    void insert(Append append) {
        try {
            int before = sql.queryForObject(NUMBERED, Integer.class);
            if (insert(List.of(append), before).get(0) != Outcome.STORED) {
                throw append.lostRace();
            }
        } catch (RuntimeException e) {
            throw explained(e, append);
        }
    }

    /** Into a transaction that has not written yet. */
    List<Outcome> insert(List<Append> appends) {
        return insert(appends, 0);
    }

    private List<Outcome> insert(List<Append> appends, int before) {
        List<Numbered> rows = new ArrayList<>();
        for (int append = 0; append < appends.size(); append++) {
            for (Row row : appends.get(append).rows()) {
                rows.add(new Numbered(append, before + rows.size() + 1, row));
            }
        }
        // Every group writes streams in the same order, or two of them might wait for each other.
        rows.sort(Comparator.comparing((Numbered numbered) -> numbered.row().stream())
                .thenComparing(numbered -> numbered.row().sequence()));
        int[] inserted =
                sql.batchUpdate(INSERT, rows.stream().map(Numbered::parameters).toList());
        int[] stored = new int[appends.size()];
        for (int row = 0; row < inserted.length; row++) {
            stored[rows.get(row).append()] += inserted[row];
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int append = 0; append < stored.length; append++) {
            outcomes.add(outcome(stored[append], appends.get(append).rows().size()));
        }
        return outcomes;
    }

    private static Outcome outcome(int stored, int all) {
        return stored == all ? Outcome.STORED : stored == 0 ? Outcome.LOST : Outcome.TORN;
    }

    static RuntimeException explained(RuntimeException failure, Append append) {
        if (failure instanceof DuplicateKeyException) {
            return new EventStoreException("An event is already stored: " + append, failure);
        }
        if (failure instanceof ConcurrencyFailureException) {
            return new ConcurrencyException("Somebody was in the way: " + append, failure);
        }
        return failure;
    }
}
