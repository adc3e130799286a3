package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.api.inquiry.Runs;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.SecondReading;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanResult;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;

/** What a run of a plan is given: the open seats and the people of its units, what its last run proposed, and what has
 * been decided about that. */
@Component
class PlanFacts {
    private static final String READ_MODEL = "match-facts";

    /** @param position up to which match facts knew every event, at least */
    record At(EventPosition position, StaffingProblem problem) {}

    private final PlanBoard plans;
    private final Directory directory;
    private final MatchFacts facts;
    private final Runs runs;
    private final Policy policy;
    private final SecondReading reading;
    private final Clock clock;

    PlanFacts(
            PlanBoard plans,
            Directory directory,
            MatchFacts facts,
            Runs runs,
            Policy policy,
            SecondReading reading,
            Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.facts = facts;
        this.runs = runs;
        this.policy = policy;
        this.reading = reading;
        this.clock = clock;
    }

    EventPosition position() {
        return reading.firstPosition(READ_MODEL);
    }

    boolean hasEnded(UUID plan, UUID run) {
        return runs.hasEnded(plan, run);
    }

    List<PlanResult.Proposal> earlierProposals(UUID plan) {
        return runs.earlierProposals(plan);
    }

    PlanDecisions decisions(UUID plan) {
        return runs.decisions(plan);
    }

    /** @param earlier what the plan's last run proposed */
    At now(UUID plan, List<PlanResult.Proposal> earlier, PlanDecisions decisions) {
        EventPosition position = position();
        return new At(position, problem(plan, earlier, decisions));
    }

    private StaffingProblem problem(UUID plan, List<PlanResult.Proposal> earlier, PlanDecisions decisions) {
        PlanBoard.Plan scenario = plans.find(plan).orElseThrow(() -> new IllegalStateException("the plan is gone"));
        Set<UUID> units =
                directory
                        .unitsBelow(
                                scenario.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet()))
                        .stream()
                        .map(OrgUnitId::value)
                        .collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        MatchFacts.Batch batch = facts.batch(units, today);
        List<Person> people = batch.people().stream().map(Facts::person).toList();
        List<Work> works = batch.gigs().stream().map(Facts::work).toList();
        List<SeatToFill> seats = new ArrayList<>();
        Set<Pairing> taken = batch.pairings().stream()
                .map(pairing -> new Pairing(pairing.employee(), pairing.gig()))
                .collect(Collectors.toSet());
        for (MatchFacts.Gig gig : batch.gigs()) {
            taken.add(new Pairing(gig.owner(), gig.id()));
            for (int number = gig.seats() - gig.seatsLeft() + 1; number <= gig.seats(); number++) {
                seats.add(new SeatToFill(gig.id(), number));
            }
        }
        var holding = new Holding(decisions, people, seats, taken);
        List<Held> held = holding.held(earlier);
        return new StaffingProblem(people, works, seats, taken, held, holding.joint(held), policy, today);
    }
}
