package org.traverse.eventstore;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tries parked events again, for most failures pass by themselves. One node does it at a time. */
@Configuration(proxyBeanMethods = false)
class ParkedEventsTask {
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @Bean
    Task<Void> parkedEventsAgain(ParkedEvents parked) {
        return Tasks.recurring(TaskDescriptor.of("parked-events"), FixedDelay.of(UNTIL_RETRY))
                .execute((instance, context) -> parked.retryThoseDue(AT_MOST));
    }
}
