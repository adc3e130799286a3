package org.traverse.matching.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.counterfactual.Change.BeginsOn;
import org.traverse.matching.counterfactual.Change.EndsOn;
import org.traverse.matching.counterfactual.Change.MoreHours;
import org.traverse.matching.counterfactual.Change.OneLevelMore;
import org.traverse.matching.counterfactual.Change.WorkBeginsOn;
import org.traverse.matching.counterfactual.Counterfactual.IfOnly;
import org.traverse.matching.counterfactual.Counterfactual.NoneAlone;
import org.traverse.matching.counterfactual.Counterfactual.Proposed;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingLimits;
import org.traverse.matching.staffing.StaffingProblem;

class CounterfactualsTest {

    private static final LocalDate MONDAY = LocalDate.parse("2025-03-03");
    private static final UUID SQL = new UUID(3, 1);
    private static final UUID JAVA = new UUID(3, 2);
    private static final UUID KAFKA = new UUID(3, 3);
    private static final UUID RUST = new UUID(3, 4);
    private static final UUID GO = new UUID(3, 5);
    private static final int STEPS = 40;

    @Test
    void oneLevelLetsSomebodyIn() {
        var answer = answer(person(1, Map.of(SQL, 2), 8), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer).isInstanceOfSatisfying(IfOnly.class, found -> {
            assertThat(found.change()).isEqualTo(new OneLevelMore(SQL, 3));
            assertThat(found.proposals()).singleElement().satisfies(proposal -> {
                assertThat(proposal.person()).isEqualTo(new UUID(1, 1));
                assertThat(proposal.seat().work()).isEqualTo(new UUID(2, 1));
            });
        });
    }

    @Test
    void twoLevelsAreNoSingleChange() {
        var answer = answer(person(1, Map.of(SQL, 1), 8), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer).isEqualTo(new NoneAlone(0, 0));
    }

    @Test
    void fourHoursLetSomebodyIn() {
        var answer = answer(person(1, Map.of(SQL, 3), 4), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        IfOnly.class, found -> assertThat(found.change()).isEqualTo(new MoreHours(4)));
    }

    @Test
    void aCommitmentThatEndsInTimeLetsSomebodyIn() {
        var busy = new Commitment(MONDAY, MONDAY.plusDays(30), 8);
        var answer = answer(person(1, Map.of(SQL, 3), 8, busy), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        IfOnly.class,
                        found -> assertThat(found.change()).isEqualTo(new EndsOn(busy, MONDAY.plusDays(13))));
    }

    @Test
    void aCommitmentThatBeginsAfterwardsLetsSomebodyIn() {
        var busy = new Commitment(MONDAY.plusDays(21), MONDAY.plusDays(200), 8);
        var answer = answer(person(1, Map.of(SQL, 3), 8, busy), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        IfOnly.class,
                        found -> assertThat(found.change()).isEqualTo(new BeginsOn(busy, MONDAY.plusDays(77))));
    }

    @Test
    void workThatBeginsAWeekLaterLetsSomebodyIn() {
        var busy = new Commitment(MONDAY.plusDays(14), MONDAY.plusDays(20), 8);
        var work = work(1, new Requirement(SQL, 3, true));
        var answer = answer(person(1, Map.of(SQL, 3), 8, busy), work);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        IfOnly.class,
                        found -> assertThat(found.change()).isEqualTo(new WorkBeginsOn(work, MONDAY.plusDays(21))));
    }

    @Test
    void workIsNotPutOffForMonths() {
        var busy = new Commitment(MONDAY.plusDays(14), MONDAY.plusDays(48), 8);

        assertThat(answer(person(1, Map.of(SQL, 3), 8, busy), work(1, new Requirement(SQL, 3, true))))
                .isEqualTo(new NoneAlone(0, 0));
    }

    /** By fit alone two other changes look better, for work that somebody else would keep. */
    @Test
    void whatBothSidesRankMakesAChangeEnough() {
        var ada =
                person(1, Map.of(SQL, 2, KAFKA, 1, JAVA, 2, RUST, 2, GO, 4), 8).withRanked(List.of(new UUID(2, 1)));
        var works = List.of(
                work(1, new Requirement(SQL, 3, true), new Requirement(KAFKA, 2, false))
                        .withRanked(List.of(ada.id())),
                work(2, new Requirement(JAVA, 3, true), new Requirement(GO, 5, false)),
                work(3, new Requirement(RUST, 3, true), new Requirement(GO, 5, false)));
        var people = List.of(
                ada,
                person(2, Map.of(SQL, 3, KAFKA, 2), 8),
                person(3, Map.of(JAVA, 3, GO, 5), 8),
                person(4, Map.of(RUST, 3, GO, 5), 8));
        var seats = works.stream().map(work -> new SeatToFill(work.id(), 1)).toList();
        var problem = new StaffingProblem(people, works, seats, Set.of(), MONDAY);

        var answer = new Counterfactuals(List.of(problem), List.of((long) STEPS)).of(ada.id());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        IfOnly.class, found -> assertThat(found.change()).isEqualTo(new OneLevelMore(SQL, 3)));
    }

    @Test
    void whoIsProposedNeedsNoChange() {
        var answer = answer(person(1, Map.of(SQL, 3), 8), work(1, new Requirement(SQL, 3, true)));

        assertThat(answer).isInstanceOf(Proposed.class);
    }

    @Test
    void somebodyWhoIsNotInTheBatchIsRefused() {
        var counterfactuals = new Counterfactuals(List.of(new Batch(1).problem()), List.of((long) STEPS));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> counterfactuals.of(new UUID(9, 9)))
                .withMessage("person 00000000-0000-0009-0000-000000000009 is not in the batch");
    }

    @Test
    void nothingIsTriedAfterAStop() {
        var batch = new Batch(1).problem();
        var counterfactuals = new Counterfactuals(List.of(batch), List.of((long) STEPS));
        counterfactuals.stop();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> counterfactuals.of(batch.people().get(0).id()));
    }

    @Test
    void whatIsAnsweredIsTrueWhenTheBatchIsStaffedAgain() {
        var confirmed = 0;
        for (var seed = 0L; seed < 12; seed++) {
            var problem = new Batch(seed).problem();
            var counterfactuals = new Counterfactuals(List.of(problem), List.of((long) STEPS));
            for (var person : problem.people()) {
                var isProposed = isProposed(problem, person.id());
                var answer = counterfactuals.of(person.id());
                assertThat(answer instanceof Proposed).isEqualTo(isProposed);
                if (answer instanceof IfOnly found) {
                    var then = found.change().in(problem, person);
                    assertThat(then).isNotEqualTo(problem);
                    assertThat(isProposed(then, person.id()))
                            .as("seed %d: %s with %s", seed, person.id(), found.change())
                            .isTrue();
                    confirmed++;
                }
            }
        }
        assertThat(confirmed).isGreaterThan(20);
    }

    private static Counterfactual answer(Person person, Work work) {
        var problem = new StaffingProblem(
                List.of(person), List.of(work), List.of(new SeatToFill(work.id(), 1)), Set.of(), MONDAY);
        return new Counterfactuals(List.of(problem), List.of((long) STEPS)).of(person.id());
    }

    private static boolean isProposed(StaffingProblem problem, UUID person) {
        return new Staffing(StaffingLimits.ofSteps(STEPS))
                .start(problem, progress -> {}).solve().proposals().stream()
                        .anyMatch(proposal -> proposal.person().equals(person));
    }

    private static Person person(int id, Map<UUID, Integer> levels, int hours, Commitment... commitments) {
        var skills = new HashMap<UUID, KnownSkill>();
        levels.forEach((skill, level) -> skills.put(skill, new KnownSkill(level, Optional.empty())));
        return new Person(new UUID(1, id), skills, hours, List.of(commitments));
    }

    /** Eight hours a week for eight weeks, from the second Monday on. */
    private static Work work(int id, Requirement... requirements) {
        return new Work(new UUID(2, id), 8, MONDAY.plusDays(14), MONDAY.plusDays(76), List.of(requirements));
    }

    /** More people than seats, so that many go without. */
    private record Batch(long seed) {
        StaffingProblem problem() {
            var random = new Random(seed);
            var people = IntStream.range(0, 14)
                    .mapToObj(id -> person(
                            id,
                            Map.of(SQL, 1 + random.nextInt(5), JAVA, 1 + random.nextInt(5)),
                            4 + 4 * random.nextInt(2)))
                    .toList();
            var works = IntStream.range(0, 5)
                    .mapToObj(id -> work(
                            id,
                            new Requirement(SQL, 1 + random.nextInt(5), true),
                            new Requirement(JAVA, 1 + random.nextInt(5), random.nextBoolean())))
                    .toList();
            var seats = works.stream().map(work -> new SeatToFill(work.id(), 1)).toList();
            return new StaffingProblem(people, works, seats, Set.of(), MONDAY);
        }
    }
}
