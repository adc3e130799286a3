package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

class FitTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    static final LocalDate FROM = LocalDate.parse("2025-04-07");
    static final LocalDate TO = LocalDate.parse("2025-06-29");
    static final UUID JAVA = new UUID(0, 1);
    static final UUID SQL = new UUID(0, 2);
    static final UUID POLISH = new UUID(0, 3);
    static final UUID DESIGN = new UUID(0, 4);

    @Test
    void isTheSumOfPartsThatSayWhy() {
        var work = work(8, must(JAVA, 4), must(SQL, 2), wish(POLISH, 3), wish(DESIGN, 0));
        var ada = person(6, known(JAVA, 3, "2025-01-31"), known(SQL, 5, "2020-01-01"), known(POLISH, 3, "2024-12-01"));

        assertThat(Fit.of(ada, work, TODAY))
                .isEqualTo(new Fit(
                        false,
                        43 + 10 + 15 + 2,
                        List.of(
                                new Part(
                                        "Required skills", 43, 50, "1 of 2 skills at the level asked for, 1 below it."),
                                new Part(
                                        "Desirable skills", 10, 20, "1 of 2 skills at the level asked for, 1 missing."),
                                new Part(
                                        "Availability",
                                        15,
                                        20,
                                        "6 of the 8 hours a week are free in every week from 2025-04-07 to 2025-06-29."),
                                new Part(
                                        "Recent evidence",
                                        2,
                                        10,
                                        "1 of 4 skills met and shown in the last 24 months.")),
                        List.of(
                                new RequirementMet(JAVA, 4, true, 3, false),
                                new RequirementMet(SQL, 2, true, 5, true),
                                new RequirementMet(POLISH, 3, false, 3, true),
                                new RequirementMet(DESIGN, 0, false, 0, false)),
                        List.of(new Block.SkillTooLow(JAVA, 4, 3), new Block.TooFewHours(6, 8))));
    }

    @Test
    void isAHundredWhenNothingIsMissing() {
        var work = work(8, must(JAVA, 4), wish(SQL, 2));
        var fit = Fit.of(person(8, known(JAVA, 4, "2025-01-31"), known(SQL, 2, "2025-01-31")), work, TODAY);
        assertThat(fit.score()).isEqualTo(100);
        assertThat(fit.eligible()).isTrue();
    }

    @Nested
    class Skills {
        @Test
        void aSurplusInOneNeverHidesAGapInAnother() {
            var work = work(8, must(JAVA, 2), must(SQL, 2));
            var fit = Fit.of(person(8, known(JAVA, 5, "2025-01-31")), work, TODAY);
            assertThat(points(fit, "Required skills")).isEqualTo(35);
        }

        @Test
        void thatAreRequiredCarryTheWholeWithoutDesirableOnes() {
            var fit = Fit.of(person(8, known(JAVA, 2, "2025-01-31")), work(8, must(JAVA, 2)), TODAY);
            assertThat(fit.parts())
                    .extracting(Part::name, Part::max)
                    .containsExactly(
                            tuple("Required skills", 70), tuple("Availability", 20), tuple("Recent evidence", 10));
        }

        @Test
        void thatAreDesirableCarryTheWholeWithoutRequiredOnes() {
            var fit = Fit.of(person(8, known(JAVA, 1, "2025-01-31")), work(8, wish(JAVA, 2)), TODAY);
            assertThat(points(fit, "Desirable skills")).isEqualTo(35);
            assertThat(fit.eligible()).isTrue();
        }

        @Test
        void ofAnyLevelAreThereOrNot() {
            var work = work(8, must(JAVA, 0));
            assertThat(Fit.of(person(8, known(JAVA, 1, "2025-01-31")), work, TODAY)
                            .eligible())
                    .isTrue();
            assertThat(Fit.of(person(8), work, TODAY).blocks()).containsExactly(new Block.SkillTooLow(JAVA, 0, 0));
        }
    }

    @Nested
    class Availability {
        @Test
        void looksOnlyAtTheWeeksThatAreLeft() {
            var busyAtFirst = new Person(
                    UUID.randomUUID(),
                    Map.of(JAVA, new KnownSkill(2, Optional.empty())),
                    8,
                    List.of(new Commitment(FROM, FROM.plusDays(6), 8)));
            var work = work(8, must(JAVA, 2));
            assertThat(Fit.of(busyAtFirst, work, FROM).blocks()).containsExactly(new Block.TooFewHours(0, 8));
            assertThat(Fit.of(busyAtFirst, work, FROM.plusWeeks(1)).blocks()).isEmpty();
        }

        @Test
        void isFullForWorkThatAsksForNoHours() {
            var fit = Fit.of(person(0, known(JAVA, 2, "2025-01-31")), work(0, must(JAVA, 2)), TODAY);
            assertThat(points(fit, "Availability")).isEqualTo(20);
            assertThat(fit.eligible()).isTrue();
        }
    }

    @Nested
    class RecentEvidence {
        @Test
        void isTwoYearsOldAtMost() {
            var work = work(8, must(JAVA, 2));
            assertThat(points(Fit.of(person(8, known(JAVA, 2, "2023-03-03")), work, TODAY), "Recent evidence"))
                    .isEqualTo(10);
            assertThat(points(Fit.of(person(8, known(JAVA, 2, "2023-03-02")), work, TODAY), "Recent evidence"))
                    .isZero();
        }

        @Test
        void isNotWhatAPersonClaims() {
            var claiming =
                    new Person(UUID.randomUUID(), Map.of(JAVA, new KnownSkill(5, Optional.empty())), 8, List.of());
            assertThat(points(Fit.of(claiming, work(8, must(JAVA, 2)), TODAY), "Recent evidence"))
                    .isZero();
        }

        @Test
        void countsForNothingBelowTheLevelAskedFor() {
            var fit = Fit.of(person(8, known(JAVA, 2, "2025-01-31")), work(8, wish(JAVA, 3)), TODAY);
            assertThat(points(fit, "Recent evidence")).isZero();
        }
    }

    @Nested
    class Blocks {
        @Test
        void workWithoutRequirementsWhichIsNeverMatched() {
            var fit = Fit.of(person(40), work(8), TODAY);
            assertThat(fit.eligible()).isFalse();
            assertThat(fit.score()).isZero();
            assertThat(fit.blocks()).containsExactly(new Block.NoRequirementsKnown());
        }

        @Test
        void workThatIsOver() {
            var ada = person(8, known(JAVA, 2, "2025-01-31"));
            assertThat(Fit.of(ada, work(8, must(JAVA, 2)), TO).eligible()).isTrue();
            assertThat(Fit.of(ada, work(8, must(JAVA, 2)), TO.plusDays(1)).blocks())
                    .containsExactly(new Block.AlreadyOver(TO));
        }

        @Test
        void everyRequiredSkillThatIsMissingOrTooLowButNoDesirableOne() {
            var work = work(8, must(JAVA, 3), must(SQL, 2), wish(POLISH, 3));
            assertThat(Fit.of(person(8, known(SQL, 1, "2025-01-31")), work, TODAY)
                            .blocks())
                    .containsExactly(new Block.SkillTooLow(JAVA, 3, 0), new Block.SkillTooLow(SQL, 2, 1));
        }

        @Test
        void sayWhy() {
            assertThat(new Block.SkillTooLow(JAVA, 3, 0).because())
                    .isEqualTo("A required skill is missing; level 3 is asked for.");
            assertThat(new Block.SkillTooLow(JAVA, 0, 0).because()).isEqualTo("A required skill is missing.");
            assertThat(new Block.SkillTooLow(JAVA, 3, 2).because())
                    .isEqualTo("A required skill is known at level 2; level 3 is asked for.");
            assertThat(new Block.TooFewHours(6, 8).because()).isEqualTo("Only 6 of the 8 hours a week are free.");
        }
    }

    @Nested
    class BestFirst {
        @Test
        void putsWhoMayBeforeWhoMayNotThenTheHigherScoreThenTheId() {
            var work = work(8, must(JAVA, 2), wish(SQL, 2));
            var mayNot = person(7, known(JAVA, 5, "2025-01-31"), known(SQL, 5, "2025-01-31"));
            var good = new Person(new UUID(0, 9), Map.of(JAVA, new KnownSkill(2, Optional.empty())), 8, List.of());
            var alsoGood = new Person(new UUID(0, 8), good.skills(), 8, List.of());
            var better = person(8, known(JAVA, 2, "2025-01-31"));
            var people = new ArrayList<>(List.of(mayNot, good, alsoGood, better));

            people.sort(Fit.bestFirst(person -> Fit.of(person, work, TODAY), Person::id));

            assertThat(people).containsExactly(better, alsoGood, good, mayNot);
        }
    }

    @Test
    void cannotClaimAScoreThatItsPartsDoNotGive() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Fit(true, 11, List.of(new Part("Availability", 10, 20, "…")), List.of(), List.of()));
    }

    @Test
    void cannotClaimMoreThanAHundred() {
        var parts = List.of(new Part("Availability", 101, 101, "…"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fit(true, 101, parts, List.of(), List.of()))
                .withMessage("score 101 is above 100");
    }

    private static int points(Fit fit, String part) {
        return fit.parts().stream()
                .filter(each -> each.name().equals(part))
                .mapToInt(Part::points)
                .sum();
    }

    @SafeVarargs
    private static Person person(int hours, Map.Entry<UUID, KnownSkill>... known) {
        return new Person(UUID.randomUUID(), Map.ofEntries(known), hours, List.of());
    }

    private static Map.Entry<UUID, KnownSkill> known(UUID skill, int level, String provenOn) {
        return Map.entry(skill, new KnownSkill(level, Optional.of(LocalDate.parse(provenOn))));
    }

    private static Work work(int hours, Requirement... requirements) {
        return new Work(UUID.randomUUID(), hours, FROM, TO, List.of(requirements));
    }

    private static Requirement must(UUID skill, int level) {
        return new Requirement(skill, level, true);
    }

    private static Requirement wish(UUID skill, int level) {
        return new Requirement(skill, level, false);
    }
}
