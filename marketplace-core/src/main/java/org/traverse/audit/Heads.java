package org.traverse.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was signed, and by which keys. */
class Heads {
    private static final String HEAD = """
            select events, position, hash, at, key, public_key, signature
            from audit_head left join audit_key on audit_key.id = audit_head.key
            """;

    private final JdbcTemplate sql;

    Heads(JdbcTemplate sql) {
        this.sql = sql;
    }

    Optional<AuditHead> newest() {
        return sql.query(HEAD + "order by events desc limit 1", Heads::head).stream()
                .findFirst();
    }

    /** The oldest first; one an hour. */
    List<AuditHead> all() {
        return sql.query(HEAD + "order by events", Heads::head);
    }

    List<String> keys() {
        return sql.queryForList("select id from audit_key", String.class);
    }

    /** By the one clock that all nodes share. */
    void sign(Link link, SigningKey key) {
        var now = sql.queryForObject("select clock_timestamp()", OffsetDateTime.class);
        AuditHead head = AuditHead.of(link, now.toInstant(), key);
        if (head.isSigned()) {
            sql.update(
                    "insert into audit_key (id, public_key) values (?, ?) on conflict do nothing",
                    head.key(),
                    head.publicKey());
        }
        sql.update("""
                insert into audit_head (hour, events, position, hash, at, key, signature)
                values (date_trunc('hour', ?::timestamptz, 'UTC'), ?, ?, ?, ?, ?, ?)
                on conflict (hour) do update set events = excluded.events, position = excluded.position,
                    hash = excluded.hash, at = excluded.at, key = excluded.key, signature = excluded.signature""", now, head.events(), head.position(), head.hash(), now, head.key(), head.signature());
    }

    private static AuditHead head(ResultSet row, int number) throws SQLException {
        return new AuditHead(
                row.getLong("events"),
                row.getString("position"),
                row.getString("hash"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("public_key"),
                row.getString("signature"));
    }
}
