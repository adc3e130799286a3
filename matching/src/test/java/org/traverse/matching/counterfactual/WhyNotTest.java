package org.traverse.matching.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Block;
import org.traverse.matching.staffing.EmptySeat;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingLimits;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;

class WhyNotTest {

    private static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    private static final UUID SQL = new UUID(3, 1);
    private static final Circumstances OPTED_OUT =
            new Circumstances(Optional.empty(), Optional.empty(), Map.of(), Set.of(), true, Optional.empty(), Set.of());
    private static final Person KNOWS = person(1, 3);
    private static final Person KNOWS_LESS = person(2, 2);
    private static final Work WORK = work(1, 3);

    @Test
    void thereIsNothingToFill() {
        var problem = new StaffingProblem(List.of(KNOWS), List.of(WORK), List.of(), Set.of(), TODAY);

        assertThat(whyNot(problem, KNOWS)).isEqualTo(new WhyNot.NothingToFill());
    }

    @Test
    void nobodyIsEligibleAndTheNearestWorkIsNamed() {
        var farther = work(2, 5);
        var problem =
                new StaffingProblem(List.of(KNOWS_LESS), List.of(farther, WORK), seats(farther, WORK), Set.of(), TODAY);

        assertThat(whyNot(problem, KNOWS_LESS))
                .isEqualTo(new WhyNot.NotEligible(WORK.id(), List.of(new Block.SkillTooLow(SQL, 3, 2))));
    }

    @Test
    void whoeverOptedOutIsToldFromNobodyWhomSeveralRulesKeep() {
        var free = new Person(new UUID(1, 3), Map.of(), 2, List.of()); // neither skill nor hours
        var out = new Person(KNOWS.id(), KNOWS.skills(), 8, List.of(), OPTED_OUT, Wishes.NONE);
        var lessAndOut = new Person(KNOWS_LESS.id(), KNOWS_LESS.skills(), 8, List.of(), OPTED_OUT, Wishes.NONE);
        var problem = new StaffingProblem(List.of(free, out, lessAndOut), List.of(WORK), seats(WORK), Set.of(), TODAY);

        assertThat(plan(problem).proposals()).isEmpty();
        assertThat(Stream.of(free, out, lessAndOut)
                        .map(person -> whyNot(problem, person).because()))
                .containsOnly("There is no seat they may take.");
    }

    @Test
    void theyWereConsideredBefore() {
        var problem = new StaffingProblem(
                List.of(KNOWS), List.of(WORK), seats(WORK), Set.of(new Pairing(KNOWS.id(), WORK.id())), TODAY);

        assertThat(whyNot(problem, KNOWS)).isEqualTo(new WhyNot.ConsideredBefore(1));
    }

    @Test
    void othersAreInTheirPlace() {
        var open = work(1, 2);
        var problem = new StaffingProblem(List.of(KNOWS, person(3, 2)), List.of(open), seats(open), Set.of(), TODAY);
        var without = plan(problem).proposals().get(0).person().equals(KNOWS.id()) ? person(3, 2) : KNOWS;

        assertThat(whyNot(problem, without)).isEqualTo(new WhyNot.OthersInTheirPlace(1));
    }

    @Test
    void theRunEndedTooEarly() {
        var problem = new StaffingProblem(List.of(KNOWS), List.of(WORK), seats(WORK), Set.of(), TODAY);
        var seat = new EmptySeat(problem.seats().get(0), new EmptySeat.NotTriedYet(1));

        assertThat(WhyNot.of(problem, new StaffingPlan(List.of(), List.of(seat), true, List.of(0L)), KNOWS))
                .isEqualTo(new WhyNot.NotTriedYet(1));
    }

    private static WhyNot whyNot(StaffingProblem problem, Person person) {
        return WhyNot.of(problem, plan(problem), person);
    }

    private static StaffingPlan plan(StaffingProblem problem) {
        return new Staffing(StaffingLimits.ofSteps(20))
                .start(problem, progress -> {})
                .solve();
    }

    private static Person person(int id, int level) {
        return new Person(new UUID(1, id), Map.of(SQL, new KnownSkill(level, Optional.empty())), 8, List.of());
    }

    private static Work work(int id, int level) {
        return new Work(new UUID(2, id), 8, TODAY, TODAY.plusDays(60), List.of(new Requirement(SQL, level, true)));
    }

    private static List<SeatToFill> seats(Work... works) {
        return List.of(works).stream().map(work -> new SeatToFill(work.id(), 1)).toList();
    }
}
