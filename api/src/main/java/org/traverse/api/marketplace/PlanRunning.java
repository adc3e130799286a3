package org.traverse.api.marketplace;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.api.inquiry.RunTakenOver;

/** A plan's run as work for db-scheduler: taken by one node, and by another when that one dies. */
@Configuration(proxyBeanMethods = false)
class PlanRunning {
    private static final String NAME = "plan-run";
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(2);
    private static final int MOST_RETRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(PlanRunning.class);

    /** The instance is {@code plan/run}, so that nothing needs to be serialised. */
    @Bean
    OneTimeTask<Void> planRunTask(PlanRun run) {
        return Tasks.oneTime(NAME)
                .onFailure(new OnFailureRetryLater<>(UNTIL_RETRY))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split("/");
                    execute(run, UUID.fromString(ids[0]), UUID.fromString(ids[1]), context);
                });
    }

    private static void execute(PlanRun runs, UUID plan, UUID run, ExecutionContext context) {
        try {
            runs.begin(plan, run)
                    .ifPresent(attempt -> runs.execute(
                            attempt, () -> context.getSchedulerState().isShuttingDown()));
        } catch (RunTakenOver e) {
            LOG.warn(e.getMessage());
        } catch (CancellationException e) {
            throw e; // this node is being stopped: another begins it anew
        } catch (RuntimeException | Error e) {
            if (context.getExecution().consecutiveFailures < MOST_RETRIES) {
                throw e; // the database may have been away
            }
            LOG.error("run {} of plan {} is given up", run, plan, e);
            runs.giveUp(plan, run);
        }
    }

    static TaskInstance<Void> instance(UUID plan, UUID run) {
        return new TaskInstance<>(NAME, plan + "/" + run);
    }
}
