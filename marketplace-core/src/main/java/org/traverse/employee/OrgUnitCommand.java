package org.traverse.employee;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;

/** Everything one can ask of an org unit. Asking twice changes nothing. */
public sealed interface OrgUnitCommand {
    record EstablishOrgUnit(@TargetAggregateIdentifier OrgUnitId id, String name, Optional<OrgUnitId> parent)
            implements OrgUnitCommand {
        public EstablishOrgUnit {
            name = Bounds.text("name", name, 200);
            if (parent.isPresent() && parent.get().equals(id)) {
                throw new IllegalArgumentException("parent is the unit itself");
            }
        }
    }

    record AppointLead(@TargetAggregateIdentifier OrgUnitId id, EmployeeId lead) implements OrgUnitCommand {}

    /** Makes an HR business partner responsible for this unit and all below it. */
    record AssignHrbp(@TargetAggregateIdentifier OrgUnitId id, EmployeeId hrbp) implements OrgUnitCommand {}
}
