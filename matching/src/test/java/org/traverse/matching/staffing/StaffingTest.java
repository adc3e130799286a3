package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;

class StaffingTest {

    @Nested
    class APlan {
        @Test
        void keepsEveryRuleWhileTheSolverChecksItself() {
            for (var seed = 0L; seed < 5; seed++) {
                var problem = new Company(seed, 12, 6, 2, 5).problem();
                var plan = new Staffing(StaffingLimits.ofSteps(60), EnvironmentMode.FULL_ASSERT)
                        .start(problem, progress -> {})
                        .solve();
                assertKeepsEveryRule(plan, problem, seed);
            }
        }

        @Test
        void forACompanyOfManyKeepsEveryRuleAndFillsMostSeats() {
            var problem = new Company(1, 500, 75, 2, 30).problem();
            var plan = solve(problem, 100);
            assertKeepsEveryRule(plan, problem, 1);
            assertThat(plan.proposals()).hasSizeGreaterThan(140);
        }

        @Test
        void isTheSameAgainWhateverTheOrderOfTheFacts() {
            var problem = new Company(3, 30, 10, 2, 6).problem();
            var people = new ArrayList<>(problem.people());
            Collections.shuffle(people, new Random(7));
            var shuffled =
                    new StaffingProblem(people, problem.works(), problem.seats(), problem.taken(), problem.today());
            assertThat(solve(shuffled, 40)).isEqualTo(solve(problem, 40));
        }

        /** Where this differs, recorded runs do too: so must {@link Staffing#ENGINE}, or {@link Fit#VERSION}. */
        @Test
        void isTheSameInEveryProcessAndOnEveryJava() {
            var plan = solve(new Company(5, 300, 150, 2, 30).problem(), 60);
            var told = plan.proposals().stream()
                    .map(proposal -> proposal.seat() + " " + proposal.person() + " "
                            + proposal.fit().parts().stream()
                                    .map(part -> part.name() + part.points() + part.because())
                                    .toList())
                    .toList();
            assertThat(Integer.toHexString(told.hashCode())).isEqualTo("8509e15e");
        }

        @Test
        void isFoundWithoutASearchWhereNobodyCanBeProposed() {
            var problem = new Company(3, 5, 4, 1, 6).problem();
            var nobody = new StaffingProblem(List.of(), problem.works(), problem.seats(), Set.of(), problem.today());
            assertThat(solve(nobody, 1).empty()).hasSize(4);
        }

        @Test
        void isAtOnceTheBestForOneSeatAndOnePerson() {
            var problem = new Company(8, 1, 1, 1, 1).problem();
            var open =
                    new StaffingProblem(problem.people(), problem.works(), problem.seats(), Set.of(), problem.today());
            var plan = new Staffing(StaffingLimits.ofTime(Duration.ofDays(1), Duration.ofDays(1)))
                    .start(open, progress -> {})
                    .solve();
            assertThat(plan.proposals()).hasSize(1);
            assertThat(plan.stopped()).isFalse();
        }
    }

    @Nested
    class TheBestPlan {
        @Test
        void isFoundWhereEveryPlanCanBeTried() {
            for (var seed = 0L; seed < 40; seed++) {
                var problem = new Company(seed, 4, 3, 2, 3).problem();
                var plan = solve(problem, 60);
                assertThat(valueOf(plan)).as("seed %s", seed).isEqualTo(EveryPlan.bestValueOf(problem));
                assertKeepsEveryRule(plan, problem, seed);
            }
        }
    }

    @Nested
    class TheSearch {
        static final UUID JAVA = new UUID(3, 1);
        static final UUID SQL = new UUID(3, 2);

        @Test
        void givesWhoFitsBestWhereTheyAreMissedMost() {
            var ada = person(1, Map.of(JAVA, known(Company.TODAY), SQL, known(Company.TODAY)));
            var ben = person(2, Map.of(JAVA, known(Company.TODAY.minusYears(3))));
            var javaOnly = work(1, new Requirement(JAVA, 3, true));
            var javaAndSql = work(2, new Requirement(JAVA, 3, true), new Requirement(SQL, 3, false));
            var problem = new StaffingProblem(
                    List.of(ada, ben),
                    List.of(javaOnly, javaAndSql),
                    List.of(new SeatToFill(javaOnly.id(), 1), new SeatToFill(javaAndSql.id(), 1)),
                    Set.of(),
                    Company.TODAY);
            var seen = new ArrayList<Progress>();

            var plan = new Staffing(StaffingLimits.ofSteps(40))
                    .start(problem, seen::add)
                    .solve();

            assertThat(plan.proposals()).extracting(Proposal::person).containsExactly(ben.id(), ada.id());
            assertThat(seen.get(seen.size() - 1).fit()).isEqualTo(90L + 100);
        }

        private static KnownSkill known(LocalDate provenOn) {
            return new KnownSkill(3, Optional.of(provenOn));
        }

        private static Person person(int id, Map<UUID, KnownSkill> skills) {
            return new Person(new UUID(1, id), skills, 8, List.of());
        }

        private static Work work(int id, Requirement... requirements) {
            return new Work(new UUID(2, id), 8, Company.TODAY, Company.TODAY.plusDays(60), List.of(requirements));
        }
    }

    @Nested
    class Stopping {
        @Test
        void givesTheBestPlanSoFar() throws Exception {
            var problem = new Company(1, 100, 75, 2, 8).problem();
            var better = new CountDownLatch(1);
            var run = unlimited().start(problem, progress -> better.countDown());
            var plan = CompletableFuture.supplyAsync(run::solve);
            assertThat(better.await(5, TimeUnit.MINUTES)).isTrue();

            run.stop();

            var stopped = plan.get(5, TimeUnit.MINUTES);
            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.proposals()).isNotEmpty();
            assertKeepsEveryRule(stopped, problem, 1);
        }

        @Test
        void leavesAPlanThatItsStepsGiveAgain() throws Exception {
            var problem = new Company(1, 300, 150, 2, 30).problem();
            var better = new CountDownLatch(6);
            var run = unlimited().start(problem, progress -> better.countDown());
            var plan = CompletableFuture.supplyAsync(run::solve);
            assertThat(better.await(5, TimeUnit.MINUTES)).isTrue();

            run.stop();

            var stopped = plan.get(5, TimeUnit.MINUTES);
            var again = new StaffingReplay(List.of(problem), stopped.steps()).solve();
            assertThat(again.proposals()).isEqualTo(stopped.proposals());
        }

        @Test
        @Timeout(120)
        void leavesThatPlanWhileTheSearchOnlyBeginsToo() {
            var problem = new Company(1, 300, 150, 2, 30).problem();
            var begun = Draft.of(problem, Map.of(), null, () -> false).orElseThrow();
            for (var looks : List.of(1, 2, 10)) {
                var asked = new AtomicInteger();
                var improving = new Improving(Staffing.SEED, search -> {}, () -> asked.incrementAndGet() >= looks);
                assertThat(improving.next(begun).getPlanningEntities()).isEmpty();
                assertThat(improving.steps()).isZero();
            }
            for (var millis = 0; millis < 600; millis += 60) {
                var run = unlimited().start(problem, progress -> {});
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(run::stop);
                var stopped = run.solve();
                assertThat(new StaffingReplay(List.of(problem), stopped.steps())
                                .solve()
                                .proposals())
                        .as("stopped after %s steps", stopped.steps())
                        .isEqualTo(stopped.proposals());
            }
        }

        @Test
        void beforeTheStartIsHeeded() {
            var problem = new Company(1, 40, 10, 2, 6).problem();
            var run = unlimited().start(problem, progress -> {});
            run.stop();
            var plan = run.solve();
            assertThat(plan.stopped()).isTrue();
            assertThat(plan.steps()).containsExactly(0L);
            assertKeepsEveryRule(plan, problem, 1);
        }

        private Staffing unlimited() {
            return new Staffing(StaffingLimits.ofTime(Duration.ofDays(1), Duration.ofDays(1)));
        }
    }

    @Nested
    class AChange {
        final StaffingProblem problem = new Company(1, 300, 150, 2, 30).problem();

        @Test
        @Timeout(60)
        void isMendedAndFoundAgainByTheStepAtWhichItCame() throws Exception {
            var better = new Semaphore(0);
            var run = unlimited().start(problem, progress -> better.release());
            var solving = CompletableFuture.supplyAsync(run::solve);
            assertThat(better.tryAcquire(4, 5, TimeUnit.MINUTES)).isTrue();
            var changed = without(problem.people().subList(0, 150));

            run.change(changed);
            while (run.changes() == 0 && !solving.isDone()) {
                Thread.sleep(5);
            }
            better.drainPermits();
            assertThat(better.tryAcquire(1, TimeUnit.MINUTES)).isTrue(); // stopped sooner, it would take no step
            run.stop();

            var plan = solving.get(5, TimeUnit.MINUTES);
            assertKeepsEveryRule(plan, changed, 1);
            assertThat(plan.steps()).hasSize(2);
            assertThat(plan.steps()).allMatch(steps -> steps > 0);
            assertThat(new StaffingReplay(List.of(problem, changed), plan.steps())
                            .solve()
                            .proposals())
                    .isEqualTo(plan.proposals());
        }

        @Test
        void keepsWhatCanStillBeDone() {
            var before = solve(problem, 30);
            var run = new Staffing(StaffingLimits.ofSteps(30)).start(problem, progress -> {});
            var gone = before.proposals().get(0).person();
            run.change(without(List.of(person(gone))));

            var plan = run.solve();

            assertThat(plan.steps().get(0))
                    .as("of the facts that were over at once")
                    .isZero();
            assertThat(plan.proposals()).extracting(Proposal::person).doesNotContain(gone);
            var mended = problem.heldTo(
                    before.proposals().stream().collect(Collectors.toMap(Proposal::seat, Proposal::person)));
            assertThat(mended.held()).hasSameSizeAs(before.proposals());
            assertThat(mended.stillHeld()).hasSameSizeAs(before.proposals());
        }

        @Test
        @Timeout(60)
        void neverStopsARunThatOnlyWordsItsReasons() {
            var people = problem.people().stream()
                    .map(person -> person.withHoursPerWeek(0))
                    .toList();
            var nobodyHasHours = new StaffingProblem(
                    people, problem.works(), problem.seats(), problem.taken(), problem.policy(), problem.today());
            var changed = nobodyHasHours.with(people.get(0).withHoursPerWeek(1));
            for (var micros = 10_000; micros < 50_000; micros += 500) {
                var run = new Staffing(StaffingLimits.ofSteps(1)).start(nobodyHasHours, progress -> {});
                CompletableFuture.delayedExecutor(micros, TimeUnit.MICROSECONDS).execute(() -> run.change(changed));
                assertThat(run.solve().stopped())
                        .as("changed after %s microseconds", micros)
                        .isFalse();
            }
        }

        @Test
        void thatCannotBeIsRefusedAndChangesNothing() {
            var seat = problem.seats().get(0);
            var nobody = new Person(UUID.randomUUID(), Map.of(), 0, List.of());
            var people = new ArrayList<>(problem.people());
            people.add(nobody);
            var tooMuch = new StaffingProblem(
                    people,
                    problem.works(),
                    problem.seats(),
                    problem.taken(),
                    List.of(new Held(seat, nobody.id(), true)),
                    problem.policy(),
                    problem.today());
            var run = new Staffing(StaffingLimits.ofSteps(5)).start(problem, progress -> {});

            assertThatIllegalArgumentException().isThrownBy(() -> run.change(tooMuch));

            assertThat(run.solve()).isEqualTo(solve(problem, 5));
        }

        private Person person(UUID id) {
            return problem.people().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private StaffingProblem without(List<Person> people) {
            var others = new ArrayList<>(problem.people());
            others.removeAll(people);
            return new StaffingProblem(
                    others, problem.works(), problem.seats(), problem.taken(), problem.policy(), problem.today());
        }

        private Staffing unlimited() {
            return new Staffing(StaffingLimits.ofTime(Duration.ofDays(1), Duration.ofDays(1)));
        }
    }

    @Nested
    class TheProgress {
        @Test
        void onlyGetsBetterAndEndsWithThePlan() {
            var problem = new Company(2, 30, 12, 2, 5).problem();
            var seen = new ArrayList<Progress>();
            var plan = new Staffing(StaffingLimits.ofSteps(100))
                    .start(problem, seen::add)
                    .solve();

            assertThat(seen).isNotEmpty().isSortedAccordingTo((one, next) -> {
                var filled = Integer.compare(one.filled(), next.filled());
                return filled != 0 ? filled : Long.compare(one.fit(), next.fit());
            });
            var last = seen.get(seen.size() - 1);
            assertThat(new Draft.Worth(last.filled(), last.fit())).isEqualTo(valueOf(plan));
            assertThat(last.seats()).isEqualTo(problem.seats().size());
        }
    }

    @Nested
    class ARun {
        @Test
        void isSolvedOnlyOnce() {
            var run = new Staffing(StaffingLimits.ofSteps(10))
                    .start(new Company(2, 3, 2, 1, 3).problem(), progress -> {});
            run.solve();
            assertThatIllegalStateException().isThrownBy(run::solve);
        }

        @Test
        void isRefusedWithoutALimitThatEndsIt() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StaffingLimits(
                            Optional.empty(), Optional.of(Duration.ofSeconds(3)), OptionalLong.empty()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StaffingLimits.ofTime(Duration.ZERO, Duration.ofSeconds(1)))
                    .withMessage("time spent is PT0S, but must be positive");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StaffingLimits.ofSteps(0))
                    .withMessage("steps is 0, but must be at least 1");
        }
    }

    @Nested
    class AProblem {
        final StaffingProblem good = new Company(2, 3, 2, 1, 3).problem();

        @Test
        void isRefusedWithASeatOfUnknownWork() {
            var unknown = new SeatToFill(UUID.randomUUID(), 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new StaffingProblem(good.people(), good.works(), List.of(unknown), Set.of(), good.today()))
                    .withMessage("a seat's work " + unknown.work() + " is not among the works");
        }

        @Test
        void isRefusedWithASeatGivenTwice() {
            var seat = good.seats().get(0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StaffingProblem(
                            good.people(), good.works(), List.of(seat, seat), Set.of(), good.today()))
                    .withMessageContaining("is given twice");
        }
    }

    private static Draft.Worth valueOf(StaffingPlan plan) {
        return new Draft.Worth(
                plan.proposals().size(),
                plan.proposals().stream()
                        .mapToLong(proposal -> proposal.fit().score())
                        .sum());
    }

    private static StaffingPlan solve(StaffingProblem problem, long plansTried) {
        return new Staffing(StaffingLimits.ofSteps(plansTried))
                .start(problem, progress -> {})
                .solve();
    }

    private static void assertKeepsEveryRule(StaffingPlan plan, StaffingProblem problem, long seed) {
        var seats = new ArrayList<SeatToFill>();
        plan.proposals().forEach(proposal -> seats.add(proposal.seat()));
        plan.empty().forEach(empty -> seats.add(empty.seat()));
        assertThat(seats).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(problem.seats());

        var works = new HashMap<UUID, Work>();
        problem.works().forEach(work -> works.put(work.id(), work));
        for (var person : problem.people()) {
            var theirs = plan.proposals().stream()
                    .filter(proposal -> proposal.person().equals(person.id()))
                    .toList();
            var pairings = theirs.stream()
                    .map(proposal -> new Pairing(person.id(), proposal.seat().work()))
                    .toList();
            assertThat(pairings)
                    .as("seed %s", seed)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(problem.taken());
            for (var proposal : theirs) {
                var fit = Fit.of(person, works.get(proposal.seat().work()), problem.today());
                assertThat(proposal.fit()).isEqualTo(fit);
                assertThat(fit.eligible()).as("seed %s", seed).isTrue();
            }
            assertThat(EveryPlan.hasTheHours(
                            person,
                            theirs.stream()
                                    .map(proposal -> works.get(proposal.seat().work()))
                                    .toList()))
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    /** Tries every plan there is, with arithmetic of its own. */
    static final class EveryPlan {

        static Draft.Worth bestValueOf(StaffingProblem problem) {
            return best(problem, 0, new HashMap<>());
        }

        private static Draft.Worth best(StaffingProblem problem, int next, HashMap<UUID, List<Work>> worksOf) {
            if (next == problem.seats().size()) {
                return new Draft.Worth(0, 0);
            }
            var best = best(problem, next + 1, worksOf);
            var seat = problem.seats().get(next);
            var work = problem.works().stream()
                    .filter(each -> each.id().equals(seat.work()))
                    .findFirst()
                    .orElseThrow();
            for (var person : problem.people()) {
                var theirs = worksOf.computeIfAbsent(person.id(), none -> new ArrayList<>());
                var fit = Fit.of(person, work, problem.today());
                if (!fit.eligible()
                        || theirs.contains(work)
                        || problem.taken().contains(new Pairing(person.id(), work.id()))) {
                    continue;
                }
                theirs.add(work);
                if (hasTheHours(person, theirs)) {
                    var rest = best(problem, next + 1, worksOf);
                    best = better(best, new Draft.Worth(rest.filled() + 1, rest.fit() + fit.score()));
                }
                theirs.remove(theirs.size() - 1);
            }
            return best;
        }

        private static Draft.Worth better(Draft.Worth one, Draft.Worth other) {
            if (one.filled() != other.filled()) {
                return one.filled() > other.filled() ? one : other;
            }
            return one.fit() > other.fit() ? one : other;
        }

        static boolean hasTheHours(Person person, List<Work> works) {
            for (var monday = Company.TODAY; // a Monday
                    monday.isBefore(Company.TODAY.plusWeeks(60));
                    monday = monday.plusWeeks(1)) {
                var hours = 0;
                for (var work : works) {
                    hours += hours(work.remaining(Company.TODAY), monday);
                }
                var busy = 0;
                for (var commitment : person.commitments()) {
                    busy += hours(commitment, monday);
                }
                if (hours > 0 && hours + busy > person.hoursPerWeek()) {
                    return false;
                }
            }
            return true;
        }

        private static int hours(Commitment commitment, LocalDate monday) {
            var touches = !commitment.to().isBefore(monday) && commitment.from().isBefore(monday.plusWeeks(1));
            return touches ? commitment.hoursPerWeek() : 0;
        }
    }
}
