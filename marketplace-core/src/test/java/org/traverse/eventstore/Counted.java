package org.traverse.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how often a database is asked for a connection. */
final class Counted extends DelegatingDataSource {
    final AtomicInteger connections = new AtomicInteger();

    Counted(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
    }
}
