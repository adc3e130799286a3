package org.traverse.mobility;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;

/** Everything one can ask of a mobility plan. */
public sealed interface PlanCommand {
    /** @param orgUnits the units in scope, each with all below it */
    record CreatePlan(@TargetAggregateIdentifier PlanId id, EmployeeId hrbp, String name, Set<OrgUnitId> orgUnits)
            implements PlanCommand {
        public CreatePlan {
            name = Bounds.text("name", name, 120);
            orgUnits = Set.copyOf(orgUnits);
            Bounds.number("the number of orgUnits", orgUnits.size(), 1, 1000);
        }
    }

    record StartRun(@TargetAggregateIdentifier PlanId id, UUID run) implements PlanCommand {}

    /** Whoever ran it until now was not heard of any more, and has no say in it from now on. */
    record TakeOverRun(@TargetAggregateIdentifier PlanId id, UUID run, int attempt) implements PlanCommand {}

    /** What it takes to run it again, before what was found. */
    record RecordRun(@TargetAggregateIdentifier PlanId id, UUID run, int attempt, RunRecord record)
            implements PlanCommand {}

    record FinishRun(@TargetAggregateIdentifier PlanId id, UUID run, int attempt, PlanResult result)
            implements PlanCommand {}

    record FailRun(@TargetAggregateIdentifier PlanId id, UUID run, int attempt, String reason) implements PlanCommand {
        public FailRun {
            reason = Bounds.reason(reason);
        }
    }

    /** All of them or, when one cannot be adopted, none. */
    record AdoptProposals(@TargetAggregateIdentifier PlanId id, Set<ProposalId> proposals, EmployeeId by)
            implements PlanCommand {
        public AdoptProposals {
            Bounds.number("the number of proposals", proposals.size(), 1, 5000);
            proposals = Collections.unmodifiableSet(new LinkedHashSet<>(proposals));
        }
    }

    /** The offer that an adoption asked for could not be made. */
    record ReportOfferRefused(@TargetAggregateIdentifier PlanId id, ProposalId proposal, String reason)
            implements PlanCommand {
        public ReportOfferRefused {
            reason = Bounds.reason(reason);
        }
    }
}
