package org.traverse.eventstore;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Idempotency keys that are kept long enough go away. One node sees to it at a time. */
@Configuration(proxyBeanMethods = false)
class ExpiredKeys {
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    Task<Void> expiredKeysTask(IdempotencyKeys keys) {
        return Tasks.recurring(TaskDescriptor.of("expired-idempotency-keys"), FixedDelay.of(EVERY))
                .execute((instance, context) -> keys.removeExpired());
    }
}
