package org.traverse.audit;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verifies on one node, and from the beginning on another when that one dies or stops. */
@Configuration(proxyBeanMethods = false)
class AuditVerificationJob {
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(5);
    private static final int MOST_RETRIES = 3;
    private static final Duration UNTIL_TOLD = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(AuditVerificationJob.class);

    private final DataSource database;
    /** A provider: verifications need the scheduler, which needs this job first. */
    private final ObjectProvider<AuditVerifications> verifications;

    AuditVerificationJob(DataSource database, ObjectProvider<AuditVerifications> verifications) {
        this.database = database;
        this.verifications = verifications;
    }

    @Bean
    Task<Void> auditVerificationTask() {
        return Tasks.custom(AuditVerifications.TASK)
                .onFailure(new OnFailureRetryLater<>(UNTIL_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(UUID.fromString(instance.getId()), context));
    }

    private CompletionHandler<Void> run(UUID id, ExecutionContext context) {
        try {
            Optional<AuditReport> found = verify(id, context);
            if (found.isEmpty() && context.getSchedulerState().isShuttingDown()) {
                return new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
            }
            found.filter(report -> !report.isOk())
                    .ifPresent(report -> LOG.error("The log is not what it was: {}", report));
            verifications.getObject().end(id, found.isPresent() ? "done" : "stopped", found.orElse(null));
        } catch (RuntimeException e) {
            if (context.getExecution().consecutiveFailures < MOST_RETRIES) {
                throw e; // the database may have been away
            }
            LOG.error("verification {} is given up", id, e);
            verifications.getObject().end(id, "failed", null);
        }
        return new OnCompleteRemove<>();
    }

    private Optional<AuditReport> verify(UUID id, ExecutionContext context) {
        var told = new long[] {System.nanoTime() - UNTIL_TOLD.toNanos()};
        return new AuditVerification(database).verify(verifications.getObject().copy(id), (done, total) -> {
            if (System.nanoTime() - told[0] < UNTIL_TOLD.toNanos() && done < total) {
                return true;
            }
            told[0] = System.nanoTime();
            return verifications.getObject().tell(id, done, total)
                    && !context.getSchedulerState().isShuttingDown();
        });
    }
}
