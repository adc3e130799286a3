package org.traverse.employee;

import java.time.Instant;
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

    /** Either of two: who shows something of this person, or something they wrote, forgets it at both. */
    interface Erasure {
        EmployeeId id();
    }

    /** Everybody is to forget this person, whose key is destroyed. */
    @EventName("employee.erased")
    record EmployeeErased(EmployeeId id, Instant at) implements EmployeeEvent, Erasure {}

    /** No node has the key any more: what was said of this person in the last seconds is to be forgotten as well. */
    @EventName("employee.forgotten")
    record EmployeeForgotten(EmployeeId id, Instant at) implements EmployeeEvent, Erasure {}
}
