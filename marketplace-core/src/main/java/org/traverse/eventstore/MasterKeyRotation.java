package org.traverse.eventstore;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wraps the keys of persons anew when there is a new master key: some at a time, on one node at a time, and after an
 * interruption from where it was.
 */
@Configuration(proxyBeanMethods = false)
class MasterKeyRotation {
    private static final Duration UNTIL_NEXT_LOOK = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 500;
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);

    private final ObjectProvider<PersonalKeys> keys;

    /** @param keys a provider: they need the tables, and the scheduler needs this task first */
    MasterKeyRotation(ObjectProvider<PersonalKeys> keys) {
        this.keys = keys;
    }

    @Bean
    Task<Void> masterKeyRotationTask() {
        return Tasks.recurring(TaskDescriptor.of("master-key-rotation"), FixedDelay.of(UNTIL_NEXT_LOOK))
                .execute((instance, context) -> rotate());
    }

    private void rotate() {
        int all = 0;
        int some;
        do {
            some = keys.getObject().rewrap(AT_A_TIME);
            all += some;
        } while (some > 0);
        if (all > 0) {
            LOG.info(
                    "{} keys of persons are wrapped by the current master key now: the former ones may be taken out of {}",
                    all,
                    MasterKeys.FORMER);
        }
    }
}
