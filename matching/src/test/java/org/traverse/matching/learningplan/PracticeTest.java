package org.traverse.matching.learningplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.matching.learningplan.LearningPlansTest.MONDAY;
import static org.traverse.matching.learningplan.LearningPlansTest.PYTHON;
import static org.traverse.matching.learningplan.LearningPlansTest.SQL;
import static org.traverse.matching.learningplan.LearningPlansTest.chosen;
import static org.traverse.matching.learningplan.LearningPlansTest.id;
import static org.traverse.matching.learningplan.LearningPlansTest.item;
import static org.traverse.matching.learningplan.LearningPlansTest.weeks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
        var ada = person(Map.of(), 4);
        var gig = practice(ada, desirable(SQL, 1)).orElseThrow();
        var plan = LearningPlans.plan(
                List.of(new Aim(SQL, 0, 1, 1), new Aim(PYTHON, 0, 1, 1)),
                List.of(gig, item(1, PYTHON, 1, 12)),
                weeks(5, 5, 0).withWorkOf(ada));
        assertThat(plan.studies())
                .containsExactly(
                        new Study(id(1), MONDAY, List.of(5, 1, 1, 5)),
                        new Study(GIG, MONDAY.plusWeeks(1), List.of(4, 4)));
        assertThat(LearningPlans.plan(
                                List.of(new Aim(SQL, 0, 1, 1)),
                                List.of(gig),
                                weeks(5, 3, 0).withWorkOf(ada))
                        .studies())
                .isEmpty();
    }

    @Test
    void sharesTheHoursForWorkWithOtherWorkHoweverManyThereAreForStudy() {
        var ada = person(Map.of(), 7);
        var aims = List.of(new Aim(SQL, 0, 1, 1), new Aim(PYTHON, 0, 1, 2));
        var gigs = List.of(
                practice(ada, id(1), desirable(SQL, 1)).orElseThrow(),
                practice(ada, id(2), desirable(PYTHON, 1)).orElseThrow());
        var time = weeks(5, 40, 0);
        assertThat(chosen(LearningPlans.plan(aims, gigs, time.withWorkOf(ada)))).containsExactly(id(2));
        assertThat(chosen(LearningPlans.plan(aims, gigs, time.withWorkOf(ada.withHoursPerWeek(8)))))
                .containsExactly(id(1), id(2));
        assertThat(chosen(LearningPlans.plan(aims, gigs, time))).isEmpty();
    }

    @Test
    void neverTakesMoreThanIsFreeInAnyWeekAndIsThenTheBestOfEverySubset() {
        int crowded = 0;
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var busy = new Commitment(MONDAY.plusDays(random.nextInt(20)), MONDAY.plusDays(30), random.nextInt(5));
            var person = new Person(id(99), Map.of(), 4 + random.nextInt(8), List.of(busy));
            var aims = IntStream.range(0, 4)
                    .mapToObj(skill -> new Aim(new UUID(0, skill), 0, 1 + random.nextInt(2), 1 + random.nextInt(5)))
                    .toList();
            var works = works(random, 7);
            var catalogue = new ArrayList<>(works.values().stream()
                    .flatMap(work -> Practice.of(person, work, Policy.STANDARD, MONDAY).stream())
                    .toList());
            catalogue.add(item(90, new UUID(0, 0), 2, 1 + random.nextInt(30)));
            catalogue.add(item(91, new UUID(0, 1), 1, 1 + random.nextInt(30)));
            var time = weeks(7, 6 + random.nextInt(20), 0).withWorkOf(person);
            var plan = LearningPlans.plan(aims, catalogue, time);
            assertThat(person.hoursOver(commitments(chosen(plan), works)))
                    .as("seed " + seed)
                    .isZero();
            var best = EverySubset.best(
                    aims,
                    catalogue,
                    Cheapest.HOURS,
                    some -> Hours.canBePlaced(some, time) && person.hoursOver(commitments(ids(some), works)) == 0);
            assertThat(Outcome.of(plan))
                    .as("seed " + seed)
                    .usingComparator(Outcome.by(Cheapest.HOURS))
                    .isEqualTo(best);
            var hasty = LearningPlans.plan(aims, catalogue, time, Cheapest.HOURS, new Effort(1L << random.nextInt(14)));
            assertThat(hasty.closed() + hasty.mayCloseMore()).as("seed " + seed).isGreaterThanOrEqualTo(best.closed());
            crowded += person.hoursOver(commitments(ids(catalogue), works)) > 0 ? 1 : 0;
        }
        assertThat(crowded).isGreaterThan(100);
    }

    @Test
    void isProvenForSixtyGigsThatShareTheHoursForWork() {
        for (int seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            var aims = IntStream.range(0, 20)
                    .mapToObj(skill -> new Aim(new UUID(0, skill), 0, 1, random.nextBoolean() ? 10 : 1))
                    .toList();
            var gigs = IntStream.range(0, 60).mapToObj(id -> gig(id, random)).toList();
            var time = weeks(12, 40, 0, Collections.nCopies(12, 8));
            assertThat(LearningPlans.plan(aims, gigs, time).isOptimal())
                    .as("seed " + seed)
                    .isTrue();
        }
    }

    private static LearningItem gig(int id, Random random) {
        var gives = new HashMap<UUID, Integer>();
        for (int k = 0; k <= random.nextInt(3); k++) {
            gives.put(new UUID(0, random.nextInt(20)), 1);
        }
        int weeks = 2 + random.nextInt(5);
        var from = MONDAY.plusWeeks(random.nextInt(13 - weeks));
        var dates = new Dates(from, from.plusWeeks(weeks).minusDays(3), true);
        return new LearningItem(id(id), gives, weeks * (2 + random.nextInt(4)), 0, Set.of(), Optional.of(dates));
    }

    private static Map<UUID, Work> works(Random random, int count) {
        var works = new HashMap<UUID, Work>();
        for (int id = 0; id < count; id++) {
            var from = MONDAY.plusDays(random.nextInt(25));
            var to = from.plusDays(random.nextInt(20));
            works.put(
                    id(id),
                    new Work(
                            id(id),
                            1 + random.nextInt(5),
                            from,
                            to,
                            List.of(desirable(new UUID(0, random.nextInt(4)), 1), desirable(new UUID(0, 9), 1))));
        }
        return works;
    }

    private static List<UUID> ids(List<LearningItem> items) {
        return items.stream().map(LearningItem::id).toList();
    }

    private static List<Commitment> commitments(Collection<UUID> ids, Map<UUID, Work> works) {
        return ids.stream()
                .filter(works::containsKey)
                .map(id -> works.get(id).remaining(MONDAY))
                .toList();
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
                        GIG, gives, hours, 0, Set.of(), Optional.of(new Dates(work.from(), work.to(), true))))
                : Optional.empty();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Two weeks of four hours, from next week on. */
    private static Optional<LearningItem> practice(Person person, Requirement... requirements) {
        return practice(person, GIG, requirements);
    }

    private static Optional<LearningItem> practice(Person person, UUID id, Requirement... requirements) {
        var work = new Work(id, 4, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2).plusDays(3), List.of(requirements));
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
