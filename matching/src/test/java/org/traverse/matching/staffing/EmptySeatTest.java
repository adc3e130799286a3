package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

class EmptySeatTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    static final UUID JAVA = new UUID(0, 1);
    static final UUID SQL = new UUID(0, 2);

    final Person ada = person(8, Map.of(JAVA, 4, SQL, 2));
    final Person ben = person(8, Map.of(SQL, 4));
    final Person eve = person(8, Map.of(SQL, 4));

    @Test
    void isOfWorkThatIsOver() {
        var over = new Work(UUID.randomUUID(), 8, TODAY.minusDays(9), TODAY.minusDays(1), List.of(must(JAVA, 4)));
        assertThat(why(List.of(ada), Set.of(), over)).isEqualTo(new EmptySeat.AlreadyOver(TODAY.minusDays(1)));
    }

    @Test
    void isOfWorkWithoutRequirements() {
        assertThat(why(List.of(ada), Set.of(), work(8))).isEqualTo(new EmptySeat.NoRequirementsKnown());
    }

    @Test
    void findsNobodyInScope() {
        assertThat(why(List.of(), Set.of(), work(8, must(JAVA, 4)))).isEqualTo(new EmptySeat.NobodyInScope());
    }

    @Test
    void namesTheSkillThatKeepsMostPeopleOut() {
        var work = work(8, must(SQL, 3), must(JAVA, 3));
        assertThat(why(List.of(ada, ben, eve), Set.of(), work)).isEqualTo(new EmptySeat.NobodyMeets(JAVA, 3, 2));
    }

    @Test
    void doesNotBlameADesirableSkill() {
        var work = work(8, new Requirement(SQL, 5, false), must(JAVA, 5));
        assertThat(why(List.of(ada, ben, eve), Set.of(), work)).isEqualTo(new EmptySeat.NobodyMeets(JAVA, 5, 3));
    }

    @Test
    void asksForMoreHoursThanTheSkilledHave() {
        assertThat(why(List.of(ada, ben, eve), Set.of(), work(9, must(SQL, 3))))
                .isEqualTo(new EmptySeat.NobodyHasHours(9, 2));
    }

    @Test
    void mayNotGoToThoseWhoWereConsidered() {
        var work = work(8, must(JAVA, 3));
        assertThat(why(List.of(ada, ben), Set.of(new Pairing(ada.id(), work.id())), work))
                .isEqualTo(new EmptySeat.AllTakenBefore(1));
    }

    @Test
    void losesItsPeopleToOtherSeats() {
        assertThat(why(
                        List.of(ben, eve),
                        Set.of(),
                        work(5, must(SQL, 3)),
                        work(5, must(SQL, 3)),
                        work(5, must(SQL, 3))))
                .isEqualTo(new EmptySeat.AllProposedElsewhere(2));
    }

    @Test
    void losesItsPeopleToOtherSeatsOfTheSameWork() {
        var work = work(2, must(JAVA, 3));
        var problem = new StaffingProblem(
                List.of(ada, ben),
                List.of(work),
                List.of(new SeatToFill(work.id(), 1), new SeatToFill(work.id(), 2)),
                Set.of(),
                TODAY);
        var plan = solve(problem, false);
        assertThat(plan.proposals()).extracting(Proposal::person).containsExactly(ada.id());
        assertThat(plan.empty()).extracting(EmptySeat::reason).containsExactly(new EmptySeat.AllProposedElsewhere(1));
    }

    @Test
    void saysSoWhenTheRunWasTooShortToTry() {
        var work = work(5, must(SQL, 3));
        var problem = new StaffingProblem(
                List.of(ada, ben, eve), List.of(work), List.of(new SeatToFill(work.id(), 1)), Set.of(), TODAY);
        assertThat(solve(problem, true).empty())
                .extracting(EmptySeat::reason)
                .containsExactly(new EmptySeat.NotTriedYet(2));
    }

    @Test
    void isNotLookedIntoOnceTheRunHasLongBeenStopped() {
        var over = new Work(JAVA, 8, TODAY.minusDays(9), TODAY.minusDays(1), List.of(must(SQL, 3)));
        var work = work(5, must(SQL, 3));
        var problem = new StaffingProblem(List.of(ada), List.of(over, work), List.of(), Set.of(), TODAY);
        var why = new WhyEmpty(problem, Map.of(), () -> true);
        assertThat(why.stays(work)).isEqualTo(new EmptySeat.NotLookedInto());
        assertThat(why.stays(over)).as("takes no look").isEqualTo(new EmptySeat.AlreadyOver(TODAY.minusDays(1)));
    }

    @Test
    void saysWhyInASentence() {
        assertThat(new EmptySeat(new SeatToFill(JAVA, 1), new EmptySeat.NobodyMeets(JAVA, 3, 2)).because())
                .isEqualTo("Nobody in scope meets every required skill;"
                        + " the one that keeps most out is missing or below level 3 for 2 people.");
        assertThat(new EmptySeat(new SeatToFill(JAVA, 1), new EmptySeat.NobodyHasHours(9, 1)).because())
                .isEqualTo("Nobody who has the required skills (1 person) has the 9 hours a week free.");
    }

    private static EmptySeat.Reason why(List<Person> people, Set<Pairing> taken, Work... works) {
        var seats = new HashSet<SeatToFill>();
        for (var work : works) {
            seats.add(new SeatToFill(work.id(), 1));
        }
        var plan = solve(new StaffingProblem(people, List.of(works), List.copyOf(seats), taken, TODAY), false);
        assertThat(plan.empty()).hasSize(1);
        return plan.empty().get(0).reason();
    }

    private static StaffingPlan solve(StaffingProblem problem, boolean stopped) {
        var run = new Staffing(StaffingLimits.ofSteps(40)).start(problem, progress -> {});
        if (stopped) {
            run.stop();
        }
        return run.solve();
    }

    private static Person person(int hours, Map<UUID, Integer> levels) {
        var skills = new HashMap<UUID, KnownSkill>();
        levels.forEach((skill, level) -> skills.put(skill, new KnownSkill(level, Optional.empty())));
        return new Person(UUID.randomUUID(), skills, hours, List.of());
    }

    private static Work work(int hours, Requirement... requirements) {
        return new Work(UUID.randomUUID(), hours, TODAY, TODAY.plusDays(60), List.of(requirements));
    }

    private static Requirement must(UUID skill, int level) {
        return new Requirement(skill, level, true);
    }
}
