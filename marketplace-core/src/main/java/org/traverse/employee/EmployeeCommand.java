package org.traverse.employee;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.role.RoleId;

/** Everything one can ask of an employee. */
public sealed interface EmployeeCommand {
    /** Hires somebody; asking again in the same words changes nothing. */
    record HireEmployee(
            @TargetAggregateIdentifier EmployeeId id,
            String name,
            String email,
            String jobTitle,
            Optional<RoleId> role,
            OrgUnitId orgUnit,
            Optional<EmployeeId> manager,
            LocalDate hiredOn)
            implements EmployeeCommand {}

    /** Says by which account this person signs in. */
    record LinkIdentity(@TargetAggregateIdentifier EmployeeId id, Identity identity) implements EmployeeCommand {}
}
