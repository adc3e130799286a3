package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;

class RanksTest {
    static final UUID ADA = new UUID(1, 1);
    static final UUID BEN = new UUID(1, 2);
    static final UUID CLEO = new UUID(1, 3);
    static final UUID ONE = new UUID(2, 1);
    static final UUID TWO = new UUID(2, 2);

    @Test
    void areWorthTheirShareOfThePointsOnEachSide() {
        var ranking = person(ADA, TWO, ONE);
        assertThat(Ranks.points(ranking, work(TWO), 10)).isEqualTo(10);
        assertThat(Ranks.points(ranking, work(ONE), 10)).isEqualTo(5);
        assertThat(Ranks.points(ranking, work(ONE, BEN, UUID.randomUUID(), ADA), 10))
                .isEqualTo(5 + 4);
        assertThat(Ranks.points(person(ADA), work(ONE), 10)).isZero();
    }

    @Test
    void areWorthSomethingHoweverManyAreRanked() {
        var works = Stream.generate(UUID::randomUUID).limit(20).toArray(UUID[]::new);
        assertThat(Ranks.points(person(ADA, works), work(works[19]), 10)).isEqualTo(1);
        assertThat(Ranks.points(person(ADA, works), work(works[19]), 0)).isZero();
    }

    @Test
    void countAmongThoseWhoAreInThePlan() {
        var elsewhere = UUID.randomUUID();
        var problem = problem(5, person(ADA, elsewhere, TWO, ONE), person(BEN), work(ONE, elsewhere, BEN), work(TWO));
        assertThat(problem.people().get(0).wishes().ranked()).containsExactly(TWO, ONE);
        assertThat(problem.works().get(0).terms().ranked()).containsExactly(BEN);
        assertThat(problem.with(person(BEN, elsewhere, ONE))
                        .people()
                        .get(1)
                        .wishes()
                        .ranked())
                .containsExactly(ONE);
    }

    @Test
    void countWithoutWhatNoPlanCanGive() {

        var problem = problem(
                        List.of(person(ADA, ONE, TWO), person(BEN), optedOut(CLEO)),
                        Set.of(new Pairing(ADA, ONE)),
                        List.of())
                .rankingWhatMayBe();
        assertThat(problem.people().get(0).wishes().ranked()).containsExactly(TWO);
        assertThat(problem.works().get(0).terms().ranked()).containsExactly(BEN);
    }

    @Test
    void keepTheirPlacesBesideAPin() {
        var pin = new Held(new SeatToFill(ONE, 1), ADA, true);
        var rest = new Pins(problem(List.of(person(ADA, ONE, TWO), person(BEN)), Set.of(), List.of(pin))
                        .rankingWhatMayBe())
                .rest();
        assertThat(rest.people().get(0).wishes().ranked()).containsExactly(ONE, TWO);
        assertThat(rest.works().get(0).terms().ranked()).containsExactly(ADA, BEN);
    }

    @Test
    void decideBetweenPlansOfTheSameFitAsFarAsThePolicySays() {
        assertThat(workOf(ADA, 5, person(ADA, TWO), person(BEN), work(ONE), work(TWO)))
                .isEqualTo(TWO);
        assertThat(workOf(ADA, 5, person(ADA), person(BEN), work(ONE, BEN), work(TWO)))
                .isEqualTo(TWO);
        assertThat(workOf(ADA, 5, person(ADA, ONE), person(BEN, ONE), work(ONE, BEN), work(TWO)))
                .isEqualTo(TWO);
        assertThat(workOf(ADA, 5, person(ADA, ONE), person(BEN, ONE), work(ONE, ADA), work(TWO)))
                .isEqualTo(ONE);
        assertThat(workOf(ADA, 0, person(ADA, TWO), person(BEN), work(ONE), work(TWO)))
                .as("where rankings count for nothing")
                .isEqualTo(workOf(ADA, 0, person(ADA, ONE), person(BEN), work(ONE), work(TWO)));
    }

    @Test
    void areNoPartOfAFitThatBothSidesSee() {
        var fit = Fit.of(person(ADA), work(ONE), Company.TODAY);
        assertThat(Fit.of(person(ADA, ONE), work(ONE, ADA), Company.TODAY)).isEqualTo(fit);
    }

    @Test
    void areRefusedWhereOneIsRankedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> person(ADA, ONE, ONE))
                .withMessage(ONE + " is ranked twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.STANDARD.withRanking(1001))
                .withMessage("ranking is 1001, but must be between 0 and 1000");
    }

    private static UUID workOf(UUID somebody, int points, Person one, Person other, Work first, Work second) {
        var problem = problem(points, one, other, first, second);
        return new Staffing(StaffingLimits.ofSteps(20))
                .start(problem, progress -> {}).solve().proposals().stream()
                        .filter(proposal -> proposal.person().equals(somebody))
                        .map(proposal -> proposal.seat().work())
                        .findFirst()
                        .orElseThrow();
    }

    private static StaffingProblem problem(int points, Person one, Person other, Work first, Work second) {
        return new StaffingProblem(
                List.of(one, other),
                List.of(first, second),
                List.of(new SeatToFill(first.id(), 1), new SeatToFill(second.id(), 1)),
                Set.of(),
                Policy.STANDARD.withRanking(points),
                Company.TODAY);
    }

    /** Of two works, of which the manager of the first ranks Ada, Cleo and Ben. */
    private static StaffingProblem problem(List<Person> people, Set<Pairing> taken, List<Held> held) {
        return new StaffingProblem(
                people,
                List.of(work(ONE, ADA, CLEO, BEN), work(TWO)),
                List.of(new SeatToFill(ONE, 1), new SeatToFill(TWO, 1)),
                taken,
                held,
                Policy.STANDARD,
                Company.TODAY);
    }

    private static Person optedOut(UUID id) {
        var out = new Circumstances(
                Optional.empty(), Optional.empty(), Map.of(), Set.of(), true, Optional.empty(), Set.of());
        return new Person(id, Map.of(), 8, List.of(), out, Wishes.NONE);
    }

    private static Person person(UUID id, UUID... ranked) {
        return new Person(id, Map.of(), 8, List.of(), Circumstances.UNKNOWN, Wishes.NONE.withRanked(List.of(ranked)));
    }

    private static Work work(UUID id, UUID... ranked) {
        var asked = List.of(new Requirement(new UUID(3, 1), 0, false));
        return new Work(
                id, 8, Company.TODAY, Company.TODAY.plusDays(60), asked, Terms.NONE.withRanked(List.of(ranked)));
    }
}
