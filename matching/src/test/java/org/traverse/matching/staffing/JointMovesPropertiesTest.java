package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;

/** What the solver's constraints and the search agree on, against trying every plan there is. */
class JointMovesPropertiesTest {

    @Test
    void thePlanFoundIsTheBestOfAllThatMayBe() {
        for (var seed = 0L; seed < 40; seed++) {
            var problem = problem(seed, 4, 3);
            var plan = new Staffing(StaffingLimits.ofSteps(30), EnvironmentMode.FULL_ASSERT)
                    .start(problem, progress -> {})
                    .solve();
            var every = new EveryPlan(problem);
            var found = places(plan);
            assertThat(every.mayBe(found)).as("seed %s: %s", seed, found).isTrue();
            assertThat(every.worth(found)).as("seed %s", seed).isEqualTo(every.best());
        }
    }

    @Test
    void noPlanOfManyBreaksARuleHoweverSoonItEnds() {
        for (var seed = 0L; seed < 12; seed++) {
            var problem = problem(seed, 40, 14);
            for (var steps : List.of(1, 8)) {
                var plan = new Staffing(StaffingLimits.ofSteps(steps))
                        .start(problem, progress -> {})
                        .solve();
                assertThat(new EveryPlan(problem).mayBe(places(plan)))
                        .as("seed %s", seed)
                        .isTrue();
            }
            assertThat(new EveryPlan(problem).mayBe(problem.stillHeld())).isTrue();
        }
    }

    private static Map<SeatToFill, UUID> places(StaffingPlan plan) {
        return plan.proposals().stream().collect(Collectors.toMap(Proposal::seat, Proposal::person));
    }

    private static StaffingProblem problem(long seed, int people, int works) {
        var random = new Random(seed);
        var company = new Company(seed, people, works, 2, 3).problem();
        var placed = company.works().stream()
                .map(work -> new Work(
                        work.id(),
                        work.hoursPerWeek(),
                        work.from(),
                        work.to(),
                        work.requirements(),
                        terms(random).withRanked(some(random, company.people(), Person::id))))
                .toList();
        var seats = company.seats().stream()
                .map(seat -> new SeatToFill(seat.work(), seat.number(), 1 + random.nextInt(3)))
                .toList();
        var held = new ArrayList<Held>();
        var backfills = new ArrayList<Backfill>();
        var had = new HashSet<Pairing>();
        for (var seat : seats) {
            var holder = company.people().get(random.nextInt(people)).id();
            if (random.nextBoolean() && had.add(new Pairing(holder, seat.work()))) {
                held.add(new Held(seat, holder, false));
                if (random.nextInt(3) > 0) {
                    backfills.add(new Backfill(seat, holder));
                }
            }
        }
        var pairs = new ArrayList<Pair>();
        for (var first = 0; first + 1 < people; first += 2) {
            if (random.nextBoolean()) {
                var one = company.people().get(first).id();
                pairs.add(new Pair(one, company.people().get(first + 1).id(), random.nextBoolean()));
            }
        }
        var ranking = company.people().stream()
                .map(person -> new Person(
                        person.id(),
                        person.skills(),
                        person.hoursPerWeek(),
                        person.commitments(),
                        person.circumstances(),
                        Wishes.NONE.withRanked(some(random, placed, Work::id))))
                .toList();
        return new StaffingProblem(
                ranking,
                placed,
                seats,
                company.taken(),
                held,
                new JointMoves(pairs, backfills),
                company.policy().withRanking(seed % 2 == 0 ? 9 : 0),
                company.today());
    }

    private static <T> List<UUID> some(Random random, List<T> all, Function<T, UUID> id) {
        var ids = new ArrayList<>(all.stream().map(id).toList());
        Collections.shuffle(ids, random);
        return ids.subList(0, random.nextInt(Math.min(4, ids.size()) + 1));
    }

    private static Terms terms(Random random) {
        var place = Optional.of(random.nextBoolean() ? "Gdynia" : "Warsaw").filter(some -> random.nextInt(3) > 0);
        return new Terms(
                place, random.nextInt(4) == 0, Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    /** By arithmetic of its own. */
    private static final class EveryPlan {
        record Worth(int filled, int score) {}

        private final StaffingProblem problem;
        private final Map<UUID, Work> works = new HashMap<>();
        private final Map<UUID, Person> people = new HashMap<>();
        private Worth best = new Worth(0, 0);

        EveryPlan(StaffingProblem problem) {
            this.problem = problem;
            problem.works().forEach(work -> works.put(work.id(), work));
            problem.people().forEach(person -> people.put(person.id(), person));
        }

        Worth best() {
            look(0, new HashMap<>());
            return best;
        }

        private void look(int next, Map<SeatToFill, UUID> taken) {
            if (next == problem.seats().size()) {
                if (keepsJointRules(taken)) {
                    best = better(best, worth(taken));
                }
                return;
            }
            look(next + 1, taken);
            var seat = problem.seats().get(next);
            for (var person : people.values()) {
                taken.put(seat, person.id());
                if (isEligible(person, seat) && hasHours(person, taken)) {
                    look(next + 1, taken);
                }
                taken.remove(seat);
            }
        }

        private static Worth better(Worth one, Worth other) {
            var order = Comparator.comparingInt(Worth::filled).thenComparingInt(Worth::score);
            return order.compare(one, other) >= 0 ? one : other;
        }

        Worth worth(Map<SeatToFill, UUID> taken) {
            var filled = 0;
            var score = 0;
            for (var each : taken.entrySet()) {
                var pairing = new Pairing(each.getValue(), each.getKey().work());
                filled += each.getKey().priority();
                score += problem.fit(people.get(pairing.person()), works.get(pairing.work()))
                        .score();
                score += problem.held().stream().anyMatch(held -> held.pairing().equals(pairing))
                        ? problem.policy().stability()
                        : 0;
            }
            for (var each : taken.entrySet()) {
                score += ranked(
                        people.get(each.getValue()).wishes().ranked(),
                        each.getKey().work());
                score += ranked(works.get(each.getKey().work()).terms().ranked(), each.getValue());
            }
            return new Worth(filled, score);
        }

        private int ranked(List<UUID> ranked, UUID id) {
            var behind = ranked.contains(id) ? ranked.size() - ranked.indexOf(id) : 0;
            return ranked.isEmpty() ? 0 : problem.policy().ranking() * behind / ranked.size();
        }

        boolean mayBe(Map<SeatToFill, UUID> taken) {
            return taken.entrySet().stream()
                            .allMatch(each -> isEligible(people.get(each.getValue()), each.getKey())
                                    && hasHours(people.get(each.getValue()), taken))
                    && keepsJointRules(taken);
        }

        private boolean isEligible(Person person, SeatToFill seat) {
            return !problem.taken().contains(new Pairing(person.id(), seat.work()))
                    && problem.fit(person, works.get(seat.work())).eligible();
        }

        private boolean hasHours(Person person, Map<SeatToFill, UUID> taken) {
            var theirs = of(person.id(), taken).stream()
                    .map(seat -> works.get(seat.work()))
                    .toList();
            return new HashSet<>(theirs).size() == theirs.size() && StaffingTest.EveryPlan.hasTheHours(person, theirs);
        }

        private boolean keepsJointRules(Map<SeatToFill, UUID> taken) {
            for (var pair : problem.joint().pairs()) {
                var ones = of(pair.one(), taken);
                var others = of(pair.other(), taken);
                if (ones.isEmpty() != others.isEmpty()) {
                    return false;
                }
                var places = new HashSet<Set<String>>();
                for (var one : ones) {
                    for (var other : others) {
                        places.add(places(one, other));
                    }
                }
                if (pair.samePlace() && places.stream().anyMatch(several -> several.size() > 1)) {
                    return false;
                }
            }
            var byHolder = problem.joint().backfills().stream()
                    .filter(backfill -> isEligible(people.get(backfill.holder()), backfill.seat()))
                    .collect(Collectors.groupingBy(
                            Backfill::holder, Collectors.mapping(Backfill::seat, Collectors.toSet())));
            return byHolder.entrySet().stream()
                    .allMatch(each -> taken.keySet().containsAll(each.getValue())
                            || each.getValue().containsAll(of(each.getKey(), taken)));
        }

        private Set<String> places(SeatToFill one, SeatToFill other) {
            var places = new HashSet<String>();
            for (var seat : List.of(one, other)) {
                var terms = works.get(seat.work()).terms();
                if (!terms.remote()) {
                    terms.place().ifPresent(places::add);
                }
            }
            return places;
        }

        private static List<SeatToFill> of(UUID person, Map<SeatToFill, UUID> taken) {
            return taken.keySet().stream()
                    .filter(seat -> taken.get(seat).equals(person))
                    .toList();
        }
    }
}
