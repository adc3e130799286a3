package org.traverse.readmodel.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest rebuild of each read model, as all nodes see it. Table: rebuild. */
@Component
public class Rebuilds {
    public enum State {
        RUNNING,
        /** Asked to stop. */
        STOPPING,
        DONE,
        STOPPED;

        public boolean isUnderWay() {
            return this == RUNNING || this == STOPPING;
        }
    }

    /**
     * @param done of {@code total} events
     * @param secondsLeft as far as can be told from how it went until now; null when it cannot, or has ended
     * @param endedAt null while it is under way
     * @param failure why it does not get on, although it is tried again and again; null when nothing is known
     */
    public record Rebuild(
            String readModel,
            UUID id,
            State state,
            Instant begunAt,
            Instant endedAt,
            long done,
            long total,
            Long secondsLeft,
            String failure) {}

    private static final String VERSION = "(select max(installed_rank) from readmodel.flyway_schema_history)";

    private final JdbcClient sql;

    Rebuilds(JdbcClient sql) {
        this.sql = sql;
    }

    /** False while one is under way, and for one that has begun before. */
    boolean begin(ReadModel model, UUID id, int batch) {
        return sql.sql("""
                        insert into rebuild (model, id, state, batch, version) values (?, ?, 'running', ?, %s)
                        on conflict (model) do update
                        set id = excluded.id, state = excluded.state, batch = excluded.batch, version = excluded.version,
                            begun = now(), ended = null, done = 0, total = 0, failure = null
                        where rebuild.state not in ('running', 'stopping') and rebuild.id <> excluded.id""".formatted(VERSION)).params(model.name(), id, batch).update() > 0;
    }

    /** True when the live tables have been changed since it began; from then on it counts as begun after that. */
    boolean isOvertaken(UUID id) {
        return sql.sql("update rebuild set version = " + VERSION + " where id = ? and version <> " + VERSION)
                        .param(id)
                        .update()
                > 0;
    }

    /** False when none is under way. */
    boolean stop(ReadModel model) {
        return sql.sql("update rebuild set state = 'stopping' where model = ? and state in ('running', 'stopping')")
                        .param(model.name())
                        .update()
                > 0;
    }

    /** For the rest of the transaction nobody stops it; false when somebody has, or when the live tables were changed. */
    boolean hold(ReadModel model) {
        return sql.sql("select id from rebuild where model = ? and state = 'running' and version = " + VERSION
                        + " for update")
                .param(model.name())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** How many events share a transaction. */
    int batch(UUID id) {
        return sql.sql("select batch from rebuild where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void tell(UUID id, long done, long total) {
        sql.sql("update rebuild set done = ?, total = ?, failure = null where id = ?")
                .params(done, total, id)
                .update();
    }

    void fail(UUID id, String why) {
        sql.sql("update rebuild set failure = ? where id = ?").params(why, id).update();
    }

    /** What is done has read all, also what it had not told yet. */
    void end(ReadModel model, State state) {
        sql.sql("""
                        update rebuild
                        set state = :state, ended = now(), failure = null,
                            done = case :state when 'done' then total else done end
                        where model = :model""")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("model", model.name())
                .update();
    }

    public Optional<Rebuild> of(ReadModel model) {
        return all().stream()
                .filter(rebuild -> rebuild.readModel().equals(model.name()))
                .findFirst();
    }

    public List<Rebuild> all() {
        return sql.sql("""
                        select *, (extract(epoch from clock_timestamp() - begun) * (total - done) / nullif(done, 0))::bigint as left
                        from rebuild order by model""").query(Rebuilds::read).list();
    }

    private static Rebuild read(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Rebuild(
                row.getString("model"),
                row.getObject("id", UUID.class),
                state,
                row.getTimestamp("begun").toInstant(),
                row.getTimestamp("ended") == null
                        ? null
                        : row.getTimestamp("ended").toInstant(),
                row.getLong("done"),
                row.getLong("total"),
                state.isUnderWay() ? row.getObject("left", Long.class) : null,
                row.getString("failure"));
    }
}
