package org.traverse;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work of the database's scheduler, by the id of what it is about: on one node, on another when that one dies or stops,
 * and some times again when it fails, for the database may have been away.
 */
public final class PatientTask {
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(PatientTask.class);

    private PatientTask() {}

    /**
     * @param work false when the node is being stopped before it has come to an end
     * @param givenUp when it has failed once more often than it may be tried again
     */
    public static Task<Void> of(
            TaskDescriptor<Void> name,
            int mostRetries,
            BiPredicate<UUID, SchedulerState> work,
            BiConsumer<UUID, Throwable> givenUp) {
        return Tasks.custom(name)
                .onFailure(new OnFailureRetryLater<>(UNTIL_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = UUID.fromString(instance.getId());
                    try {
                        return completion(work.test(id, context.getSchedulerState()));
                    } catch (RuntimeException | Error e) {
                        if (context.getExecution().consecutiveFailures < mostRetries) {
                            throw e;
                        }
                        LOG.error("{} {} is given up", name.getTaskName(), id, e);
                        givenUp.accept(id, e);
                        return completion(true);
                    }
                });
    }

    private static CompletionHandler<Void> completion(boolean ended) {
        return ended ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
    }
}
