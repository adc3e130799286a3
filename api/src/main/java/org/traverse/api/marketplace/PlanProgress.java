package org.traverse.api.marketplace;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each run has come, shared by all nodes: one solves, others watch or ask it to stop. Table: plan_progress. */
@Component
public class PlanProgress {
    /** @param fit the scores of all proposals together; @param seats open in scope */
    public record Progress(UUID run, long elapsedMs, int filled, int seats, long fit) {}

    private final JdbcClient sql;

    PlanProgress(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(UUID run) {
        sql.sql("insert into plan_progress (run) values (?) on conflict (run) do nothing")
                .param(run)
                .update();
    }

    void tell(UUID run, Duration elapsed, int filled, int seats, long fit) {
        sql.sql("update plan_progress set elapsed_ms = ?, filled = ?, seats = ?, fit = ? where run = ?")
                .params(elapsed.toMillis(), filled, seats, fit, run)
                .update();
    }

    /** @param step of a request that may be sent again */
    void requestStop(UUID run, Optional<UUID> step) {
        begin(run);
        sql.sql("update plan_progress set stop_requested = true, stop_command = ? where run = ?")
                .params(step.orElse(null), run)
                .update();
    }

    boolean wasStoppedBy(UUID step) {
        return sql.sql("select exists (select from plan_progress where stop_command = ?)")
                .param(step)
                .query(Boolean.class)
                .single();
    }

    boolean isStopRequested(UUID run) {
        return sql.sql("select stop_requested from plan_progress where run = ?")
                .param(run)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public Optional<Progress> of(UUID run) {
        return sql.sql("select run, elapsed_ms, filled, seats, fit from plan_progress where run = ?")
                .param(run)
                .query(Progress.class)
                .optional();
    }
}
