package org.traverse.api.inquiry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs were given, and what was asked about them, goes away once it is kept long enough. One node sees to it at a time. */
@Configuration(proxyBeanMethods = false)
class ExpiredRuns {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient sql;
    private final Duration kept;

    ExpiredRuns(JdbcClient sql, @Value("${traverse.matching.run-inputs-kept}") Duration kept) {
        this.sql = sql;
        this.kept = kept;
    }

    @Bean
    Task<Void> expiredRunsTask() {
        return Tasks.recurring(TaskDescriptor.of("expired-runs"), FixedDelay.of(EVERY))
                .execute((instance, context) -> remove());
    }

    void remove() {
        removeOlder("run_input", "kept");
        removeOlder("run_inquiry", "ended_at");
    }

    /** Not too much in one transaction. */
    private void removeOlder(String table, String time) {
        int removed;
        do {
            removed = sql.sql("delete from " + table + " where ctid = any (array(select ctid from " + table + " where "
                            + time + " < clock_timestamp() - make_interval(secs => ?) order by " + time + " limit ?))")
                    .params(kept.toSeconds(), MOST_AT_ONCE)
                    .update();
        } while (removed == MOST_AT_ONCE);
    }
}
