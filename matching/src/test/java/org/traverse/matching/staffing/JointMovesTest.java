package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.traverse.matching.counterfactual.WhyNot;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

class JointMovesTest {
    static final LocalDate TODAY = Company.TODAY;
    static final UUID SQL = new UUID(3, 1);
    static final UUID JAVA = new UUID(3, 2);
    static final Person ADA = person(1, 8, Map.of(SQL, 5));
    static final Person BEN = person(2, 8, Map.of(SQL, 5));
    static final Person EVE = person(3, 8, Map.of(SQL, 3));
    static final Work INLAND = work(1, 8, "Warsaw", new Requirement(SQL, 3, true), new Requirement(JAVA, 1, false));
    static final Work COASTAL = work(2, 8, "Gdynia", new Requirement(SQL, 3, true));
    static final Work ANYWHERE = work(3, 8, null, new Requirement(SQL, 3, true));
    static final Work NEARBY = work(4, 8, "WARSAW", new Requirement(SQL, 3, true));
    static final SeatToFill OF_INLAND = new SeatToFill(INLAND.id(), 1);
    static final SeatToFill OF_COASTAL = new SeatToFill(COASTAL.id(), 1, 5);
    static final SeatToFill OF_ANYWHERE = new SeatToFill(ANYWHERE.id(), 1);
    static final SeatToFill OF_NEARBY = new SeatToFill(NEARBY.id(), 1);
    static final Pair COUPLE = new Pair(ADA.id(), BEN.id(), false);
    static final Pair NEIGHBOURS = new Pair(ADA.id(), BEN.id(), true);

    @Nested
    class ABackfill {
        final JointMoves backfill = new JointMoves(List.of(), List.of(new Backfill(OF_INLAND, ADA.id())));
        final Held held = new Held(OF_INLAND, ADA.id(), false);

        @Test
        void keepsWhoHasASeatThatNobodyElseCanTake() {
            assertThat(places(solve(problem(List.of(ADA), JointMoves.NONE, List.of(held), OF_INLAND, OF_COASTAL))))
                    .isEqualTo(Map.of(OF_COASTAL, ADA.id()));
            assertThat(places(solve(problem(List.of(ADA), backfill, List.of(held), OF_INLAND, OF_COASTAL))))
                    .isEqualTo(Map.of(OF_INLAND, ADA.id()));
        }

        @Test
        void letsThemGoToWhatMattersMoreOnceSomebodyElseTakesTheSeat() {
            assertThat(places(solve(problem(List.of(ADA, EVE), backfill, List.of(held), OF_INLAND, OF_COASTAL))))
                    .containsOnlyKeys(OF_INLAND, OF_COASTAL);
        }

        @Test
        void bindsNobodyWhoMayNotHaveTheSeatAnyMore() {
            var gone = new StaffingProblem(
                    List.of(ADA),
                    List.of(INLAND, COASTAL),
                    List.of(OF_INLAND, OF_COASTAL),
                    Set.of(new Pairing(ADA.id(), INLAND.id())),
                    List.of(held),
                    backfill,
                    Policy.STANDARD,
                    TODAY);
            assertThat(places(solve(gone))).isEqualTo(Map.of(OF_COASTAL, ADA.id()));
            assertThat(gone.heldTo(Map.of(OF_COASTAL, ADA.id())).stillHeld()).containsOnlyKeys(OF_COASTAL);
        }

        @Test
        void bindsStillWhenAChangeTakesAwayWhoeverCameInTheirStead() {
            var before = problem(List.of(ADA, EVE), backfill, List.of(held), OF_INLAND, OF_COASTAL);
            var found = Map.of(OF_INLAND, EVE.id(), OF_COASTAL, ADA.id());
            var after = problem(List.of(ADA), backfill, List.of(held), OF_INLAND, OF_COASTAL);
            assertThat(before.heldTo(found).stillHeld()).isEqualTo(found);
            assertThat(places(solve(after.heldTo(found)))).isEqualTo(Map.of(OF_INLAND, ADA.id()));
        }

        @Test
        void letsTwoSwapWhereEachGainsMoreThanStayingIsWorthAndElseLeavesThem() {
            assertThat(swaps(5)).isTrue();
            assertThat(swaps(4)).isFalse();
        }

        /** Each knows at level 3 what their own seat would like to be known at 5, and at this level what the other's would. */
        private boolean swaps(int level) {
            var ofJava = person(7, 8, Map.of(JAVA, level, SQL, 3));
            var ofSql = person(8, 8, Map.of(SQL, level, JAVA, 3));
            var needsJava = work(7, 8, null, new Requirement(JAVA, 5, false));
            var needsSql = work(8, 8, null, new Requirement(SQL, 5, false));
            var first = new SeatToFill(needsJava.id(), 1);
            var second = new SeatToFill(needsSql.id(), 1);
            var problem = new StaffingProblem(
                    List.of(ofJava, ofSql),
                    List.of(needsJava, needsSql),
                    List.of(first, second),
                    Set.of(),
                    List.of(new Held(first, ofSql.id(), false), new Held(second, ofJava.id(), false)),
                    new JointMoves(
                            List.of(), List.of(new Backfill(first, ofSql.id()), new Backfill(second, ofJava.id()))),
                    new Policy(Weights.STANDARD, 24, 12, 0, 0, 20),
                    TODAY);
            var gain = problem.fit(ofJava, needsJava).score()
                    - problem.fit(ofSql, needsJava).score();
            assertThat(gain).isEqualTo(level == 5 ? 28 : 14);
            return places(solve(problem)).equals(Map.of(first, ofJava.id(), second, ofSql.id()));
        }
    }

    @Nested
    class APair {
        @Test
        void getsASeatEachOrNeitherDoes() {
            assertThat(places(solve(pair(COUPLE, OF_INLAND, OF_COASTAL)))).containsOnlyKeys(OF_INLAND, OF_COASTAL);
            assertThat(places(solve(pair(COUPLE, OF_COASTAL)))).isEmpty();
            var others = problem(List.of(ADA, BEN, EVE), together(COUPLE), List.of(), OF_COASTAL);
            var plan = solve(others);
            assertThat(places(plan)).isEqualTo(Map.of(OF_COASTAL, EVE.id()));
            assertThat(WhyNot.of(others, plan, ADA)).isEqualTo(new WhyNot.NoSeatsForBoth());
        }

        @Test
        void mayHaveSeveralSeatsWhereTheOtherHasOne() {
            var busy = person(1, 16, Map.of(SQL, 5));
            var problem = problem(List.of(busy, BEN), together(COUPLE), List.of(), OF_INLAND, OF_COASTAL, OF_ANYWHERE);
            assertThat(solve(problem).empty()).isEmpty();
        }

        @Test
        void isInOnePlaceWhereItIsToBe() {
            assertThat(places(solve(pair(NEIGHBOURS, OF_INLAND, OF_COASTAL)))).isEmpty();
            assertThat(places(solve(pair(NEIGHBOURS, OF_INLAND, OF_ANYWHERE))))
                    .containsOnlyKeys(OF_INLAND, OF_ANYWHERE);
            assertThat(places(solve(pair(NEIGHBOURS, OF_INLAND, OF_NEARBY))))
                    .as("in whatever case the place is written")
                    .containsOnlyKeys(OF_INLAND, OF_NEARBY);
        }

        @Test
        void isSettledByAPinButForThePlace() {
            var pin = new Held(OF_INLAND, ADA.id(), true);
            assertThat(places(solve(problem(List.of(ADA, BEN), together(COUPLE), List.of(pin), OF_INLAND))))
                    .isEqualTo(Map.of(OF_INLAND, ADA.id()));
            var elsewhere = problem(List.of(ADA, BEN), together(NEIGHBOURS), List.of(pin), OF_INLAND, OF_COASTAL);
            var plan = solve(elsewhere);
            assertThat(places(plan)).isEqualTo(Map.of(OF_INLAND, ADA.id()));
            assertThat(plan.empty()).extracting(EmptySeat::reason).containsExactly(new EmptySeat.OnlyTogether(1));
            assertThat(WhyNot.of(elsewhere, plan, BEN)).isEqualTo(new WhyNot.NoSeatsForBoth());
        }

        @Test
        void thatIsNotPlacedIsToldSoAndTheSeatSaysIt() {
            var problem = pair(COUPLE, OF_COASTAL);
            var plan = solve(problem);
            assertThat(plan.empty()).extracting(EmptySeat::reason).containsExactly(new EmptySeat.OnlyTogether(2));
            assertThat(WhyNot.of(problem, plan, ADA)).isEqualTo(new WhyNot.NoSeatsForBoth());
        }

        @Test
        void isNotHalfThereInARunThatIsStoppedBeforeItBegins() {
            var problem = problem(
                    List.of(ADA, BEN), together(COUPLE), List.of(new Held(OF_COASTAL, ADA.id(), false)), OF_COASTAL);
            var run = new Staffing(StaffingLimits.ofSteps(9)).start(problem, progress -> {});
            run.stop();
            assertThat(run.solve().proposals()).isEmpty();
        }

        private static StaffingProblem pair(Pair pair, SeatToFill... seats) {
            return problem(List.of(ADA, BEN), together(pair), List.of(), seats);
        }
    }

    @Nested
    class AreRefused {
        @Test
        void whereAPairCannotBe() {
            refused("person " + ADA.id() + " is paired with themselves", () -> new Pair(ADA.id(), ADA.id(), true));
            refused(
                    "person " + ADA.id() + " is in two pairs",
                    () -> new JointMoves(List.of(COUPLE, new Pair(EVE.id(), ADA.id(), false)), List.of()));
            refused(
                    "person " + BEN.id() + " of a pair is not in scope",
                    () -> problem(List.of(ADA), together(COUPLE), List.of(), OF_COASTAL));
            var inTwo = problem(
                    List.of(ADA, BEN),
                    together(NEIGHBOURS),
                    List.of(new Held(OF_INLAND, ADA.id(), true), new Held(OF_COASTAL, BEN.id(), true)),
                    OF_INLAND,
                    OF_COASTAL);
            refused(
                    "persons " + ADA.id() + " and " + BEN.id() + ", who move to one place, are pinned to two",
                    () -> solve(inTwo));
        }

        @Test
        void whereABackfillCannotBe() {
            var ofAda = new Backfill(OF_INLAND, ADA.id());
            refused(
                    OF_INLAND + " is to be backfilled twice",
                    () -> new JointMoves(List.of(), List.of(ofAda, new Backfill(OF_INLAND, BEN.id()))));
            var joint = new JointMoves(List.of(), List.of(ofAda));
            refused(
                    OF_INLAND + ", which is to be backfilled, is not among the seats",
                    () -> problem(List.of(ADA), joint, List.of(), OF_COASTAL));
            refused(
                    "person " + ADA.id() + ", who is to be backfilled, is not in scope",
                    () -> problem(List.of(BEN), joint, List.of(), OF_INLAND));
        }

        private static void refused(String message, ThrowingCallable call) {
            assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
        }
    }

    private static JointMoves together(Pair pair) {
        return new JointMoves(List.of(pair), List.of());
    }

    private static Map<SeatToFill, UUID> places(StaffingPlan plan) {
        return plan.proposals().stream().collect(Collectors.toMap(Proposal::seat, Proposal::person));
    }

    private static StaffingPlan solve(StaffingProblem problem) {
        return new Staffing(StaffingLimits.ofSteps(25), EnvironmentMode.FULL_ASSERT)
                .start(problem, progress -> {})
                .solve();
    }

    private static StaffingProblem problem(
            List<Person> people, JointMoves joint, List<Held> held, SeatToFill... seats) {
        return new StaffingProblem(
                people,
                List.of(INLAND, COASTAL, ANYWHERE, NEARBY),
                List.of(seats),
                Set.of(),
                held,
                joint,
                Policy.STANDARD,
                TODAY);
    }

    private static Person person(int id, int hours, Map<UUID, Integer> levels) {
        var known = new HashMap<UUID, KnownSkill>();
        levels.forEach((skill, level) -> known.put(skill, new KnownSkill(level, Optional.empty())));
        return new Person(new UUID(1, id), known, hours, List.of());
    }

    private static Work work(int id, int hours, String place, Requirement... requirements) {
        var terms = new Terms(
                Optional.ofNullable(place), false, Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.empty());
        return new Work(new UUID(2, id), hours, TODAY, TODAY.plusDays(60), List.of(requirements), terms);
    }
}
