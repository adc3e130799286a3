package org.traverse.eventstore;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Events that could not be handled are parked with all that follow them in their sequence, and tried again here: most
 * failures pass by themselves, such as a server that was away. One node does it at a time.
 */
@Configuration(proxyBeanMethods = false)
class ParkedEvents {
    private static final Duration UNTIL_RETRY = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);

    /** A provider: Axon's own deadlines need the scheduler, which needs this task first. */
    private final ObjectProvider<EventProcessingConfiguration> processing;

    ParkedEvents(ObjectProvider<EventProcessingConfiguration> processing) {
        this.processing = processing;
    }

    @Bean
    Task<Void> parkedEventsTask() {
        return Tasks.recurring(TaskDescriptor.of("parked-events"), FixedDelay.of(UNTIL_RETRY))
                .execute((instance, context) -> retry());
    }

    /** Each sequence once more, oldest first, until one of the group fails again. */
    void retry() {
        for (String group : processing.getObject().eventProcessors().keySet()) {
            retry(group, processing.getObject().deadLetterQueue(group).orElseThrow());
        }
    }

    private void retry(String group, SequencedDeadLetterQueue<?> parked) {
        var handler = processing.getObject().sequencedDeadLetterProcessor(group).orElseThrow();
        boolean handled = true;
        while (handled && parked.amountOfSequences() > 0) {
            handled = handler.processAny();
        }
        if (!handled) {
            LOG.warn("{} sequences of events wait for {} to handle them", parked.amountOfSequences(), group);
        }
    }
}
