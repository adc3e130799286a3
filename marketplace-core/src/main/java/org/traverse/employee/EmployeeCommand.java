package org.traverse.employee;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
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
            implements EmployeeCommand {
        public HireEmployee {
            name = Bounds.text("name", name, 200);
            email = Bounds.text("email", email, 254);
            jobTitle = Bounds.text("jobTitle", jobTitle, 200);
            Bounds.date("hiredOn", hiredOn);
            if (manager.isPresent() && manager.get().equals(id)) {
                throw new IllegalArgumentException("manager is the person themselves");
            }
        }
    }

    /** Says by which account this person signs in. */
    record LinkIdentity(@TargetAggregateIdentifier EmployeeId id, Identity identity) implements EmployeeCommand {}

    /** Forgets all that is known of this person, for ever; asking again changes nothing. */
    record EraseEmployee(@TargetAggregateIdentifier EmployeeId id) implements EmployeeCommand {}

    /** No node can have the person's key any more. */
    record ConfirmErasure(@TargetAggregateIdentifier EmployeeId id) implements EmployeeCommand {}
}
