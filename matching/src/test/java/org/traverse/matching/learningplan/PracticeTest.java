package org.traverse.matching.learningplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.matching.learningplan.LearningPlansTest.MONDAY;
import static org.traverse.matching.learningplan.LearningPlansTest.PYTHON;
import static org.traverse.matching.learningplan.LearningPlansTest.SQL;
import static org.traverse.matching.learningplan.LearningPlansTest.id;
import static org.traverse.matching.learningplan.LearningPlansTest.item;
import static org.traverse.matching.learningplan.LearningPlansTest.weeks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.learningplan.LearningItem.Dates;
import org.traverse.matching.learningplan.LearningPlan.Study;

class PracticeTest {
    static final UUID GIG = id(7);

    @Test
    void leadsToTheNextLevelOfWhatIsDesirable() {
        var ada = person(Map.of(SQL, 2), 8);
        assertThat(practice(ada, desirable(SQL, 3), desirable(PYTHON, 0)))
                .hasValueSatisfying(item -> assertThat(item.gives()).isEqualTo(Map.of(SQL, 3, PYTHON, 1)));
        assertThat(practice(ada, desirable(SQL, 4), desirable(PYTHON, 2))).isEmpty();
        assertThat(practice(ada, desirable(SQL, 2), desirable(PYTHON, 1)))
                .hasValueSatisfying(item -> assertThat(item.gives()).isEqualTo(Map.of(PYTHON, 1)));
    }

    @Test
    void isForThoseWhoMayDoTheWork() {
        var must = new Requirement(SQL, 3, true);
        assertThat(practice(person(Map.of(SQL, 3), 4), must, desirable(PYTHON, 1)))
                .isPresent();
        assertThat(practice(person(Map.of(SQL, 2), 4), must, desirable(PYTHON, 1)))
                .isEmpty();
        assertThat(practice(person(Map.of(SQL, 3), 3), must, desirable(PYTHON, 1)))
                .isEmpty();
    }

    @Test
    void fillsItsOwnWeeksOfAPlan() {
        var gig = practice(person(Map.of(), 4), desirable(SQL, 1)).orElseThrow();
        var plan = LearningPlans.plan(
                List.of(new Aim(SQL, 0, 1, 1), new Aim(PYTHON, 0, 1, 1)),
                List.of(gig, item(1, PYTHON, 1, 12)),
                weeks(5, 5, 0));
        assertThat(plan.studies())
                .containsExactly(
                        new Study(id(1), MONDAY, List.of(5, 1, 1, 5)),
                        new Study(GIG, MONDAY.plusWeeks(1), List.of(4, 4)));
        assertThat(LearningPlans.plan(List.of(new Aim(SQL, 0, 1, 1)), List.of(gig), weeks(5, 3, 0))
                        .studies())
                .isEmpty();
    }

    @Test
    void isWhatItsDefinitionSaysForWhoeverDoesWhatever() {
        int found = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var skills = new HashMap<UUID, Integer>();
            var requirements = new ArrayList<Requirement>();
            for (int skill = 0; skill < 4; skill++) {
                int have = random.nextInt(4);
                if (have > 0) {
                    skills.put(new UUID(0, skill), have);
                }
                if (random.nextBoolean()) {
                    requirements.add(new Requirement(new UUID(0, skill), random.nextInt(5), random.nextInt(4) == 0));
                }
            }
            var from = MONDAY.plusDays(random.nextInt(30));
            var to = from.plusDays(random.nextInt(30));
            var busy = new Commitment(MONDAY.plusDays(random.nextInt(60)), MONDAY.plusDays(60), random.nextInt(5));
            var person = new Person(id(1), known(skills), random.nextInt(9), List.of(busy));
            var work = new Work(GIG, random.nextInt(7), from, to, requirements);
            var expected = expected(person, skills, work, busy);
            assertThat(Practice.of(person, work, Policy.STANDARD, MONDAY))
                    .as("seed " + seed)
                    .isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(100);
    }

    /** Day by day. */
    private static Optional<LearningItem> expected(
            Person person, Map<UUID, Integer> skills, Work work, Commitment busy) {
        boolean may = !work.requirements().isEmpty();
        var gives = new HashMap<UUID, Integer>();
        for (var asked : work.requirements()) {
            int have = skills.getOrDefault(asked.skill(), 0);
            int shown = asked.level() == 0 ? 1 : asked.level();
            if (asked.must()) {
                may &= have >= shown;
            } else if (shown > have && shown - have <= 1) {
                gives.put(asked.skill(), shown);
            }
        }
        var mondays = new HashSet<LocalDate>();
        for (var day = work.from(); !day.isAfter(work.to()); day = day.plusDays(1)) {
            mondays.add(monday(day));
        }
        int hours = 0;
        for (var monday : mondays) {
            boolean isBusy = !monday.plusDays(6).isBefore(busy.from()) && !monday.isAfter(busy.to());
            may &= work.hoursPerWeek() <= Math.max(0, person.hoursPerWeek() - (isBusy ? busy.hoursPerWeek() : 0));
            hours += work.hoursPerWeek();
        }
        return may && hours > 0 && !gives.isEmpty()
                ? Optional.of(new LearningItem(
                        GIG, gives, hours, 0, Set.of(), Optional.of(new Dates(work.from(), work.to()))))
                : Optional.empty();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Two weeks of four hours, from next week on. */
    private static Optional<LearningItem> practice(Person person, Requirement... requirements) {
        var work = new Work(GIG, 4, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2).plusDays(3), List.of(requirements));
        return Practice.of(person, work, Policy.STANDARD, MONDAY);
    }

    private static Person person(Map<UUID, Integer> skills, int hoursPerWeek) {
        return new Person(id(1), known(skills), hoursPerWeek, List.of());
    }

    private static Map<UUID, KnownSkill> known(Map<UUID, Integer> skills) {
        var known = new HashMap<UUID, KnownSkill>();
        skills.forEach((skill, level) -> known.put(skill, new KnownSkill(level, Optional.empty())));
        return known;
    }

    private static Requirement desirable(UUID skill, int level) {
        return new Requirement(skill, level, false);
    }
}
