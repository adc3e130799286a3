package org.traverse.matching.learningplan;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.learningplan.LearningItem.Dates;
import org.traverse.matching.learningplan.LearningPlan.Study;

class LearningPlansTest {
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    static final UUID SQL = new UUID(0, 1);
    static final UUID PYTHON = new UUID(0, 2);

    static UUID id(int number) {
        return new UUID(1, number);
    }

    static LearningItem item(int id, UUID skill, int level, int hours) {
        return new LearningItem(id(id), Map.of(skill, level), hours);
    }

    static LearningItem item(int id, UUID skill, int level, int hours, long cost, Integer... after) {
        var needed = Arrays.stream(after).map(LearningPlansTest::id).collect(toSet());
        return new LearningItem(id(id), Map.of(skill, level), hours, cost, needed, Optional.empty());
    }

    static LearningItem dated(LearningItem item, LocalDate from, LocalDate to) {
        return new LearningItem(
                item.id(), item.gives(), item.hours(), item.cost(), item.after(), Optional.of(new Dates(from, to)));
    }

    static StudyTime weeks(int weeks, int hours, long budget) {
        return weeks(weeks, hours, budget, List.of());
    }

    static StudyTime weeks(int weeks, int hours, long budget, List<Integer> workHours) {
        return new StudyTime(hours, MONDAY, MONDAY.plusWeeks(weeks).minusDays(1), budget, workHours);
    }

    static Set<UUID> chosen(LearningPlan plan) {
        return new HashSet<>(plan.studies().stream().map(Study::item).toList());
    }

    @Nested
    class Chooses {
        @Test
        void theFewestHoursThatCloseTheGap() {
            var plan = LearningPlans.plan(
                    List.of(new Aim(SQL, 1, 3, 1)),
                    List.of(item(1, SQL, 3, 20), item(2, SQL, 3, 12), item(3, SQL, 5, 30), item(4, PYTHON, 3, 1)),
                    weeks(4, 10, 0));
            assertThat(chosen(plan)).containsExactly(id(2));
            assertThat(plan.closed()).isEqualTo(2);
            assertThat(plan.hours()).isEqualTo(12);
            assertThat(plan.reached()).containsExactly(Map.entry(SQL, 3));
            assertThat(plan.isOptimal()).isTrue();
        }

        @Test
        void whatWeighsMoreWhenTimeIsShort() {
            var catalogue = List.of(item(1, SQL, 3, 10), item(2, PYTHON, 3, 10));
            var aims = List.of(new Aim(SQL, 0, 3, 1), new Aim(PYTHON, 0, 3, 2));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(1, 10, 0))))
                    .containsExactly(id(2));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(2, 10, 0))))
                    .hasSize(2);
        }

        @Test
        void whatThereIsMoneyFor() {
            var catalogue = List.of(item(1, SQL, 3, 2, 500_00), item(2, SQL, 2, 9, 0));
            var aims = List.of(new Aim(SQL, 0, 3, 1));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(4, 10, 499_99))))
                    .containsExactly(id(2));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(4, 10, 500_00))))
                    .containsExactly(id(1));
        }

        @Test
        void theLeastMoneyIfThatIsAskedForAndThenTheFewestHours() {
            var catalogue = List.of(item(1, SQL, 3, 2, 500_00), item(2, SQL, 3, 9, 10_00), item(3, SQL, 3, 8, 10_00));
            var aims = List.of(new Aim(SQL, 0, 3, 1));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(4, 10, 500_00), Cheapest.HOURS)))
                    .containsExactly(id(1));
            assertThat(chosen(LearningPlans.plan(aims, catalogue, weeks(4, 10, 500_00), Cheapest.MONEY)))
                    .containsExactly(id(3));
        }

        @Test
        void whatHasToComeBefore() {
            var catalogue = List.of(item(1, SQL, 5, 5, 0, 2), item(2, PYTHON, 1, 5));
            var plan = LearningPlans.plan(List.of(new Aim(SQL, 0, 5, 1)), catalogue, weeks(4, 5, 0));
            assertThat(plan.studies())
                    .containsExactly(
                            new Study(id(2), MONDAY, List.of(5)), new Study(id(1), MONDAY.plusWeeks(1), List.of(5)));
        }

        @Test
        void nothingWhenNothingHelps() {
            var plan = LearningPlans.plan(List.of(new Aim(SQL, 3, 3, 1)), List.of(item(1, SQL, 5, 5)), weeks(4, 5, 0));
            assertThat(plan.studies()).isEmpty();
            assertThat(plan.isOptimal()).isTrue();
            assertThat(LearningPlans.plan(List.of(), List.of(), weeks(4, 5, 0)).studies())
                    .isEmpty();
        }
    }

    @Nested
    class Calendars {
        @Test
        void leaveDatedItemsWhereTheyAre() {
            var course = dated(item(1, SQL, 5, 6, 0, 2), MONDAY.plusWeeks(2), MONDAY.plusWeeks(3));
            var catalogue = List.of(course, item(2, PYTHON, 1, 7), item(3, PYTHON, 3, 10));
            var plan = LearningPlans.plan(
                    List.of(new Aim(SQL, 0, 5, 1), new Aim(PYTHON, 0, 3, 1)), catalogue, weeks(6, 5, 0));
            assertThat(plan.studies())
                    .containsExactlyInAnyOrder(
                            new Study(id(2), MONDAY, List.of(5, 2)),
                            new Study(id(1), MONDAY.plusWeeks(2), List.of(3, 3)),
                            new Study(id(3), MONDAY.plusWeeks(1), List.of(3, 2, 2, 3)));
        }

        @Test
        void refuseWhatBeginsBeforeItsPreparationCanBeDone() {
            var course = dated(item(1, SQL, 5, 1, 0, 2), MONDAY.plusWeeks(1), MONDAY.plusWeeks(1));
            var aims = List.of(new Aim(SQL, 0, 5, 1));
            assertThat(LearningPlans.plan(aims, List.of(course, item(2, PYTHON, 1, 5)), weeks(6, 5, 0))
                            .studies())
                    .hasSize(2);
            assertThat(LearningPlans.plan(aims, List.of(course, item(2, PYTHON, 1, 6)), weeks(6, 5, 0))
                            .studies())
                    .isEmpty();
        }

        @Test
        void refuseWhatIsTooEarlyTooLateOrTooMuchInAWeek() {
            for (var dates : List.of(
                    new Dates(MONDAY.minusDays(1), MONDAY.plusDays(3)),
                    new Dates(MONDAY.plusWeeks(3), MONDAY.plusWeeks(4)),
                    new Dates(MONDAY, MONDAY))) {
                var course = dated(item(1, SQL, 5, 6), dates.from(), dates.to());
                var plan = LearningPlans.plan(List.of(new Aim(SQL, 0, 5, 1)), List.of(course), weeks(4, 5, 0));
                assertThat(plan.studies()).as(dates.toString()).isEmpty();
            }
        }
    }

    @Nested
    class Optimality {
        @Test
        void isThatOfTryingEverySubset() {
            for (int seed = 0; seed < 150; seed++) {
                var random = new Random(seed);
                var aims = Draws.aims(random);
                var catalogue = Draws.catalogue(random, aims, 4 + random.nextInt(9), seed % 2 == 1);
                var time = weeks(2 + random.nextInt(8), 2 + random.nextInt(9), random.nextInt(2_000));
                var plan = LearningPlans.plan(aims, catalogue, time);
                assertValid(plan, catalogue, time, seed);
                assertThat(plan.isOptimal()).as("seed " + seed).isTrue();
                assertThat(Outcome.of(plan))
                        .as("seed " + seed)
                        .usingComparator(Outcome.by(Cheapest.HOURS))
                        .isEqualTo(EverySubset.best(aims, catalogue, time, Cheapest.HOURS));
            }
        }

        @Test
        void isThatOfTryingEverySubsetInMoneyToo() {
            for (int seed = 0; seed < 150; seed++) {
                var random = new Random(seed);
                var aims = Draws.aims(random);
                var catalogue = Draws.catalogue(random, aims, 4 + random.nextInt(9), seed % 2 == 1);
                var time = weeks(2 + random.nextInt(8), 2 + random.nextInt(9), random.nextInt(2_000));
                var plan = LearningPlans.plan(aims, catalogue, time, Cheapest.MONEY);
                assertValid(plan, catalogue, time, seed);
                assertThat(plan.isOptimal()).as("seed " + seed).isTrue();
                assertThat(Outcome.of(plan))
                        .as("seed " + seed)
                        .isEqualTo(EverySubset.best(aims, catalogue, time, Cheapest.MONEY));
            }
        }

        @Test
        void isProvenEvenWhenAllItemsAreAlike() {
            var aims = new ArrayList<Aim>();
            var catalogue = new ArrayList<LearningItem>();
            for (int i = 0; i < 60; i++) {
                aims.add(new Aim(new UUID(0, i), 0, 1, 10));
                catalogue.add(item(i, new UUID(0, i), 1, 2));
            }
            var plan = LearningPlans.plan(aims, catalogue, weeks(17, 3, 0));
            assertThat(plan.closed()).isEqualTo(250);
            assertThat(plan.isOptimal()).isTrue();
        }

        @Test
        void isNotClaimedWhenItWasTooMuchToProve() {
            var random = new Random(1);
            var aims = new ArrayList<Aim>();
            for (int skill = 0; skill < 300; skill++) {
                aims.add(new Aim(new UUID(0, skill), 0, 5, 1 + random.nextInt(9)));
            }
            var plan = LearningPlans.plan(aims, Draws.catalogue(random, aims, 3_000, false), weeks(50, 20, 5_000));
            assertThat(plan.isOptimal()).isFalse();
            assertThat(plan.mayCloseMore()).isBetween(1L, plan.closed());
        }

        @Test
        void countsNoMoneyForNothing() {
            var catalogue = List.of(item(1, SQL, 3, 10, 900), item(2, SQL, 3, 10, 0), item(3, SQL, 3, 10, 950));
            var plan = LearningPlans.plan(List.of(new Aim(SQL, 0, 3, 1)), catalogue, weeks(4, 10, 1000));
            assertThat(chosen(plan)).containsExactly(id(2));
        }

        @Test
        void isNotFooledByPricesThatNobodyCanPay() {
            var catalogue = List.of(item(1, SQL, 3, 10, 1), item(2, PYTHON, 3, 10, Long.MAX_VALUE));
            var aims = List.of(new Aim(SQL, 0, 3, 1), new Aim(PYTHON, 0, 3, 1));
            var plan = LearningPlans.plan(aims, catalogue, weeks(4, 10, 100));
            assertThat(chosen(plan)).containsExactly(id(1));
            assertThat(plan.cost()).isEqualTo(1);
        }

        @Test
        void isProvenForSixtyItemsThatHelp() {
            for (int seed = 0; seed < 5; seed++) {
                var random = new Random(seed);
                var aims = new ArrayList<Aim>();
                for (int skill = 0; skill < 12; skill++) {
                    aims.add(new Aim(
                            new UUID(0, skill), random.nextInt(2), 3 + random.nextInt(3), 1 + random.nextInt(10)));
                }
                var catalogue = Draws.catalogue(random, aims, 60, false);
                long hours = catalogue.stream().mapToLong(LearningItem::hours).sum();
                var time = weeks(10, (int) Math.max(1, hours / 60), 3_000);
                var plan = LearningPlans.plan(aims, catalogue, time);
                assertValid(plan, catalogue, time, seed);
                assertThat(plan.isOptimal()).as("seed " + seed).isTrue();
                assertThat(plan.closed()).as("seed " + seed).isPositive();
            }
        }
    }

    static void assertValid(LearningPlan plan, List<LearningItem> catalogue, StudyTime time, int seed) {
        var byId = new HashMap<UUID, LearningItem>();
        catalogue.forEach(item -> byId.put(item.id(), item));
        var studies = new HashMap<UUID, Study>();
        plan.studies().forEach(study -> studies.put(study.item(), study));
        var load = new HashMap<LocalDate, Integer>();
        long cost = 0;
        for (var study : plan.studies()) {
            var item = byId.get(study.item());
            cost += item.cost();
            assertThat(study.hours().stream().mapToInt(Integer::intValue).sum()).isEqualTo(item.hours());
            for (int week = 0; week < study.hours().size(); week++) {
                load.merge(study.firstWeek().plusWeeks(week), study.hours().get(week), Integer::sum);
            }
            for (var needed : item.after()) {
                assertThat(studies.get(needed).lastWeek()).as("seed " + seed).isBeforeOrEqualTo(study.firstWeek());
            }
            item.dates().ifPresent(dates -> {
                assertThat(study.firstWeek())
                        .isAfter(dates.from().minusWeeks(1))
                        .isBeforeOrEqualTo(dates.from());
                assertThat(study.lastWeek()).isAfter(dates.to().minusWeeks(1)).isBeforeOrEqualTo(dates.to());
            });
            assertThat(study.firstWeek()).isAfterOrEqualTo(MONDAY);
            assertThat(study.lastWeek()).isBeforeOrEqualTo(time.deadline());
        }
        assertThat(load.values()).as("seed " + seed).allMatch(hours -> hours <= time.hoursPerWeek());
        assertThat(cost).isEqualTo(plan.cost()).isLessThanOrEqualTo(time.budget());
    }

    @Nested
    class Refuses {
        final StudyTime time = weeks(4, 10, 0);

        private void refused(String words, Runnable attempt) {
            assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageContaining(words);
        }

        @Test
        void circlesTwinsAndTheUnknown() {
            var circle = List.of(item(1, SQL, 2, 1, 0, 2), item(2, SQL, 3, 1, 0, 3), item(3, SQL, 4, 1, 0, 1));
            refused("after itself", () -> LearningPlans.plan(List.of(), circle, time));
            refused("after itself", () -> LearningPlans.plan(List.of(), List.of(item(1, SQL, 2, 1, 0, 1)), time));
            refused(
                    "item " + id(1) + " is there twice",
                    () -> LearningPlans.plan(List.of(), List.of(item(1, SQL, 2, 1), item(1, SQL, 2, 1)), time));
            refused(
                    "after " + id(9) + ", which is not there",
                    () -> LearningPlans.plan(List.of(), List.of(item(1, SQL, 2, 1, 0, 9)), time));
            refused(
                    "skill " + SQL + " is aimed at twice",
                    () -> LearningPlans.plan(List.of(new Aim(SQL, 1, 2, 1), new Aim(SQL, 1, 3, 1)), List.of(), time));
        }

        @Test
        void numbersThatMakeNoSense() {
            refused("hours is 0", () -> item(1, SQL, 2, 0));
            refused("hours is -1", () -> item(1, SQL, 2, -1));
            refused("cost is -1", () -> item(1, SQL, 2, 1, -1));
            refused("level of skill " + SQL + " is 6", () -> item(1, SQL, 6, 1));
            refused("weight of skill " + SQL + " is 0", () -> new Aim(SQL, 0, 1, 0));
            refused("wanted level of skill " + SQL + " is 0", () -> new Aim(SQL, 0, 0, 1));
            refused("hours per week is 0", () -> weeks(1, 0, 0));
            refused("work hours is -1", () -> weeks(1, 1, 0, List.of(-1)));
            refused("budget is -1", () -> weeks(1, 1, -1));
            refused("budget is 1000000000001", () -> weeks(1, 1, 1_000_000_000_001L));
            refused("deadline 2026-03-01 is before from 2026-03-02", () -> weeks(0, 1, 0));
            refused("is more than 520 weeks after", () -> weeks(521, 1, 0));
        }
    }
}
