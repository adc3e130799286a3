package org.traverse.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.RuleViolated;
import tools.jackson.databind.json.JsonMapper;

/** Verifications of the audit chain as they are asked for, watched and stopped; see {@link AuditVerificationJob}. */
@Component
public class AuditVerifications {
    /**
     * @param state running, done, stopped or failed
     * @param done of {@code total} events
     * @param result when it is done
     */
    public record Verification(
            UUID id, String state, long done, long total, Instant askedAt, Instant endedAt, AuditReport result) {}

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("audit-verification");

    private static final int KEPT = 100;

    private final JdbcClient sql;
    private final SchedulerClient jobs;
    private final TransactionTemplate transaction;

    AuditVerifications(JdbcClient sql, SchedulerClient jobs, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins one, which then goes on by itself. Beginning the same again changes nothing.
     *
     * @param copy of a head to compare with
     * @throws RuleViolated while another is under way
     * @throws IllegalArgumentException when the copy is not signed by the key that it names
     */
    public void begin(UUID id, Optional<AuditHead> copy) {
        copy.ifPresent(AuditHead::refuseUnlessGenuine);
        try {
            transaction.executeWithoutResult(status -> {
                int begun = sql.sql(
                                "insert into audit_verification (id, head) values (?, ?) on conflict (id) do nothing")
                        .params(
                                id,
                                copy.map(JsonMapper.shared()::writeValueAsString)
                                        .orElse(null))
                        .update();
                if (begun == 0) {
                    return;
                }
                sql.sql("delete from audit_verification where state <> 'running' and id not in"
                                + " (select id from audit_verification order by asked_at desc limit ?)")
                        .param(KEPT)
                        .update();
                jobs.schedule(TASK.instance(id.toString()).scheduledTo(Instant.now()));
            });
        } catch (DuplicateKeyException e) {
            throw new RuleViolated("a verification is under way already: wait for it, or stop it");
        }
    }

    public Optional<Verification> find(UUID id) {
        return sql.sql("select id, state, done, total, asked_at, ended_at, result from audit_verification where id = ?")
                .param(id)
                .query((row, number) -> new Verification(
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getTimestamp("ended_at") == null
                                ? null
                                : row.getTimestamp("ended_at").toInstant(),
                        Optional.ofNullable(row.getString("result"))
                                .map(result -> JsonMapper.shared().readValue(result, AuditReport.class))
                                .orElse(null)))
                .optional();
    }

    /** Has no effect when it has ended. */
    public void requestStop(UUID id) {
        sql.sql("update audit_verification set stop_requested = true where id = ?")
                .param(id)
                .update();
    }

    Optional<AuditHead> copy(UUID id) {
        return sql.sql("select head from audit_verification where id = ? and head is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(head -> JsonMapper.shared().readValue(head, AuditHead.class));
    }

    /** @return whether to go on */
    boolean tell(UUID id, long done, long total) {
        return sql.sql("update audit_verification set done = ?, total = ? where id = ? and state = 'running'"
                        + " returning not stop_requested")
                .params(done, total, id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void end(UUID id, String state, AuditReport result) {
        sql.sql("update audit_verification set state = ?, ended_at = now(), result = ?"
                        + " where id = ? and state = 'running'")
                .params(state, result == null ? null : JsonMapper.shared().writeValueAsString(result), id)
                .update();
    }
}
