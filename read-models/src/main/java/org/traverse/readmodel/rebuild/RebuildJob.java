package org.traverse.readmodel.rebuild;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A rebuild as a job of the database's scheduler: when the node that runs it dies another one, or the same one restarted,
 * goes on where the last batch ended.
 */
@Configuration(proxyBeanMethods = false)
class RebuildJob {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("rebuild");
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(2);
    private static final Duration UNTIL_NEXT = Duration.ofSeconds(1);

    /** On one node; the scheduler's other threads are for other work. */
    private static final int AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(RebuildJob.class);

    /** A provider: Axon's own deadlines need the scheduler, which needs this job first. */
    private final ObjectProvider<RebuildRun> runs;

    private final Semaphore places = new Semaphore(AT_ONCE);

    RebuildJob(ObjectProvider<RebuildRun> runs) {
        this.runs = runs;
    }

    static TaskInstance.Builder<Void> instance(ReadModel model, UUID id) {
        return TASK.instance(model.name() + "/" + id);
    }

    @Bean
    Task<Void> rebuildTask() {
        return Tasks.custom(TASK)
                .onFailure(new OnFailureRetryLater<>(UNTIL_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    String[] parts = instance.getId().split("/");
                    return run(
                            parts[0],
                            UUID.fromString(parts[1]),
                            () -> context.getSchedulerState().isShuttingDown());
                });
    }

    private CompletionHandler<Void> run(String name, UUID id, BooleanSupplier stopping) {
        var model = ReadModel.named(name);
        if (model.isEmpty()) {
            LOG.warn("{} was being rebuilt, but there is no such read model any more", name);
            return new OnCompleteRemove<>();
        }
        if (!places.tryAcquire()) {
            return new OnCompleteReschedule<>(FixedDelay.of(UNTIL_NEXT));
        }
        try {
            return runs.getObject().goOn(model.get(), id, stopping)
                    ? new OnCompleteRemove<>()
                    : new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
        } finally {
            places.release();
        }
    }
}
