package org.traverse.capacity;

import java.time.LocalDate;
import java.util.UUID;
import org.traverse.EventName;
import org.traverse.employee.EmployeeId;

/** The life of a person's marketplace hours. Stored for ever: add, never edit. */
public sealed interface CapacityEvent {
    CapacityId id();

    EmployeeId employee();

    @EventName("capacity.hours-granted")
    record HoursGranted(CapacityId id, EmployeeId employee, int hoursPerWeek) implements CapacityEvent {}

    @EventName("capacity.hours-reserved")
    record HoursReserved(
            CapacityId id, EmployeeId employee, UUID holder, int hoursPerWeek, LocalDate from, LocalDate to)
            implements CapacityEvent {}

    @EventName("capacity.hours-released")
    record HoursReleased(CapacityId id, EmployeeId employee, UUID holder) implements CapacityEvent {}
}
