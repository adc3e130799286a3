package org.traverse.api.marketplace;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.mobility.PlanEvent.RunStarted;

/**
 * Whenever a run is started, it is given to the scheduler, in one transaction with the note that it was: whoever started
 * it may die at once, and it is run nevertheless.
 */
@Component
@ProcessingGroup("plan-starting")
@DisallowReplay
class PlanStarting {
    private final SchedulerClient scheduler;
    private final Clock clock;

    PlanStarting(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(RunStarted event) {
        scheduler.scheduleIfNotExists(PlanRunning.instance(event.id().value(), event.run()), clock.instant());
    }
}
