package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
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
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.matchfacts.MatchChanges;
import org.traverse.readmodel.matchfacts.MatchChanges.Changes;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;

/** What a run of a plan is given: the open seats and the people of its units, what its last run proposed, and what has
 * been decided about that. */
@Component
class PlanFacts {
    private static final String READ_MODEL = "match-facts";

    /** More of them than that are not looked at one by one. */
    private static final int CHANGES_AT_MOST = 500;

    /** @param position up to which match facts knew every event, at least; @param units in scope, each with the groups of its people */
    record At(
            EventPosition position,
            Moment moment,
            Map<UUID, Set<String>> units,
            Set<MatchFacts.Pairing> pairings,
            StaffingProblem problem) {}

    private final PlanBoard plans;
    private final Directory directory;
    private final MatchFacts facts;
    private final MatchChanges changes;
    private final Policy policy;
    private final SecondReading reading;
    private final Clock clock;

    PlanFacts(
            PlanBoard plans,
            Directory directory,
            MatchFacts facts,
            MatchChanges changes,
            Policy policy,
            SecondReading reading,
            Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.facts = facts;
        this.changes = changes;
        this.policy = policy;
        this.reading = reading;
        this.clock = clock;
    }

    /** @param earlier what the plan's last run proposed; @param decisions what it is to leave alone */
    At now(UUID plan, List<PlanResult.Proposal> earlier, PlanDecisions decisions) {
        EventPosition position = reading.firstPosition(READ_MODEL);
        Moment moment = changes.moment();
        Map<UUID, Set<String>> units = units(plan);
        LocalDate today = LocalDate.now(clock);
        MatchFacts.Batch batch = facts.batch(units.keySet(), today);
        StaffingProblem problem = problem(batch, new Groups(units), earlier, decisions, today);
        return new At(position, moment, units, Set.copyOf(batch.pairings()), problem);
    }

    /** The same again, with the same problem unless something is otherwise that it is made of: only then is all read. */
    At after(At then, UUID plan, List<PlanResult.Proposal> earlier, PlanDecisions decisions) {
        EventPosition position = reading.firstPosition(READ_MODEL);
        Moment moment = changes.moment();
        return mayDiffer(then, plan) // also where it is still at that position: it may lag behind what it has written
                ? now(plan, earlier, decisions)
                : new At(position, moment, then.units(), then.pairings(), then.problem());
    }

    private boolean mayDiffer(At then, UUID plan) {
        return !LocalDate.now(clock).equals(then.problem().today())
                || !units(plan).equals(then.units())
                || !pairings(then.problem()).equals(then.pairings())
                || changes.since(then.moment(), CHANGES_AT_MOST)
                        .filter(since -> !touches(since, then))
                        .isEmpty();
    }

    /** Not among the changes of a person or a gig. */
    private Set<MatchFacts.Pairing> pairings(StaffingProblem problem) {
        return Set.copyOf(facts.pairings(problem.works().stream().map(Work::id).toList()));
    }

    private static boolean touches(Changes since, At then) {
        return since.people().stream().anyMatch(person -> then.units().containsKey(person.orgUnit()))
                || since.gigs().stream().anyMatch(gig -> then.units().containsKey(gig.orgUnit()))
                || then.problem().people().stream()
                        .anyMatch(person -> since.ids().contains(person.id()));
    }

    private Map<UUID, Set<String>> units(UUID plan) {
        PlanBoard.Plan scenario = plans.find(plan).orElseThrow(() -> new IllegalStateException("the plan is gone"));
        Groups groups = Groups.of(directory.orgUnits());
        return directory
                .unitsBelow(scenario.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet()))
                .stream()
                .map(OrgUnitId::value)
                .collect(Collectors.toMap(Function.identity(), groups::of));
    }

    /** Whoever opted out is in it, and kept from every seat like anybody else who may take none. */
    private StaffingProblem problem(
            MatchFacts.Batch batch,
            Groups groups,
            List<PlanResult.Proposal> earlier,
            PlanDecisions decisions,
            LocalDate today) {
        List<Person> people = batch.people().stream()
                .map(row -> Facts.person(row, groups).withRanked(row.ranked()))
                .toList();
        List<Work> works = batch.gigs().stream()
                .map(gig -> Facts.work(gig).withRanked(batch.ranked().getOrDefault(gig.id(), List.of())))
                .toList();
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
        var holding = new Holding(decisions, people, works, seats, taken, today);
        List<Held> held = holding.held(earlier);
        return new StaffingProblem(people, works, seats, taken, held, holding.joint(held), policy, today)
                .rankingWhatMayBe();
    }
}
