package org.traverse.mobility;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;

/** The life of a mobility plan. Stored for ever: add, never edit. */
public sealed interface PlanEvent {
    PlanId id();

    @EventName("plan.created")
    record PlanCreated(
            PlanId id,
            EmployeeId hrbp,
            @Personal(subject = "hrbp") String name,
            Set<OrgUnitId> orgUnits,
            Instant at) implements PlanEvent {}

    @EventName("plan.run-started")
    record RunStarted(PlanId id, UUID run, Instant at) implements PlanEvent {}

    /** Its node was not heard of any more: what that has still to say of the run does not count. */
    @EventName("plan.run-taken-over")
    record RunTakenOver(PlanId id, UUID run, int attempt, Instant at) implements PlanEvent {}

    /** Of two for one run, the later counts: the run was begun again after its node had died. */
    @EventName("plan.run-recorded")
    record RunRecorded(PlanId id, UUID run, RunRecord record, Instant at) implements PlanEvent {}

    @EventName("plan.run-finished")
    record RunFinished(PlanId id, UUID run, PlanResult result, Instant at) implements PlanEvent {}

    @EventName("plan.run-failed")
    record RunFailed(PlanId id, UUID run, String reason, Instant at) implements PlanEvent {}

    /** A person decided: this proposal becomes an offer. */
    @EventName("plan.proposal-adopted")
    record ProposalAdopted(PlanId id, ProposalId proposal, EmployeeId employee, GigId gig, EmployeeId by, Instant at)
            implements PlanEvent {}

    @EventName("plan.offer-refused")
    record OfferRefused(PlanId id, ProposalId proposal, String reason, Instant at) implements PlanEvent {}

    @EventName("plan.placement-pinned")
    record PlacementPinned(PlanId id, GigId gig, EmployeeId employee, EmployeeId by, Instant at) implements PlanEvent {}

    @EventName("plan.placement-unpinned")
    record PlacementUnpinned(PlanId id, GigId gig, EmployeeId employee, EmployeeId by, Instant at)
            implements PlanEvent {}

    @EventName("plan.backfill-asked-for")
    record BackfillAskedFor(PlanId id, GigId gig, EmployeeId employee, EmployeeId by, Instant at)
            implements PlanEvent {}

    @EventName("plan.backfill-waived")
    record BackfillWaived(PlanId id, GigId gig, EmployeeId employee, EmployeeId by, Instant at) implements PlanEvent {}

    @EventName("plan.pair-declared")
    record PairDeclared(PlanId id, EmployeeId one, EmployeeId other, boolean samePlace, EmployeeId by, Instant at)
            implements PlanEvent {}

    @EventName("plan.pair-dissolved")
    record PairDissolved(PlanId id, EmployeeId one, EmployeeId other, EmployeeId by, Instant at) implements PlanEvent {}
}
