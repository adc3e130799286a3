package org.traverse.mobility;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;

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

    /** The next runs leave this person at that gig, as the newest run proposes it, whatever else could be done. */
    record PinPlacement(@TargetAggregateIdentifier PlanId id, GigId gig, EmployeeId employee, EmployeeId by)
            implements PlanCommand {}

    record UnpinPlacement(@TargetAggregateIdentifier PlanId id, GigId gig, EmployeeId employee, EmployeeId by)
            implements PlanCommand {}

    /** The next runs move this person from that gig only where somebody else takes their seat. */
    record AskForBackfill(@TargetAggregateIdentifier PlanId id, GigId gig, EmployeeId employee, EmployeeId by)
            implements PlanCommand {}

    record WaiveBackfill(@TargetAggregateIdentifier PlanId id, GigId gig, EmployeeId employee, EmployeeId by)
            implements PlanCommand {}

    /** The next runs place both of them or neither one; in one place, if so asked. */
    record DeclarePair(
            @TargetAggregateIdentifier PlanId id, EmployeeId one, EmployeeId other, boolean samePlace, EmployeeId by)
            implements PlanCommand {
        public DeclarePair {
            if (one.equals(other)) {
                throw new IllegalArgumentException("other is the same person as one");
            }
        }
    }

    record DissolvePair(@TargetAggregateIdentifier PlanId id, EmployeeId one, EmployeeId other, EmployeeId by)
            implements PlanCommand {}
}
