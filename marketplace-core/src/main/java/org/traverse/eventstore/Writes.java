package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements of event handlers, sent together when the last event of their batch has been handled: a few round trips
 * instead of one for each. That is before the token is stored, so that whoever locks tables and then tokens is in nobody's
 * way.
 *
 * <p>Equal statements of different sequences go together, which changes nothing: what a sequencing policy keeps apart may
 * be handled in any order. The statements of one sequence keep theirs. Whoever reads what was written before calls {@link
 * #flush()} first.
 */
public class Writes {
    private static final String SEQUENCE = Writes.class.getName() + ".sequence";
    private static final String OF_THIS_BATCH = Writes.class.getName();

    private static final Phase DECIDED = Phase.PREPARE_COMMIT;

    /** As many executions of one statement as may be sent together. */
    private record Run(String statement, List<Object[]> parameters) {}

    private static final class Batch {
        private final JdbcTemplate sql;
        private final List<Run> runs = new ArrayList<>();
        private final Map<String, Integer> lastRunOf = new HashMap<>();

        Batch(JdbcTemplate sql) {
            this.sql = sql;
        }

        void add(String sequence, String statement, Object[] parameters) {
            int run = lastRunOf.getOrDefault(sequence, 0);
            while (run < runs.size() && !runs.get(run).statement().equals(statement)) {
                run++;
            }
            if (run == runs.size()) {
                runs.add(new Run(statement, new ArrayList<>()));
            }
            runs.get(run).parameters().add(parameters);
            lastRunOf.put(sequence, run);
        }

        void send() {
            List<Run> now = List.copyOf(runs);
            runs.clear();
            lastRunOf.clear();
            now.forEach(run -> sql.batchUpdate(run.statement(), run.parameters()));
        }
    }

    private final JdbcTemplate sql;

    public Writes(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** From now on the unit of work handles events of this sequence. */
    static void in(UnitOfWork<?> unit, String sequence) {
        unit.resources().put(SEQUENCE, sequence);
    }

    /**
     * At once where there is no unit of work, or none whose end could be waited for.
     *
     * @param statement with a {@code ?} for each parameter
     */
    public void add(String statement, Object... parameters) {
        if (!CurrentUnitOfWork.isStarted() || !CurrentUnitOfWork.get().phase().isBefore(DECIDED)) {
            sql.update(statement, parameters);
            return;
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        String sequence = unit.getOrDefaultResource(SEQUENCE, "");
        unit.<Batch>getOrComputeResource(OF_THIS_BATCH, key -> begin(unit)).add(sequence, statement, parameters);
    }

    private Batch begin(UnitOfWork<?> unit) {
        var batch = new Batch(sql);
        unit.onPrepareCommit(committing -> batch.send());
        return batch;
    }

    /** Sends at once what has been added. */
    public void flush() {
        CurrentUnitOfWork.ifStarted(Writes::send);
    }

    static void send(UnitOfWork<?> unit) {
        Batch batch = unit.getResource(OF_THIS_BATCH);
        if (batch != null) {
            batch.send();
        }
    }
}
