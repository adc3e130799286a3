package org.traverse.api.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.traverse.Time;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.readmodel.Positions;

/** Makes the demo company in an empty store, or completes one that was begun. */
@Component
@WithDemo
class DemoCompany implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long NOT_YET = -1;

    private final CommandGateway commands;
    private final EventStore events;
    private final Positions positions;
    private final Clock clock;

    /** The position up to which one must have read to see all of it. */
    private volatile long madeAt = NOT_YET;

    DemoCompany(CommandGateway commands, EventStore events, Positions positions, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var today = Time.today(clock);
        var foundation = new Foundation(Halvarra.on(today));
        var sending = new Sending(commands, events, true);
        if (!sending.isThere(foundation.begun())) {
            if (positions.newest() == 0) {
                make(foundation, new Sending(commands, events, false));
            }
        } else if (!sending.isThere(foundation.complete())) {
            log.info("Completing the demo company, which was begun in an earlier run");
            make(new Foundation(Halvarra.on(firstDay(foundation, today))), sending);
        }
        madeAt = positions.newest();
        if (!positions.await(madeAt, PATIENCE)) {
            log.warn("The read models are still behind; the demo company will show once they have caught up");
        }
    }

    /** True once everything that was made can be queried. */
    boolean isReady() {
        return madeAt != NOT_YET && positions.await(madeAt, Duration.ZERO);
    }

    private void make(Foundation foundation, Sending sending) {
        long begin = System.nanoTime();
        var stages = foundation.stages();
        log.info("Making the demo company: Halvarra Grid & Services, 500 people, in {} steps", stages.size());
        stages.forEach(sending::send);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        log.info("The demo company is made: {} events in {} s", positions.newest(), took.toMillis() / 1000.0);
    }

    /** The founder was hired a fixed number of days before the company was made; all dates follow from that day. */
    private LocalDate firstDay(Foundation foundation, LocalDate today) {
        var founder = foundation.founder();
        var hired = events.readEvents(foundation.begun().aggregate())
                .asStream()
                .map(event -> event.getPayload())
                .filter(EmployeeHired.class::isInstance)
                .map(EmployeeHired.class::cast)
                .findFirst()
                .orElseThrow();
        return hired.hiredOn().plusDays(DAYS.between(founder.hiredOn(), today));
    }
}
