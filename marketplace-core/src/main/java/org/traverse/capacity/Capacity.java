package org.traverse.capacity;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityEvent.HoursGranted;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.employee.EmployeeId;

/** The only guard against promising more of somebody's week than was granted. */
@Aggregate
class Capacity {
    private record Hold(int hoursPerWeek, LocalDate from, LocalDate to) {
        boolean touches(LocalDate monday) {
            return !from.isAfter(sunday(monday)) && !to.isBefore(monday);
        }
    }

    @AggregateIdentifier
    private CapacityId id;

    private EmployeeId employee;
    private int granted;
    private final Map<UUID, Hold> holds = new HashMap<>();

    Capacity() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GrantHours c) {
        if (employee == null || granted != c.hoursPerWeek()) {
            apply(new HoursGranted(c.id(), c.employee(), c.hoursPerWeek()));
        }
    }

    /** Whom nobody granted hours has none: refused like any other week that is full, not like an unknown person. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReserveHours c) {
        if (holds.containsKey(c.holder())) {
            return;
        }
        // Load rises only where a hold begins, so no other week can be the first that is too full.
        Stream.concat(Stream.of(c.from()), holds.values().stream().map(Hold::from))
                .filter(begin -> !begin.isBefore(c.from()) && !begin.isAfter(sunday(c.to())))
                .map(Capacity::monday)
                .sorted()
                .filter(week -> free(week) < c.hoursPerWeek())
                .findFirst()
                .ifPresent(week -> {
                    throw new RuleViolated("in week %d-W%02d only %d of %d hours are free"
                            .formatted(
                                    week.get(IsoFields.WEEK_BASED_YEAR),
                                    week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                    free(week),
                                    granted));
                });
        apply(new HoursReserved(id, employee, c.holder(), c.hoursPerWeek(), c.from(), c.to()));
    }

    @CommandHandler
    void handle(ReleaseHours c) {
        if (holds.containsKey(c.holder())) {
            apply(new HoursReleased(id, employee, c.holder()));
        }
    }

    /** Never less than none, though a grant may have shrunk below what was promised before. */
    private int free(LocalDate monday) {
        int held = holds.values().stream()
                .filter(hold -> hold.touches(monday))
                .mapToInt(Hold::hoursPerWeek)
                .sum();
        return Math.max(0, granted - held);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(previousOrSame(MONDAY));
    }

    private static LocalDate sunday(LocalDate date) {
        return monday(date).plusDays(6);
    }

    @EventSourcingHandler
    void on(HoursGranted event) {
        id = event.id();
        employee = event.employee();
        granted = event.hoursPerWeek();
    }

    @EventSourcingHandler
    void on(HoursReserved event) {
        holds.put(event.holder(), new Hold(event.hoursPerWeek(), event.from(), event.to()));
    }

    @EventSourcingHandler
    void on(HoursReleased event) {
        holds.remove(event.holder());
    }
}
