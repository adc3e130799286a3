package org.traverse.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes the readers of this node as soon as any node has appended. They poll as well, so that a word lost on the way
 * costs a second and nothing else.
 *
 * <p>An event stays hidden as long as an older transaction is running, and whoever ends that one does not say so. While
 * there is such an event this looks again and again, at first after a millisecond.
 */
class WakeUp implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WakeUp.class);
    private static final int POLL_MS = 1_000;
    private static final int LONGEST_LOOK_MS = 64;
    private static final String HIDDEN =
            "select exists (select from event where event.xid >= pg_snapshot_xmin(pg_current_snapshot()))";

    private final DataSource database;
    private final WakefulEventStore events;
    private volatile Thread listener;

    WakeUp(DataSource database, WakefulEventStore events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        listener = new Thread(this::run, "event-wake-up");
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public void stop() {
        listener = null;
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private boolean isStopped() {
        return Thread.currentThread() != listener;
    }

    private void run() {
        while (!isStopped()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                listen(connection.unwrap(PGConnection.class), statement);
            } catch (SQLException e) {
                if (!isStopped()) {
                    log.warn("Readers only poll until PostgreSQL can be listened to again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(PGConnection connection, Statement statement) throws SQLException {
        statement.execute("listen event");
        int patience = 1;
        while (!isStopped()) {
            boolean told = connection.getNotifications(patience).length > 0;
            boolean hidden = isAnyHidden(statement);
            events.wake();
            patience = !hidden ? POLL_MS : told ? 1 : Math.min(2 * patience, LONGEST_LOOK_MS);
        }
        statement.execute("unlisten *");
    }

    private static boolean isAnyHidden(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery(HIDDEN)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
