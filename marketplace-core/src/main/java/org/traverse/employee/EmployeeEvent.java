package org.traverse.employee;

import java.time.LocalDate;
import java.util.Optional;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.role.RoleId;

/** The life of an employee. Stored for ever: add, never edit. */
public sealed interface EmployeeEvent {
    EmployeeId id();

    @EventName("employee.hired")
    record EmployeeHired(
            EmployeeId id,
            @Personal(subject = "id") String name,
            @Personal(subject = "id") String email,
            @Personal(subject = "id") String jobTitle,
            Optional<RoleId> role,
            OrgUnitId orgUnit,
            Optional<EmployeeId> manager,
            LocalDate hiredOn)
            implements EmployeeEvent {}

    @EventName("employee.identity-linked")
    record IdentityLinked(
            EmployeeId id, @Personal(subject = "id") Identity identity) implements EmployeeEvent {}
}
