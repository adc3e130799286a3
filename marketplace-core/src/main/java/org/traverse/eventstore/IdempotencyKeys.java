package org.traverse.eventstore;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys under which requests have been sent, and what they were answered; shared by all nodes, on the database's
 * clock. Each statement is a transaction of its own: nothing is written beside the events of a command.
 *
 * <p>Who takes a key has some seconds for its work, after which the next one may try: the node may have died. It may also
 * just be slow, so that two are at it; their commands are named after the key and land once, see {@link CommandSteps}.
 */
public class IdempotencyKeys {
    /** What a request came to; the body is empty where there was none. */
    public record Reply(int status, String location, String position, String type, byte[] body) {}

    /** What became of taking a key. */
    public sealed interface Taking {}

    /**
     * It is ours.
     *
     * @param id of the key: the same in all attempts
     * @param isRepeated whether there was an attempt before, of which nobody knows how far it came
     */
    public record Taken(UUID id, boolean isRepeated, UUID holder) implements Taking {}

    /** The request was answered before. */
    public record Answered(Reply reply) implements Taking {}

    /** Another attempt is under way. */
    public record InProgress() implements Taking {}

    /** The key was sent with another body. */
    public record Contradicted() implements Taking {}

    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient sql;
    private final Duration lease;
    private final Duration kept;

    /** @param lease after which an attempt may be overtaken; @param kept after which a key may mean something else */
    IdempotencyKeys(JdbcClient sql, Duration lease, Duration kept) {
        this.sql = sql;
        this.lease = lease;
        this.kept = kept;
    }

    /** @param scope a hash of whose key it is and what for; @param body a hash of what was sent with it */
    public Taking take(byte[] scope, byte[] body) {
        forget(scope);
        UUID holder = UUID.randomUUID();
        Optional<Taken> taken = sql.sql("""
                        insert into idempotency_key as key (scope, body, holder, lease)
                        values (:scope, :body, :holder, clock_timestamp() + make_interval(secs => :lease))
                        on conflict (scope) do update
                            set holder = excluded.holder, lease = excluded.lease, attempts = key.attempts + 1
                            where key.status is null and key.lease < clock_timestamp() and key.body = excluded.body
                        returning id, attempts > 1 as is_repeated, holder""")
                .param("scope", scope)
                .param("body", body)
                .param("holder", holder)
                .param("lease", lease.toMillis() / 1000.0)
                .query(Taken.class)
                .optional();
        return taken.isPresent() ? taken.get() : taken(scope, body);
    }

    private Taking taken(byte[] scope, byte[] body) {
        return sql.sql(
                        "select body as sent, status, location, position, type, reply from idempotency_key where scope = ?")
                .param(scope)
                .query((row, number) -> !Arrays.equals(row.getBytes("sent"), body)
                        ? new Contradicted()
                        : row.getObject("status") == null
                                ? new InProgress()
                                : new Answered(new Reply(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("position"),
                                        row.getString("type"),
                                        row.getBytes("reply"))))
                .optional()
                .orElseGet(InProgress::new); // it was given back this moment: the next attempt will have it
    }

    /** Keeps what is answered under this key from now on; unless another attempt has overtaken this one. */
    public void answer(Taken taken, Reply reply) {
        sql.sql("""
                        update idempotency_key set holder = null, lease = null, status = :status, location = :location,
                            position = :position, type = :type, reply = :reply
                        where id = :id and holder = :holder""")
                .param("status", reply.status())
                .param("location", reply.location())
                .param("position", reply.position())
                .param("type", reply.type())
                .param("reply", reply.body())
                .param("id", taken.id())
                .param("holder", taken.holder())
                .update();
    }

    /** Lets the next attempt begin at once; it must find out how far this one came. */
    public void giveBack(Taken taken) {
        sql.sql("update idempotency_key set lease = '-infinity' where id = ? and holder = ?")
                .params(taken.id(), taken.holder())
                .update();
    }

    /** As if it had never been sent, because for certain nothing has happened. */
    public void forget(Taken taken) {
        sql.sql("delete from idempotency_key where id = ? and holder = ?")
                .params(taken.id(), taken.holder())
                .update();
    }

    private void forget(byte[] scope) {
        sql.sql(
                        "delete from idempotency_key where scope = ? and created < clock_timestamp() - make_interval(secs => ?)")
                .params(scope, kept.toSeconds())
                .update();
    }

    /** Removes what is kept long enough, not too much in one transaction. */
    void removeExpired() {
        int removed;
        do {
            removed = sql.sql("""
                            delete from idempotency_key where scope in (
                                select scope from idempotency_key
                                where created < clock_timestamp() - make_interval(secs => :kept)
                                order by created limit :most)""")
                    .param("kept", kept.toSeconds())
                    .param("most", MOST_AT_ONCE)
                    .update();
        } while (removed == MOST_AT_ONCE);
    }
}
