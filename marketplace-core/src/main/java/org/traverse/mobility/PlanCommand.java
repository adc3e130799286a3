package org.traverse.mobility;

import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;

/** Everything one can ask of a mobility plan. */
public sealed interface PlanCommand {
    /** @param orgUnits the units in scope, each with all below it */
    record CreatePlan(@TargetAggregateIdentifier PlanId id, EmployeeId hrbp, String name, Set<OrgUnitId> orgUnits)
            implements PlanCommand {}

    record StartRun(@TargetAggregateIdentifier PlanId id, UUID run) implements PlanCommand {}

    record FinishRun(@TargetAggregateIdentifier PlanId id, UUID run, PlanResult result) implements PlanCommand {}

    record FailRun(@TargetAggregateIdentifier PlanId id, UUID run, String reason) implements PlanCommand {}

    record AdoptProposal(@TargetAggregateIdentifier PlanId id, ProposalId proposal, EmployeeId by)
            implements PlanCommand {}

    /** The offer that an adoption asked for could not be made. */
    record ReportOfferRefused(@TargetAggregateIdentifier PlanId id, ProposalId proposal, String reason)
            implements PlanCommand {}
}
