package org.traverse.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.TestStore;
import org.traverse.gig.GigId;

/** A store with a chain, and what an intruder does to it. */
final class AuditedStore implements AutoCloseable {
    final TestStore store = new TestStore();
    final JdbcTemplate sql = store.sql();
    final SigningKey key = SigningKey.generate();
    final AuditChain chain = chain(key);

    AuditChain chain(SigningKey key) {
        return new AuditChain(sql, new JdbcTransactionManager(store.database()), key);
    }

    /** So many streams of three events, each of a transaction of its own but for the last two of a stream. */
    void happen(int streams) {
        for (int i = 0; i < streams; i++) {
            GigId stream = GigId.random();
            store.inTransaction(() -> store.append(stream, 0));
            store.inTransaction(() -> store.append(stream, 1, 2));
        }
    }

    void link() {
        link(chain);
    }

    static void link(AuditChain chain) {
        while (!chain.extend()) {
            // the next batch
        }
    }

    List<String> positions() {
        return positions("event");
    }

    List<String> linked() {
        return positions("audit_link");
    }

    private List<String> positions(String table) {
        return sql.query(
                "select xid::text::bigint, number from " + table + " t order by t.xid, number",
                (row, n) -> new EventPosition(row.getLong(1), row.getLong(2)).toString());
    }

    AuditReport verify() {
        return verify(null);
    }

    AuditReport verify(AuditHead copy) {
        return new AuditVerification(store.database())
                .verify(Optional.ofNullable(copy), (done, total) -> true)
                .orElseThrow();
    }

    /** @param change what follows {@code update event set} */
    void change(String position, String change) {
        on("update event set " + change, position);
    }

    /** Seen by whoever reads within it, and by nobody else. */
    void undone(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(store.database())).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    void delete(String position) {
        on("delete from event", position);
    }

    /** Everything of an event but its place; its number may have to be given up first. */
    void move(String from, String to) {
        var place = EventPosition.parse(to);
        change(from, "xid = '" + place.xid() + "', number = " + place.number());
    }

    void on(String statement, String position) {
        var place = EventPosition.parse(position);
        int changed = sql.update(
                statement + " where xid = ?::text::xid8 and number = ?", String.valueOf(place.xid()), place.number());
        if (changed != 1) {
            throw new IllegalStateException(position + " is not there");
        }
    }

    /** With an old transaction id. */
    void insert(String position) {
        var place = EventPosition.parse(position);
        sql.update(
                """
                insert into event (xid, number, stream, sequence, aggregate, type, revision, identifier, at, metadata,
                    payload)
                values (?::text::xid8, ?, ?, 0, 'Gig', 'gig.published', '1', gen_random_uuid(), now(), '{}', '{}')""", String.valueOf(place.xid()), place.number(), GigId.random().toString());
    }

    /** Makes all links anew, as somebody could who knows how. */
    void relink() {
        sql.update("delete from audit_link");
        var stored = new Chain(sql);
        Link last = Link.NONE;
        for (var events = stored.events(); events.hasNext(); ) {
            last = last.next(events.next());
            stored.add(List.of(last));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
