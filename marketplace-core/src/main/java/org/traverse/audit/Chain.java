package org.traverse.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.eventstore.EventPosition;

/** The events and their links as they are stored, each in order and page by page. */
class Chain {
    static final int PAGE = 500;

    /** Only below the oldest transaction still running: the order of these is final. See EventLog. */
    private static final String EVENTS = """
            select event.xid::text::bigint as tx, event.number, stream, sequence, aggregate, type, revision,
                   identifier, at, metadata, payload
            from event
            where (event.xid, event.number) > (?::text::xid8, ?) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, event.number
            limit ?""";

    private static final String LINK = "select events, xid::text as tx, number, hash from audit_link ";
    private static final String ADD = """
            insert into audit_link (events, xid, number, hash)
            select events, xid::xid8, number, hash
            from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bytea[]) as link (events, xid, number, hash)""";

    private final JdbcTemplate sql;

    Chain(JdbcTemplate sql) {
        this.sql = sql;
    }

    List<Event> eventsAfter(EventPosition position) {
        return sql.query(
                EVENTS, (row, number) -> Event.of(row), String.valueOf(position.xid()), position.number(), PAGE);
    }

    Iterator<Event> events() {
        return new Pages<>(last -> eventsAfter(last == null ? EventPosition.START : last.position()));
    }

    Iterator<Link> links() {
        return new Pages<>(last -> sql.query(
                LINK + "where events > ? order by events limit ?",
                Chain::link,
                last == null ? 0 : last.events(),
                PAGE));
    }

    Optional<Link> link(long events) {
        return sql.query(LINK + "where events = ?", Chain::link, events).stream()
                .findFirst();
    }

    /** {@link Link#NONE} when there is none. */
    Link newest() {
        return sql.query(LINK + "order by events desc limit 1", Chain::link).stream()
                .findFirst()
                .orElse(Link.NONE);
    }

    void add(List<Link> links) {
        sql.update(connection -> {
            var insert = connection.prepareStatement(ADD);
            insert.setArray(1, array(connection, "bigint", links, Long[]::new, Link::events));
            insert.setArray(
                    2,
                    array(
                            connection,
                            "text",
                            links,
                            String[]::new,
                            link -> String.valueOf(link.position().xid())));
            insert.setArray(
                    3,
                    array(
                            connection,
                            "bigint",
                            links,
                            Long[]::new,
                            link -> link.position().number()));
            insert.setArray(4, array(connection, "bytea", links, byte[][]::new, Link::hash));
            return insert;
        });
    }

    private static <T> Array array(
            Connection connection, String type, List<Link> links, IntFunction<T[]> empty, Function<Link, T> column)
            throws SQLException {
        return connection.createArrayOf(type, links.stream().map(column).toArray(empty));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("events"),
                // Whatever somebody has put there, so that it is named rather than stumbled over.
                new EventPosition(Long.parseUnsignedLong(row.getString("tx")), row.getLong("number")),
                row.getBytes("hash"));
    }
}
