package org.traverse.api.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.traverse.api.WholeApplication;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.SecondReading;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigId;
import org.traverse.matching.staffing.Pairing;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanId;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.readmodel.Positions;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** All facts are read again only when something has changed that the plan is made of. */
@WholeApplication
class PlanFactsTest {
    private final PlanId plan = PlanId.random();
    private final OrgUnitId unit = OrgUnitId.random();
    private final OrgUnitId elsewhere = OrgUnitId.random();
    private final GigId gig = GigId.random();

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    SecondReading reading;

    @Autowired
    PlanFacts facts;

    private EmployeeId nils;
    private EmployeeId owner;
    private PlanFacts.At then;

    @BeforeEach
    void aPlan() {
        commands.sendAndWait(new EstablishOrgUnit(unit, "Quay", Optional.empty()));
        commands.sendAndWait(new EstablishOrgUnit(elsewhere, "Mill", Optional.empty()));
        nils = hired(unit);
        owner = hired(elsewhere);
        commands.sendAndWait(new GrantHours(nils, 8));
        publish(gig, unit);
        commands.sendAndWait(new CreatePlan(plan, owner, "Quay", Set.of(unit)));
        seen();
        then = facts.now(plan.value(), List.of(), new PlanDecisions());
    }

    @Test
    void areTheSameWhenNothingHappened() {
        assertThat(after().problem()).isSameAs(then.problem());
    }

    @Test
    void areNotReadAgainForWhatHappensElsewhere() {
        EmployeeId somebody = hired(elsewhere);
        commands.sendAndWait(new GrantHours(somebody, 4));
        publish(GigId.random(), elsewhere);

        assertThat(after().problem()).isSameAs(then.problem());
        assertThat(after().position()).isGreaterThanOrEqualTo(then.position());
    }

    @Test
    void areOtherwiseWhenSomebodyInScopeIs() {
        commands.sendAndWait(new GrantHours(nils, 4));

        assertThat(after().problem().people())
                .singleElement()
                .satisfies(person -> assertThat(person.hoursPerWeek()).isEqualTo(4));
    }

    @Test
    void areOtherwiseWhenSomebodyJoins() {
        hired(unit);

        assertThat(after().problem().people()).hasSize(2);
    }

    @Test
    void areOtherwiseWhenAUnitIsPutBelow() {
        var below = OrgUnitId.random();
        commands.sendAndWait(new EstablishOrgUnit(below, "Pier", Optional.of(unit)));
        hired(below);

        assertThat(after().problem().people()).hasSize(2);
    }

    @Test
    void areOtherwiseWhenThereIsMoreWork() {
        publish(GigId.random(), unit);

        assertThat(after().problem().works()).hasSize(2);
    }

    @Test
    void areOtherwiseWhenSomebodyIsOfferedWork() {
        commands.sendAndWait(new OfferDirectly(nils, gig, owner));

        assertThat(after().problem().taken()).contains(new Pairing(nils.value(), gig.value()));
    }

    @Test
    void areOtherwiseWhenEitherSideRanks() {
        var elsewheres = GigId.random();
        publish(elsewheres, elsewhere);
        commands.sendAndWait(new RankGigs(nils, List.of(elsewheres, gig)));
        commands.sendAndWait(new RankPeople(gig, List.of(hired(elsewhere), nils)));

        then = after();
        var problem = then.problem();
        assertThat(problem.people().get(0).wishes().ranked()).as("in the plan").containsExactly(gig.value());
        assertThat(problem.works().get(0).terms().ranked()).containsExactly(nils.value());

        commands.sendAndWait(new RankPeople(gig, List.of()));
        assertThat(after().problem().works().get(0).terms().ranked()).isEmpty();
    }

    @Test
    void rankNobodyWhomNoPlanCanPropose() {
        EmployeeId out = hired(unit);
        EmployeeId free = hired(unit);
        commands.sendAndWait(new RankPeople(gig, List.of(nils, out, free)));
        commands.sendAndWait(new OfferDirectly(nils, gig, owner));
        commands.sendAndWait(new OptOutOfMatching(out));

        assertThat(after().problem().works().get(0).terms().ranked()).containsExactly(free.value());
    }

    private PlanFacts.At after() {
        seen();
        return facts.after(then, plan.value(), List.of(), new PlanDecisions());
    }

    /** Also by the tokens that are stored, which a rebuild of another test may have parted in several: once a second. */
    private void seen() {
        EventPosition newest = positions.newest();
        assertThat(positions.await(newest, Duration.ofSeconds(20))).isTrue();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (reading.firstPosition("match-facts").compareTo(newest) < 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(reading.firstPosition("match-facts")).isGreaterThanOrEqualTo(newest);
    }

    private EmployeeId hired(OrgUnitId where) {
        var id = EmployeeId.random();
        commands.sendAndWait(new HireEmployee(
                id,
                "Nils Holm",
                id + "@example.org",
                "Keeper",
                Optional.empty(),
                where,
                Optional.empty(),
                LocalDate.now().minusYears(1)));
        return id;
    }

    private void publish(GigId id, OrgUnitId where) {
        var from = LocalDate.now().plusDays(20);
        var asked = List.of(Requirement.desirable(new SkillId(UUID.randomUUID())));
        commands.sendAndWait(new DraftGig(id, owner, where, "Moor", "", 8, from, from.plusDays(20), 2, asked));
        commands.sendAndWait(new PublishGig(id));
    }
}
