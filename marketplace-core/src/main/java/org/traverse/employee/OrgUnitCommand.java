package org.traverse.employee;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one can ask of an org unit. Asking twice changes nothing. */
public sealed interface OrgUnitCommand {
    record EstablishOrgUnit(@TargetAggregateIdentifier OrgUnitId id, String name, Optional<OrgUnitId> parent)
            implements OrgUnitCommand {}

    record AppointLead(@TargetAggregateIdentifier OrgUnitId id, EmployeeId lead) implements OrgUnitCommand {}

    /** Makes an HR business partner responsible for this unit and all below it. */
    record AssignHrbp(@TargetAggregateIdentifier OrgUnitId id, EmployeeId hrbp) implements OrgUnitCommand {}
}
