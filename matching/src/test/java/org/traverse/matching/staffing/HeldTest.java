package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;

class HeldTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    private static final UUID SQL = new UUID(3, 1);
    private static final UUID WISHED = new UUID(3, 9);
    private static final Work WORK = work(1);
    private static final Work OTHER = work(2);
    private static final SeatToFill SEAT = new SeatToFill(WORK.id(), 1);
    private static final Person GOOD = person(1, 3);
    private static final Person BETTER = person(2, 5);
    private static final Person POOR = person(3, 1);

    @Test
    void aSeatIsLeftToWhoHasItUnlessThePlanGainsEnough() {
        var alike = person(9, 5);
        for (var who : List.of(BETTER, alike)) {
            var problem = problem(List.of(BETTER, alike), List.of(SEAT), new Held(SEAT, who.id(), false));
            assertThat(people(solve(problem))).containsExactly(who.id());
        }
        var gain = problem(List.of(GOOD, BETTER), List.of(SEAT), new Held(SEAT, GOOD.id(), false));
        assertThat(people(solve(gain))).containsExactly(BETTER.id());
    }

    @Test
    void whoIsNotEligibleAnyMoreStaysOnlyWherePinned() {
        for (var pinned : List.of(true, false)) {
            var problem = problem(List.of(POOR), List.of(SEAT), new Held(SEAT, POOR.id(), pinned));
            assertThat(solve(problem).proposals()).hasSize(pinned ? 1 : 0);
        }
    }

    @Test
    void aPinnedSeatStaysWhateverCouldBeDoneWithIt() {
        var problem = problem(List.of(POOR, BETTER), List.of(SEAT), new Held(SEAT, POOR.id(), true));

        var plan = solve(problem);

        assertThat(people(plan)).containsExactly(POOR.id());
        assertThat(plan.empty()).isEmpty();
    }

    @Test
    void thePinnedHaveOnlyTheirOtherHours() {
        var seats = List.of(SEAT, new SeatToFill(OTHER.id(), 1));

        assertThat(solve(problem(List.of(BETTER), seats)).proposals()).hasSize(1);
        assertThat(solve(problem(List.of(BETTER), seats, new Held(SEAT, BETTER.id(), true)))
                        .proposals())
                .extracting(Proposal::seat)
                .containsExactly(SEAT);
    }

    @Test
    void twoSwapTheirSeatsWhereThatGainsEnough() {
        var java = new UUID(3, 2);
        var needsJava =
                new Work(new UUID(2, 3), 8, TODAY, TODAY.plusDays(60), List.of(new Requirement(java, 4, false)));
        var needsSql = new Work(new UUID(2, 4), 8, TODAY, TODAY.plusDays(60), List.of(new Requirement(SQL, 4, false)));
        var ofJava = new Person(new UUID(1, 7), Map.of(java, known(5)), 8, List.of());
        var ofSql = new Person(new UUID(1, 8), Map.of(SQL, known(5)), 8, List.of());
        var one = new SeatToFill(needsJava.id(), 1);
        var two = new SeatToFill(needsSql.id(), 1);
        var problem = new StaffingProblem(
                List.of(ofJava, ofSql),
                List.of(needsJava, needsSql),
                List.of(one, two),
                Set.of(),
                List.of(new Held(one, ofSql.id(), false), new Held(two, ofJava.id(), false)),
                Policy.STANDARD,
                TODAY);

        assertThat(people(solve(problem))).containsExactly(ofJava.id(), ofSql.id());
    }

    @Test
    void anEarlierPlanIsRepairedNotShuffled() {
        var keptWhenHeld = 0;
        var keptWhenForgotten = 0;
        for (var seed = 0L; seed < 10; seed++) {
            var company = new Company(seed, 60, 20, 2, 6).problem();
            var before = solve(company);
            var gone = before.proposals().get((int) seed).person();
            var problem = without(gone, company, List.of());
            var held = before.proposals().stream()
                    .filter(proposal -> !proposal.person().equals(gone))
                    .map(proposal -> new Held(proposal.seat(), proposal.person(), false))
                    .toList();

            var repaired = solve(without(gone, company, held));

            keptWhenHeld += kept(held, repaired);
            keptWhenForgotten += kept(held, solve(problem));
            assertThat(repaired.proposals()).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(held.size());
        }
        assertThat(keptWhenHeld).isGreaterThan(keptWhenForgotten + 100);
    }

    private static StaffingProblem without(UUID gone, StaffingProblem company, List<Held> held) {
        var others = new ArrayList<>(company.people());
        others.removeIf(person -> person.id().equals(gone));
        return new StaffingProblem(
                others, company.works(), company.seats(), company.taken(), held, Policy.STANDARD, TODAY);
    }

    private static long kept(List<Held> held, StaffingPlan plan) {
        return plan.proposals().stream()
                .filter(proposal -> held.contains(new Held(proposal.seat(), proposal.person(), false)))
                .count();
    }

    @Test
    void isRefusedByTheNameOfWhatIsWrong() {
        refused("person " + BETTER.id() + " is pinned to seats of 8 hours a week more than are free", () -> {
            var other = new SeatToFill(OTHER.id(), 1);
            new Staffing(StaffingLimits.ofSteps(1))
                    .start(
                            problem(
                                    List.of(BETTER),
                                    List.of(SEAT, other),
                                    new Held(SEAT, BETTER.id(), true),
                                    new Held(other, BETTER.id(), true)),
                            progress -> {});
        });
        refused(
                "who has a seat, " + SEAT + " is given twice",
                () -> problem(
                        List.of(GOOD, BETTER),
                        List.of(SEAT),
                        new Held(SEAT, GOOD.id(), true),
                        new Held(SEAT, BETTER.id(), false)));
        var second = new SeatToFill(WORK.id(), 2);
        refused(
                "who has a seat, " + new Pairing(GOOD.id(), WORK.id()) + " is given twice",
                () -> problem(
                        List.of(GOOD),
                        List.of(SEAT, second),
                        new Held(SEAT, GOOD.id(), true),
                        new Held(second, GOOD.id(), false)));
        refused(
                SEAT + ", which somebody has, is not among the seats",
                () -> problem(List.of(GOOD), List.of(second), new Held(SEAT, GOOD.id(), true)));
        refused(
                "person " + BETTER.id() + ", who has a seat, is not in scope",
                () -> problem(List.of(GOOD), List.of(SEAT), new Held(SEAT, BETTER.id(), true)));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static StaffingPlan solve(StaffingProblem problem) {
        return new Staffing(StaffingLimits.ofSteps(40), EnvironmentMode.FULL_ASSERT)
                .start(problem, progress -> {})
                .solve();
    }

    private static List<UUID> people(StaffingPlan plan) {
        return plan.proposals().stream().map(Proposal::person).toList();
    }

    private static StaffingProblem problem(List<Person> people, List<SeatToFill> seats, Held... held) {
        return new StaffingProblem(
                people, List.of(WORK, OTHER), seats, Set.of(), List.of(held), Policy.STANDARD, TODAY);
    }

    private static Person person(int id, int level) {
        return new Person(new UUID(1, id), Map.of(SQL, known(level), WISHED, known(level)), 8, List.of());
    }

    private static KnownSkill known(int level) {
        return new KnownSkill(level, Optional.empty());
    }

    private static Work work(int id) {
        return new Work(
                new UUID(2, id),
                8,
                TODAY,
                TODAY.plusDays(60),
                List.of(new Requirement(SQL, 2, true), new Requirement(WISHED, 5, false)));
    }
}
