package org.traverse.api.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.staffing.Backfill;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.JointMoves;
import org.traverse.matching.staffing.Pair;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanEvent;
import org.traverse.mobility.PlanEvent.BackfillAskedFor;
import org.traverse.mobility.PlanEvent.OfferRefused;
import org.traverse.mobility.PlanEvent.PairDeclared;
import org.traverse.mobility.PlanEvent.PlacementPinned;
import org.traverse.mobility.PlanEvent.ProposalAdopted;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.PlanResult.Proposal;
import org.traverse.mobility.ProposalId;

class HoldingTest {
    private static final PlanId PLAN = PlanId.random();
    private static final GigId GIG = GigId.random();
    private static final EmployeeId ADA = EmployeeId.random();
    private static final EmployeeId BEN = EmployeeId.random();
    private static final EmployeeId HANNA = EmployeeId.random();
    private static final Instant NOW = Instant.EPOCH;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final SeatToFill FIRST = new SeatToFill(GIG.value(), 1);
    private static final SeatToFill SECOND = new SeatToFill(GIG.value(), 2);

    private final List<Proposal> earlier = List.of(proposal(ADA, 1), proposal(BEN, 2));

    @Test
    void pinsWhereTheyWereOrWhereASeatOfTheGigIsStillOpen() {
        var pinned = new PlacementPinned(PLAN, GIG, ADA, HANNA, NOW);
        assertThat(holding(List.of(FIRST, SECOND), Set.of(), pinned).held(earlier))
                .containsExactly(held(FIRST, ADA, true), held(SECOND, BEN, false));
        assertThat(holding(List.of(SECOND), Set.of(), pinned).held(earlier)).containsExactly(held(SECOND, ADA, true));
    }

    @Test
    void leavesOutWhoeverHasAppliedMeanwhile() {
        var applied = Set.of(new Pairing(ADA.value(), GIG.value()));
        var pinned = new PlacementPinned(PLAN, GIG, ADA, HANNA, NOW);
        assertThat(holding(List.of(FIRST, SECOND), applied, pinned).held(earlier))
                .containsExactly(held(SECOND, BEN, false));
    }

    @Test
    void backfillsTheSeatsOfThoseWhoHaveOneAndPairsThoseInScope() {
        var holding = holding(
                List.of(FIRST, SECOND),
                Set.of(),
                new BackfillAskedFor(PLAN, GIG, BEN, HANNA, NOW),
                new BackfillAskedFor(PLAN, GigId.random(), BEN, HANNA, NOW),
                new PairDeclared(PLAN, ADA, BEN, true, HANNA, NOW),
                new PairDeclared(PLAN, HANNA, EmployeeId.random(), false, HANNA, NOW));
        assertThat(holding.joint(holding.held(earlier)))
                .isEqualTo(new JointMoves(
                        List.of(new Pair(ADA.value(), BEN.value(), true)), List.of(new Backfill(SECOND, BEN.value()))));
    }

    @Test
    void letsWhoeverHasNotTheHoursAnyMoreGoFromWhereTheyArePinned() {
        var busy = new Person(ADA.value(), Map.of(), 4, List.of());
        var gig = new Work(GIG.value(), 8, TODAY, TODAY.plusDays(6), List.of());
        var decisions = new PlanDecisions();
        decisions.on(new PlacementPinned(PLAN, GIG, ADA, HANNA, NOW));
        var holding = new Holding(decisions, List.of(busy), List.of(gig), List.of(FIRST), Set.of(), TODAY);
        assertThat(holding.held(earlier)).containsExactly(held(FIRST, ADA, false));
    }

    @Test
    void pairsNobodyOfWhomOneWasPromisedASeatUntilThatIsRefused() {
        var declared = new PairDeclared(PLAN, ADA, BEN, false, HANNA, NOW);
        var proposal = ProposalId.random();
        var adopted = new ProposalAdopted(PLAN, proposal, ADA, GIG, HANNA, NOW);
        var refused = new OfferRefused(PLAN, proposal, "no hours", NOW);
        assertThat(holding(List.of(SECOND), Set.of(), declared, adopted)
                        .joint(List.of())
                        .pairs())
                .isEmpty();
        assertThat(holding(List.of(SECOND), Set.of(), declared, adopted, refused)
                        .joint(List.of())
                        .pairs())
                .hasSize(1);
    }

    private static Holding holding(List<SeatToFill> open, Set<Pairing> taken, PlanEvent... events) {
        var decisions = new PlanDecisions();
        for (var event : events) {
            decisions.on(event);
        }
        var gig = new Work(GIG.value(), 8, TODAY, TODAY.plusDays(6), List.of());
        return new Holding(decisions, List.of(person(ADA), person(BEN)), List.of(gig), open, taken, TODAY);
    }

    private static Person person(EmployeeId id) {
        return new Person(id.value(), Map.of(), 8, List.of());
    }

    private static Held held(SeatToFill seat, EmployeeId person, boolean pinned) {
        return new Held(seat, person.value(), pinned);
    }

    private static Proposal proposal(EmployeeId person, int seat) {
        return new Proposal(ProposalId.random(), GIG, seat, person, 50, List.of());
    }
}
