package org.traverse.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes the readers of every node as soon as one has appended. They poll as well, so that a word lost on the way costs a
 * second and nothing else.
 *
 * <p>The others are told after the commit, by one word for all that was committed meanwhile. Within the transactions that
 * append, NOTIFY would make them commit one after the other: PostgreSQL holds a lock of the whole server until then.
 *
 * <p>An event stays hidden as long as an older transaction is running, and whoever ends that one does not say so. While
 * there is such an event this looks again and again, at first after a millisecond.
 */
class WakeUp implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WakeUp.class);
    private static final int POLL_MS = 1_000;
    private static final int LONGEST_LOOK_MS = 64;
    private static final int BETWEEN_WORDS_MS = 5;
    /** The newest event says it for all; asked whether there is any, PostgreSQL might read them all to find none. */
    private static final String HIDDEN = """
            select event.xid >= pg_snapshot_xmin(pg_current_snapshot()) from event
            order by event.xid desc, event.number desc
            limit 1""";

    private final DataSource database;
    private final WakefulEventStore events;
    private final Semaphore appended = new Semaphore(0);
    private volatile Thread listener;
    private volatile Thread teller;

    WakeUp(DataSource database, WakefulEventStore events) {
        this.database = database;
        this.events = events;
        events.onAppend(appended::release);
    }

    @Override
    public void start() {
        teller = new Thread(() -> run(this::tell), "event-wake-up-others");
        listener = new Thread(() -> run(this::listen), "event-wake-up");
        for (Thread thread : List.of(teller, listener)) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stop() {
        teller = null;
        listener = null;
        appended.release();
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private boolean isStopped() {
        return Thread.currentThread() != listener && Thread.currentThread() != teller;
    }

    private interface Talk {
        void on(Connection connection, Statement statement) throws SQLException;
    }

    private void run(Talk talk) {
        while (!isStopped()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                talk.on(connection, statement);
            } catch (SQLException e) {
                if (!isStopped()) {
                    log.warn("Readers only poll until PostgreSQL can be talked to again: {}", e.getMessage());
                    pause(POLL_MS);
                }
            }
        }
    }

    private void tell(Connection connection, Statement statement) throws SQLException {
        while (!isStopped()) {
            appended.acquireUninterruptibly();
            appended.drainPermits();
            statement.execute("notify event");
            pause(BETWEEN_WORDS_MS);
        }
    }

    private void listen(Connection connection, Statement statement) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        statement.execute("listen event");
        int patience = 1;
        while (!isStopped()) {
            boolean told = server.getNotifications(patience).length > 0;
            boolean hidden = isAnyHidden(statement);
            events.wake();
            patience = !hidden ? POLL_MS : told ? 1 : Math.min(2 * patience, LONGEST_LOOK_MS);
        }
        statement.execute("unlisten *");
    }

    private static boolean isAnyHidden(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery(HIDDEN)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
