package org.traverse.api.marketplace;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.api.inquiry.RunAttempt;

/** How far each run has come, shared by all nodes: one solves, others watch or ask it to stop. Table: plan_progress. */
@Component
public class PlanProgress {
    /** @param fit the scores of all proposals together; @param seats open in scope */
    public record Progress(UUID run, long elapsedMs, int filled, int seats, long fit) {}

    private final JdbcClient sql;

    PlanProgress(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return the number of this attempt, from 1; whoever made the others may tell of the run no more */
    int begin(UUID run) {
        return sql.sql("insert into plan_progress (run, attempt) values (?, 1)"
                        + " on conflict (run) do update set attempt = plan_progress.attempt + 1 returning attempt")
                .param(run)
                .query(Integer.class)
                .single();
    }

    void tell(RunAttempt attempt, Duration elapsed, int filled, int seats, long fit) {
        sql.sql("update plan_progress set elapsed_ms = ?, filled = ?, seats = ?, fit = ? where run = ? and attempt = ?")
                .params(elapsed.toMillis(), filled, seats, fit, attempt.run(), attempt.number())
                .update();
    }

    /** @param step of a request that may be sent again */
    void requestStop(UUID run, Optional<UUID> step) {
        sql.sql(
                        "insert into plan_progress (run, stop_requested, stop_command) values (?, true, ?)"
                                + " on conflict (run) do update set stop_requested = true, stop_command = excluded.stop_command")
                .params(run, step.orElse(null))
                .update();
    }

    boolean wasStoppedBy(UUID step) {
        return sql.sql("select exists (select from plan_progress where stop_command = ?)")
                .param(step)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody asked for it, or another attempt has begun. */
    boolean isToStop(RunAttempt attempt) {
        return sql.sql("select stop_requested or attempt <> ? from plan_progress where run = ?")
                .params(attempt.number(), attempt.run())
                .query(Boolean.class)
                .single();
    }

    public Optional<Progress> of(UUID run) {
        return sql.sql("select run, elapsed_ms, filled, seats, fit from plan_progress where run = ?")
                .param(run)
                .query(Progress.class)
                .optional();
    }
}
