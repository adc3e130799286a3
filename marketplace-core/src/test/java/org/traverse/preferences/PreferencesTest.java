package org.traverse.preferences;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.PreferencesEvent.GigsRanked;
import org.traverse.preferences.PreferencesEvent.MatchingOptedIn;
import org.traverse.preferences.PreferencesEvent.MatchingOptedOut;
import org.traverse.preferences.PreferencesEvent.PreferencesStated;
import org.traverse.skill.Language;
import org.traverse.skill.Language.Level;
import org.traverse.skill.SkillId;

class PreferencesTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final Language GERMAN = new Language("de", Level.B2);
    static final Language ENGLISH = new Language("en", Level.C1);

    final EmployeeId ewa = EmployeeId.random();
    final PreferencesId id = PreferencesId.of(ewa);
    final SkillId kafka = SkillId.random();
    final AggregateTestFixture<Preferences> preferences = new AggregateTestFixture<>(Preferences.class);

    @BeforeEach
    void now() {
        preferences.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Nested
    class Stating {
        @Test
        void keepsWhatIsSaidTidily() {
            var typed = new Statement(
                    Optional.of(" Utrecht "),
                    Optional.of("Europe/Amsterdam"),
                    List.of(ENGLISH, GERMAN),
                    List.of(kafka, kafka),
                    List.of("Clean Energy", "clean energy "),
                    List.of("Utrecht", "Utrecht"),
                    8);
            preferences
                    .givenNoPriorActivity()
                    .when(new StatePreferences(ewa, typed))
                    .expectEvents(stated(new Statement(
                            Optional.of("Utrecht"),
                            Optional.of("Europe/Amsterdam"),
                            List.of(GERMAN, ENGLISH),
                            List.of(kafka),
                            List.of("clean energy"),
                            List.of("Utrecht"),
                            8)));
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(preferences.given(stated(in("Utrecht"))).when(new StatePreferences(ewa, in("Utrecht"))));
        }

        @Test
        void takesThePlaceOfWhatWasSaidBefore() {
            preferences
                    .given(stated(in("Utrecht")))
                    .when(new StatePreferences(ewa, Statement.NOTHING))
                    .expectEvents(stated(Statement.NOTHING));
        }

        @Test
        void isNothingToBeginWith() {
            nothing(preferences.givenNoPriorActivity().when(new StatePreferences(ewa, Statement.NOTHING)));
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            neverValid(in("x".repeat(81)), "place is longer than 80 characters");
            neverValid(zone("Mars/Olympus"), "zone is no time zone: Mars/Olympus");
            neverValid(zone("+02:00"), "zone is no time zone: +02:00");
            neverValid(in("Washington, D.C."), "place has a comma or a line break within a name");
            neverValid(topics("ebb, flow"), "topics has a comma or a line break within a name");
            neverValid(languages(new Language("xx", Level.A1)), "languages: xx is no code of ISO 639-1");
            neverValid(languages(new Language("de", null)), "languages: de has no level");
            neverValid(languages(GERMAN, GERMAN), "languages: de is there twice");
            neverValid(topics("x".repeat(41)), "topics is longer than 40 characters");
            neverValid(topics(" "), "topics is missing");
            neverValid(
                    topics(IntStream.range(0, 21).mapToObj(String::valueOf).toArray(String[]::new)),
                    "topics has more than 20 entries");
            neverValid(aims(Collections.nCopies(21, kafka)), "aims has more than 20 entries");
            neverValid(hours(61), "mostHoursPerWeek is 0 to 60, not 61");
            neverValid(hours(-1), "mostHoursPerWeek is 0 to 60, not -1");
        }

        private void neverValid(Statement stated, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StatePreferences(ewa, stated))
                    .withMessage(why);
        }
    }

    @Nested
    class RankingGigs {
        final GigId meters = GigId.random();
        final GigId streams = GigId.random();

        @Test
        void keepsTheOrder() {
            preferences
                    .givenNoPriorActivity()
                    .when(new RankGigs(ewa, List.of(meters, streams)))
                    .expectEvents(ranked(meters, streams));
        }

        @Test
        void takesThePlaceOfWhatWasRankedBefore() {
            preferences
                    .given(ranked(meters, streams))
                    .when(new RankGigs(ewa, List.of(streams, meters)))
                    .expectEvents(ranked(streams, meters));
            preferences.given(ranked(meters)).when(new RankGigs(ewa, List.of())).expectEvents(ranked());
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(preferences
                    .given(ranked(meters), new MatchingOptedOut(id, ewa, NOW), stated(in("Utrecht")))
                    .when(new RankGigs(ewa, List.of(meters))));
        }

        @Test
        void isRefusedOnceTheyHaveChangedItElsewhere() {
            var add = new RankGigs(ewa, List.of(meters, streams), Optional.of(List.of(meters)));
            preferences.given(ranked(meters)).when(add).expectEvents(ranked(meters, streams));
            preferences
                    .given(ranked(streams))
                    .when(add)
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("the ranking has changed meanwhile: look again");
            nothing(preferences.given(ranked(meters, streams)).when(add));
        }

        @Test
        void isRefusedWithoutAnEndOrOfOneGigTwice() {
            neverValid(List.of(meters, meters), "gigs[1] is ranked twice: " + meters);
            neverValid(
                    Stream.generate(GigId::random).limit(21).toList(),
                    "gigs[20] is more than the 20 that can be ranked");
        }

        private void neverValid(List<GigId> gigs, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RankGigs(ewa, gigs))
                    .withMessage(why);
        }

        private GigsRanked ranked(GigId... gigs) {
            return new GigsRanked(id, ewa, List.of(gigs));
        }
    }

    @Nested
    class OptingOut {
        @Test
        void isRemembered() {
            preferences
                    .given(stated(in("Utrecht")))
                    .when(new OptOutOfMatching(ewa))
                    .expectEvents(new MatchingOptedOut(id, ewa, NOW));
        }

        @Test
        void needsNothingBeforeIt() {
            preferences
                    .givenNoPriorActivity()
                    .when(new OptOutOfMatching(ewa))
                    .expectEvents(new MatchingOptedOut(id, ewa, NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(preferences.given(new MatchingOptedOut(id, ewa, NOW)).when(new OptOutOfMatching(ewa)));
        }

        @Test
        void keepsWhatWasStated() {
            nothing(preferences
                    .given(stated(in("Utrecht")), new MatchingOptedOut(id, ewa, NOW))
                    .when(new StatePreferences(ewa, in("Utrecht"))));
        }
    }

    @Nested
    class OptingInAgain {
        @Test
        void isRemembered() {
            preferences
                    .given(new MatchingOptedOut(id, ewa, NOW))
                    .when(new OptInToMatching(ewa))
                    .expectEvents(new MatchingOptedIn(id, ewa, NOW));
        }

        @Test
        void changesNothingForWhoeverIsIn() {
            nothing(preferences.givenNoPriorActivity().when(new OptInToMatching(ewa)));
        }

        @Test
        void mayBeFollowedByOptingOut() {
            preferences
                    .given(new MatchingOptedOut(id, ewa, NOW), new MatchingOptedIn(id, ewa, NOW))
                    .when(new OptOutOfMatching(ewa))
                    .expectEvents(new MatchingOptedOut(id, ewa, NOW));
        }
    }

    private PreferencesStated stated(Statement statement) {
        return new PreferencesStated(id, ewa, statement);
    }

    private static void nothing(ResultValidator<Preferences> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static Statement in(String place) {
        return statement(place, null, List.of(), List.of(), List.of(), 0);
    }

    private static Statement zone(String zone) {
        return statement(null, zone, List.of(), List.of(), List.of(), 0);
    }

    private static Statement languages(Language... languages) {
        return statement(null, null, List.of(languages), List.of(), List.of(), 0);
    }

    private static Statement aims(List<SkillId> aims) {
        return statement(null, null, List.of(), aims, List.of(), 0);
    }

    private static Statement topics(String... topics) {
        return statement(null, null, List.of(), List.of(), List.of(topics), 0);
    }

    private static Statement hours(int most) {
        return statement(null, null, List.of(), List.of(), List.of(), most);
    }

    private static Statement statement(
            String place, String zone, List<Language> languages, List<SkillId> aims, List<String> topics, int hours) {
        return new Statement(
                Optional.ofNullable(place), Optional.ofNullable(zone), languages, aims, topics, List.of(), hours);
    }
}
