package org.traverse.matching.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonTest {
    static final LocalDate MONDAY = LocalDate.parse("2025-03-03");

    @Nested
    class FreeHours {
        @Test
        void areAllHoursWithoutCommitments() {
            assertThat(person(10).freeHours(MONDAY, MONDAY.plusWeeks(8))).isEqualTo(10);
        }

        @Test
        void areThoseOfTheFullestWeek() {
            var ada =
                    person(10, busy(MONDAY, MONDAY.plusDays(20), 3), busy(MONDAY.plusWeeks(2), MONDAY.plusWeeks(4), 4));
            assertThat(ada.freeHours(MONDAY, MONDAY.plusWeeks(8))).isEqualTo(3);
        }

        @Test
        void countAWeekThatIsOnlyTouched() {
            var ada = person(10, busy(MONDAY, MONDAY, 4));
            assertThat(ada.freeHours(MONDAY.plusDays(6), MONDAY.plusDays(6))).isEqualTo(6);
        }

        @Test
        void areNotThoseOfTheWeekBefore() {
            var ada = person(10, busy(MONDAY.minusWeeks(1), MONDAY.minusDays(1), 4));
            assertThat(ada.freeHours(MONDAY, MONDAY.plusWeeks(8))).isEqualTo(10);
        }

        @Test
        void areNotThoseOfTheWeekAfter() {
            var ada = person(10, busy(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2), 4));
            assertThat(ada.freeHours(MONDAY, MONDAY.plusDays(6))).isEqualTo(10);
        }

        @Test
        void takeNewYearForAnyOtherDay() {
            var newYear = LocalDate.parse("2025-01-01");
            var ada = person(10, busy(LocalDate.parse("2024-12-30"), LocalDate.parse("2024-12-30"), 4));
            assertThat(ada.freeHours(newYear, newYear)).isEqualTo(6);
        }

        @Test
        void areNeverNegative() {
            var ada = person(10, busy(MONDAY, MONDAY, 40));
            assertThat(ada.freeHours(MONDAY, MONDAY)).isZero();
        }

        @Test
        void areFoundAtOnceHoweverLongTheTime() {
            var ada = person(10, busy(LocalDate.MIN, LocalDate.MAX, 4));
            assertThat(ada.freeHours(LocalDate.MIN, LocalDate.MAX)).isEqualTo(6);
        }

        @Test
        void agreeWithALookAtEveryWeek() {
            for (var seed = 0L; seed < 500; seed++) {
                var random = new Random(seed);
                var person = random(random);
                var time = random(random, 8);
                assertThat(person.freeHours(time.from(), time.to()))
                        .as("seed %s", seed)
                        .isEqualTo(Stream.iterate(monday(time.from()), week -> week.plusWeeks(1))
                                .takeWhile(week -> !week.isAfter(time.to()))
                                .mapToInt(
                                        week -> Math.max(0, person.hoursPerWeek() - hours(person.commitments(), week)))
                                .min()
                                .orElseThrow());
            }
        }
    }

    @Nested
    class HoursOver {
        @Test
        void areNoneWhenEverythingFits() {
            assertThat(person(10, busy(MONDAY, MONDAY, 4)).hoursOver(List.of(busy(MONDAY, MONDAY.plusWeeks(3), 6))))
                    .isZero();
        }

        @Test
        void areThoseOfTheFullestWeek() {
            var ada = person(10, busy(MONDAY.plusWeeks(1), MONDAY.plusWeeks(1), 4));
            assertThat(ada.hoursOver(List.of(
                            busy(MONDAY, MONDAY.plusWeeks(3), 6), busy(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2), 5))))
                    .isEqualTo(5);
        }

        @Test
        void doNotBlameNewWorkForWeeksItDoesNotTouch() {
            var ada = person(10, busy(MONDAY, MONDAY, 40));
            assertThat(ada.hoursOver(List.of(busy(MONDAY.plusWeeks(1), MONDAY.plusWeeks(1), 10))))
                    .isZero();
        }

        @Test
        void areNoneWithoutNewWork() {
            assertThat(person(10, busy(MONDAY, MONDAY, 40)).hoursOver(List.of()))
                    .isZero();
        }

        @Test
        void agreeWithALookAtEveryWeek() {
            for (var seed = 0L; seed < 500; seed++) {
                var random = new Random(seed);
                var person = random(random);
                var more = Stream.generate(() -> random(random, 6)).limit(3).toList();
                assertThat(person.hoursOver(more))
                        .as("seed %s", seed)
                        .isEqualTo(Stream.iterate(monday(MONDAY), week -> week.plusWeeks(1))
                                .limit(40)
                                .filter(week -> hours(more, week) > 0)
                                .mapToInt(week -> hours(more, week)
                                        - Math.max(0, person.hoursPerWeek() - hours(person.commitments(), week)))
                                .map(over -> Math.max(0, over))
                                .max()
                                .orElse(0));
            }
        }
    }

    private static Person random(Random random) {
        return new Person(
                UUID.randomUUID(),
                Map.of(),
                random.nextInt(20),
                Stream.generate(() -> random(random, 9))
                        .limit(random.nextInt(5))
                        .toList());
    }

    private static Commitment random(Random random, int hours) {
        var from = MONDAY.plusDays(random.nextInt(120));
        return busy(from, from.plusDays(random.nextInt(60)), random.nextInt(hours));
    }

    private static int hours(List<Commitment> commitments, LocalDate monday) {
        return commitments.stream()
                .filter(each -> !each.to().isBefore(monday) && each.from().isBefore(monday.plusWeeks(1)))
                .mapToInt(Commitment::hoursPerWeek)
                .sum();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Person person(int hours, Commitment... commitments) {
        return new Person(UUID.randomUUID(), Map.of(), hours, List.of(commitments));
    }

    private static Commitment busy(LocalDate from, LocalDate to, int hours) {
        return new Commitment(from, to, hours);
    }
}
