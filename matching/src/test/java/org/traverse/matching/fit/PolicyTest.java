package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;

class PolicyTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    static final UUID SQL = new UUID(3, 1);
    static final UUID JAVA = new UUID(3, 2);
    static final UUID UNIT = new UUID(9, 1);
    static final Policy OF_WISHES = Policy.STANDARD.withWeights(new Weights(40, 10, 10, 10, 10, 8, 6, 6));

    @Nested
    class NobodyIsKept {
        @Test
        void byWhatIsNotKnownOfThem() {
            var terms = new Terms(
                    Optional.of("Gdynia"),
                    false,
                    Optional.of(ZoneId.of("Asia/Tokyo")),
                    Map.of("de", 6),
                    Set.of(),
                    Set.of(),
                    Optional.empty());

            assertThat(blocks(Circumstances.UNKNOWN, terms, strict())).isEmpty();
        }

        @Test
        void fromRemoteWorkByThePlace() {
            assertThat(blocks(at("Malmo"), terms("Gdynia", true), Policy.STANDARD))
                    .isEmpty();
        }
    }

    @Nested
    class SomebodyIsKept {
        @Test
        void byAnotherPlace() {
            assertThat(blocks(at("Malmo"), terms("Gdynia", false), Policy.STANDARD))
                    .containsExactly(new Block.Elsewhere("Gdynia"));
        }

        @Test
        void byTheClock() {
            var lima = circumstances("America/Lima", Map.of(), Set.of(), false, Optional.empty());
            var tokyo = new Terms(
                    Optional.empty(),
                    false,
                    Optional.of(ZoneId.of("Asia/Tokyo")),
                    Map.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty());

            assertThat(blocks(lima, tokyo, strict())).containsExactly(new Block.TooFarApart(10, 3));
            assertThat(blocks(lima, tokyo, new Policy(Weights.STANDARD, 24, 10, 0, 0, 0)))
                    .isEmpty();
        }

        @Test
        void byALanguage() {
            var polish = circumstances("Europe/Warsaw", Map.of("pl", 6, "de", 2), Set.of(), false, Optional.empty());
            var german = languages(Map.of("de", 3, "en", 1));

            assertThat(blocks(polish, german, Policy.STANDARD))
                    .containsExactly(new Block.LanguageTooLow("de", 3, 2), new Block.LanguageTooLow("en", 1, 0));
            assertThat(new Block.LanguageTooLow("de", 3, 2).because())
                    .isEqualTo("German at B1 is asked for, and known at A2.");
        }

        @Test
        void byAnAudienceTheyAreNotKnownToBelongTo() {
            var apprentices = new Terms(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Map.of(),
                    Set.of("apprentices"),
                    Set.of(),
                    Optional.empty());
            var one = circumstances("Europe/Warsaw", Map.of(), Set.of("apprentices"), false, Optional.empty());

            assertThat(blocks(Circumstances.UNKNOWN, apprentices, Policy.STANDARD))
                    .containsExactly(new Block.NotInAudience());
            assertThat(blocks(one, apprentices, Policy.STANDARD)).isEmpty();
        }

        @Test
        void byTheirOwnWish() {
            var out = circumstances("Europe/Warsaw", Map.of(), Set.of(), true, Optional.empty());

            assertThat(blocks(out, Terms.NONE, Policy.STANDARD)).containsExactly(new Block.OptedOut());
        }

        @Test
        void byTheTimeInTheirRole() {
            var since = TODAY.minusMonths(2);
            var fresh = circumstances("Europe/Warsaw", Map.of(), Set.of(), false, Optional.of(since));

            assertThat(blocks(fresh, Terms.NONE, strict()))
                    .containsExactly(new Block.TooSoonInRole(since.plusMonths(6)));
            assertThat(blocks(fresh, Terms.NONE, Policy.STANDARD)).isEmpty();
        }
    }

    @Nested
    class WhatIsWanted {
        @Test
        void countsByItsWeight() {
            var wishes = new Wishes(Set.of(SQL), Set.of("data"), Set.of("Gdynia"), OptionalInt.of(4));
            var circumstances = new Circumstances(
                    Optional.empty(), Optional.empty(), Map.of(), Set.of(), false, Optional.empty(), Set.of(UNIT));
            var terms = new Terms(
                    Optional.of("Gdynia"),
                    false,
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    Set.of("data"),
                    Optional.of(UNIT));

            assertThat(parts(circumstances, wishes, terms))
                    .containsExactly(
                            new Part("Growth", 5, 10, "1 of 2 skills are what this person wants to get better at."),
                            new Part("Interest", 8, 8, "A topic of this work interests this person."),
                            new Part("Preferences", 3, 6, "The place is as this person likes it, the hours are more."),
                            new Part("Continuity", 6, 6, "This person has worked for this unit."));
        }

        @Test
        void isNothingWhereNothingIsKnown() {
            assertThat(parts(Circumstances.UNKNOWN, Wishes.NONE, Terms.NONE))
                    .extracting(Part::points)
                    .containsExactly(0, 0, 6, 0);
        }

        @Test
        void isLeftOutByTheStandardPolicy() {
            assertThat(Fit.of(person(Circumstances.UNKNOWN, Wishes.NONE), work(Terms.NONE), TODAY)
                            .parts())
                    .extracting(Part::name)
                    .containsExactly("Required skills", "Desirable skills", "Availability", "Recent evidence");
        }
    }

    @Test
    void isRefusedByTheNameOfWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(50, 20, 20, 0, 0, 0, 0, 0))
                .withMessage("the weights add up to 90, but must to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(110, -10, 0, 0, 0, 0, 0, 0))
                .withMessage("the weight of desirable is -10, but must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(Weights.STANDARD, 24, 13, 0, 0, 0))
                .withMessage("mostHoursApart is 13, but must be between 0 and 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> languages(Map.of("german", 3)))
                .withMessage("language german is no ISO 639-1 code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> languages(Map.of("de", 7)))
                .withMessage("level of language de is 7, but must be between 1 and 6");
    }

    private static Policy strict() {
        return new Policy(Weights.STANDARD, 24, 3, 6, 0, 0);
    }

    private static List<Block> blocks(Circumstances circumstances, Terms terms, Policy policy) {
        return Fit.of(person(circumstances, Wishes.NONE), work(terms), policy, TODAY)
                .blocks();
    }

    private static List<Part> parts(Circumstances circumstances, Wishes wishes, Terms terms) {
        var parts = Fit.of(person(circumstances, wishes), work(terms), OF_WISHES, TODAY)
                .parts();
        return parts.subList(parts.size() - 4, parts.size());
    }

    private static Person person(Circumstances circumstances, Wishes wishes) {
        var skills = Map.of(SQL, new KnownSkill(3, Optional.<LocalDate>empty()));
        return new Person(new UUID(1, 1), skills, 8, List.of(), circumstances, wishes);
    }

    private static Work work(Terms terms) {
        var requirements = List.of(new Requirement(SQL, 3, true), new Requirement(JAVA, 3, false));
        return new Work(new UUID(2, 1), 8, TODAY, TODAY.plusDays(60), requirements, terms);
    }

    private static Circumstances at(String place) {
        return new Circumstances(
                Optional.of(place), Optional.empty(), Map.of(), Set.of(), false, Optional.empty(), Set.of());
    }

    private static Circumstances circumstances(
            String zone,
            Map<String, Integer> languages,
            Set<String> groups,
            boolean optedOut,
            Optional<LocalDate> inRoleSince) {
        return new Circumstances(
                Optional.empty(), Optional.of(ZoneId.of(zone)), languages, groups, optedOut, inRoleSince, Set.of());
    }

    private static Terms terms(String place, boolean remote) {
        return new Terms(Optional.of(place), remote, Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    private static Terms languages(Map<String, Integer> languages) {
        return new Terms(Optional.empty(), false, Optional.empty(), languages, Set.of(), Set.of(), Optional.empty());
    }
}
