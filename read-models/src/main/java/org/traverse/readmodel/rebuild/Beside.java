package org.traverse.readmodel.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.SecondReading;

/**
 * Tables like the live ones, in a schema of their own, and the moment in which they take the place of those.
 *
 * <p>That moment is one transaction. Nobody meets a table that is missing or half filled, and none that knows less than
 * the one before.
 */
@Component
class Beside {
    private static final String LIVE = "readmodel";

    /** Readers wait for us that long at most, and we for them; it is tried again soon. */
    private static final String LOCK_TIMEOUT = "500ms";

    /** Of which Spring knows no exception. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Duration CATCHING_UP = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(10);

    /** Written without a schema, when the search path holds nothing but that of the live tables. */
    private static final String KEYS_AND_INDEXES = """
            select statement from (
                select 1 as turn, format('alter table %I add constraint %I %s',
                    owner.relname, c.conname, pg_get_constraintdef(c.oid, true)) as statement
                from pg_constraint c join pg_class owner on owner.oid = c.conrelid
                where owner.relnamespace = 'readmodel'::regnamespace and owner.relname in (:tables)
                    and c.contype in ('p', 'u', 'x')
                union all
                select 2, pg_get_indexdef(i.indexrelid, 0, true)
                from pg_index i join pg_class owner on owner.oid = i.indrelid
                where owner.relnamespace = 'readmodel'::regnamespace and owner.relname in (:tables)
                    and not exists (select from pg_constraint c
                        where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
                union all
                select 3, format('alter table %I add constraint %I %s',
                    owner.relname, c.conname, pg_get_constraintdef(c.oid, true))
                from pg_constraint c join pg_class owner on owner.oid = c.conrelid
                where owner.relnamespace = 'readmodel'::regnamespace and owner.relname in (:tables)
                    and c.contype = 'f') all_of_them
            order by turn""";

    private final JdbcClient sql;
    private final SecondReading reading;
    private final Rebuilds rebuilds;
    private final TransactionTemplate transaction;

    Beside(JdbcClient sql, SecondReading reading, Rebuilds rebuilds, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.reading = reading;
        this.rebuilds = rebuilds;
        transaction = new TransactionTemplate(transactions);
    }

    /** Empty tables with the names, columns, keys and indexes of the live ones. */
    void make(ReadModel model) {
        remove(model);
        run("create schema " + model.schema());
        for (String table : model.tables()) {
            run("create table %s.%s (like %s.%s including all excluding indexes)"
                    .formatted(model.schema(), table, LIVE, table));
        }
        String path = sql.sql("select current_setting('search_path')")
                .query(String.class)
                .single();
        path(LIVE);
        List<String> statements = sql.sql(KEYS_AND_INDEXES)
                .param("tables", model.tables())
                .query(String.class)
                .list();
        path(model.schema());
        statements.forEach(this::run);
        path(path);
    }

    private void path(String path) {
        sql.sql("select set_config('search_path', ?, true)")
                .param(path)
                .query(String.class)
                .single();
    }

    void remove(ReadModel model) {
        run("drop schema if exists " + model.schema() + " cascade");
    }

    /**
     * Puts the tables, and how far they have been filled, in the place of the live ones. False when somebody was in the
     * way, or when the live ones knew more: then nothing has changed.
     */
    boolean takeOver(ReadModel model) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean done = rebuilds.hold(model) && quietly(model);
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (DataAccessException e) {
            if (isInTheWay(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Waited too long for a lock, or for each other. */
    private static boolean isInTheWay(DataAccessException e) {
        return e instanceof ConcurrencyFailureException
                || e.getRootCause() instanceof SQLException refused && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
    }

    /**
     * The locks stop, in this order: whoever tries parked events again; whoever fills the live tables, while they are read
     * on; our own filling, once it has caught up; readers, whose transactions in these tables come to an end before.
     */
    private boolean quietly(ReadModel model) {
        run("set local lock_timeout = '" + LOCK_TIMEOUT + "'");
        reading.holdParked(model.name());
        lock(model, LIVE, "exclusive");
        reading.holdParked(model.name()); // and what has been parked since
        reading.holdFirst(model.name());
        if (!catchesUp(model)) {
            return false;
        }
        lock(model, model.schema(), "access exclusive");
        reading.holdSecond(model.name());
        lock(model, LIVE, "access exclusive");
        run("drop table " + model.tablesIn(LIVE));
        for (String table : model.tables()) {
            run("alter table %s.%s set schema %s".formatted(model.schema(), table, LIVE));
        }
        run("drop schema " + model.schema());
        reading.takeOver(model.name());
        rebuilds.end(model, Rebuilds.State.DONE);
        return true;
    }

    private boolean catchesUp(ReadModel model) {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        while (!reading.hasCaughtUp(model.name())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(POLL);
        }
        return true;
    }

    private void lock(ReadModel model, String schema, String mode) {
        run("lock table " + model.tablesIn(schema) + " in " + mode + " mode");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }
}
