package org.traverse.capacity;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;

/** Everything one can ask of a person's marketplace hours. Hours are hours per ISO week, dates are inclusive. */
public sealed interface CapacityCommand {
    record GrantHours(@TargetAggregateIdentifier CapacityId id, EmployeeId employee, int hoursPerWeek)
            implements CapacityCommand {
        public GrantHours {
            Bounds.number("hoursPerWeek", hoursPerWeek, 0, 60);
        }

        public GrantHours(EmployeeId employee, int hoursPerWeek) {
            this(CapacityId.of(employee), employee, hoursPerWeek);
        }
    }

    /** @param holder the application the hours are for */
    record ReserveHours(
            @TargetAggregateIdentifier CapacityId id, UUID holder, int hoursPerWeek, LocalDate from, LocalDate to)
            implements CapacityCommand {
        public ReserveHours {
            Bounds.number("hoursPerWeek", hoursPerWeek, 1, 60);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to is before from: " + to + " is before " + from);
            }
        }
    }

    record ReleaseHours(@TargetAggregateIdentifier CapacityId id, UUID holder) implements CapacityCommand {}
}
