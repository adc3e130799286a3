package org.traverse.api.demo;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.traverse.Time;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.eventstore.EventPosition;
import org.traverse.readmodel.Positions;

/** Makes the demo company in an empty store, or completes one that was begun. */
@Component
@WithDemo
class DemoCompany implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CommandGateway commands;
    private final EventStore events;
    private final Positions positions;
    private final Clock clock;

    /** The position up to which one must have read to see all of it; null until it is made. */
    private volatile EventPosition madeAt;

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
            if (positions.newest().equals(EventPosition.START)) {
                log.info("Demo company: hiring 500 people at Halvarra Grid & Services …");
                make(foundation, new Sending(commands, events, false));
            }
        } else if (!sending.isThere(foundation.complete())) {
            log.info("Demo company: completing what an earlier run began …");
            make(new Foundation(Halvarra.on(firstDay(foundation, today))), sending);
        }
        madeAt = positions.newest();
        if (!positions.await(madeAt, PATIENCE)) {
            log.warn("Demo company: will show once the read models have caught up");
        }
    }

    /** True once everything that was made can be queried. */
    boolean isReady() {
        return madeAt != null && positions.await(madeAt, Duration.ZERO);
    }

    private void make(Foundation foundation, Sending sending) {
        long begin = System.nanoTime();
        foundation.stages().forEach(sending::send);
        log.info(String.format(Locale.ROOT, "Demo company: complete after %.1f s", (System.nanoTime() - begin) / 1e9));
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
