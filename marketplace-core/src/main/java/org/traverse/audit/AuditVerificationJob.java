package org.traverse.audit;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.PatientTask;

/** Verifies on one node, and from the beginning on another when that one dies or stops. */
@Configuration(proxyBeanMethods = false)
class AuditVerificationJob {
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
        return PatientTask.of(
                AuditVerifications.TASK,
                MOST_RETRIES,
                this::run,
                (id, e) -> verifications.getObject().end(id, "failed", null));
    }

    private boolean run(UUID id, SchedulerState node) {
        Optional<AuditReport> found = verify(id, node);
        if (found.isEmpty() && node.isShuttingDown()) {
            return false;
        }
        found.filter(report -> !report.isOk()).ifPresent(report -> LOG.error("The log is not what it was: {}", report));
        verifications.getObject().end(id, found.isPresent() ? "done" : "stopped", found.orElse(null));
        return true;
    }

    private Optional<AuditReport> verify(UUID id, SchedulerState node) {
        var told = new long[] {System.nanoTime() - UNTIL_TOLD.toNanos()};
        return new AuditVerification(database).verify(verifications.getObject().copy(id), (done, total) -> {
            if (System.nanoTime() - told[0] < UNTIL_TOLD.toNanos() && done < total) {
                return true;
            }
            told[0] = System.nanoTime();
            return verifications.getObject().tell(id, done, total) && !node.isShuttingDown();
        });
    }
}
