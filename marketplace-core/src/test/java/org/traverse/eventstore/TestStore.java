package org.traverse.eventstore;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.gig.GigId;

/** A {@link TestLog} for tests of what is built on the log. */
public final class TestStore implements AutoCloseable {
    private final TestLog log = new TestLog();

    public DataSource database() {
        return log.database;
    }

    public JdbcTemplate sql() {
        return log.sql;
    }

    /** In a transaction of its own, also when the caller is in one. */
    public void inTransaction(Runnable work) {
        log.inTransaction(work);
    }

    /** In the caller's transaction. */
    public void append(GigId stream, long... sequences) {
        for (long sequence : sequences) {
            log.log.appendEvents(TestLog.event(stream, sequence));
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
