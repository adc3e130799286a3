package org.traverse.employee;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeEvent.EmployeeErased;
import org.traverse.eventstore.PersonalKeys;

/**
 * The key of whoever is erased is destroyed. Other nodes may use it for a few seconds more, and show or keep what is said
 * meanwhile; so once they cannot, everybody is told to forget the person once more.
 */
@Component
@ProcessingGroup("erasing")
@DisallowReplay
class Erasing {
    private static final Duration UNTIL_NOBODY_HAS_IT = PersonalKeys.REMEMBERED.multipliedBy(2);

    private final PersonalKeys keys;
    private final SchedulerClient jobs;

    Erasing(PersonalKeys keys, SchedulerClient jobs) {
        this.keys = keys;
        this.jobs = jobs;
    }

    @EventHandler
    void on(EmployeeErased event) {
        keys.destroy(event.id().value());
        jobs.scheduleIfNotExists(ErasureConfirming.TASK
                .instance(event.id().toString())
                .scheduledTo(Instant.now().plus(UNTIL_NOBODY_HAS_IT)));
    }
}
