package org.traverse.matching.recommendation;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.traverse.matching.recommendation.Marketplace.TODAY;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;

class RecommendationTest {
    static final UUID ID = new UUID(0, 1);
    static final UUID JAVA = new UUID(1, 1);
    static final UUID SQL = new UUID(1, 2);
    static final Person NOVICE = person(ID, Map.of());
    static final Work SIMPLE = work(ID, must(JAVA));

    @Nested
    class IsWhatScoringEverybodyWouldGive {
        @Test
        void ofTheWorkForAPerson() {
            for (var seed = 0L; seed < 400; seed++) {
                var marketplace = Marketplace.random(seed);
                var index = OpeningIndex.of(marketplace.openings(), marketplace.policy());
                var count = 1 + (int) (seed % 35);
                for (var person : marketplace.people()) {
                    var all = marketplace.openings().stream()
                            .map(work -> new Recommended(work.id(), Fit.of(person, work, marketplace.policy(), TODAY)));
                    assertThat(index.best(person, count, TODAY))
                            .as("seed %s, %s", seed, person)
                            .isEqualTo(best(count, all));
                }
            }
        }

        @Test
        void ofThePeopleForWork() {
            for (var seed = 0L; seed < 400; seed++) {
                var marketplace = Marketplace.random(seed);
                var index = PeopleIndex.of(marketplace.people(), marketplace.policy());
                var count = 1 + (int) (seed % 35);
                for (var work : marketplace.openings()) {
                    var all = marketplace.people().stream()
                            .map(person ->
                                    new Recommended(person.id(), Fit.of(person, work, marketplace.policy(), TODAY)));
                    assertThat(index.best(work, count, TODAY))
                            .as("seed %s, %s", seed, work)
                            .isEqualTo(best(count, all));
                }
            }
        }

        @Test
        void ofThoseThatAreWanted() {
            for (var seed = 0L; seed < 400; seed++) {
                var marketplace = Marketplace.random(seed);
                var openings = OpeningIndex.of(marketplace.openings(), marketplace.policy());
                var people = PeopleIndex.of(marketplace.people(), marketplace.policy());
                var bit = seed % 7;
                Predicate<UUID> wanted = id -> (id.getMostSignificantBits() >> bit & 1) == 0;
                for (var person : marketplace.people()) {
                    var all = marketplace.openings().stream()
                            .filter(work -> wanted.test(work.id()))
                            .map(work -> new Recommended(work.id(), Fit.of(person, work, marketplace.policy(), TODAY)));
                    assertThat(openings.best(person, 5, TODAY, wanted))
                            .as("seed %s, %s", seed, person)
                            .isEqualTo(best(5, all));
                }
                for (var work : marketplace.openings()) {
                    var all = marketplace.people().stream()
                            .filter(person -> wanted.test(person.id()))
                            .map(person ->
                                    new Recommended(person.id(), Fit.of(person, work, marketplace.policy(), TODAY)))
                            .toList();
                    assertThat(people.best(work, 5, TODAY, wanted))
                            .as("seed %s, %s", seed, work)
                            .isEqualTo(best(5, all.stream()));
                    assertThat(people.eligible(work, TODAY, wanted))
                            .as("seed %s, %s", seed, work)
                            .isEqualTo(all.stream()
                                    .filter(each -> each.fit().eligible())
                                    .count());
                }
            }
        }

        @Test
        void howeverFarAwayTheEvidence() {
            for (var day : List.of("-999999999-01-01", "-900000-01-01", "+900000-01-01", "+999999999-12-31")) {
                var claimed = person(new UUID(0, 1), Map.of(JAVA, new KnownSkill(2, Optional.empty())));
                var proven = person(new UUID(0, 2), Map.of(JAVA, new KnownSkill(2, Optional.of(parse(day)))));
                for (var today : List.of("-999990000-01-01", "2025-03-03", "+999999999-12-31")) {
                    var all = Stream.of(claimed, proven)
                            .map(person -> new Recommended(person.id(), Fit.of(person, SIMPLE, parse(today))));
                    assertThat(PeopleIndex.of(List.of(claimed, proven), Policy.STANDARD)
                                    .best(SIMPLE, 1, parse(today)))
                            .as("%s on %s", day, today)
                            .isEqualTo(best(1, all));
                }
            }
        }

        private static List<Recommended> best(int count, Stream<Recommended> all) {
            return all.sorted(Fit.bestFirst(Recommended::fit, Recommended::id))
                    .limit(count)
                    .toList();
        }
    }

    @Nested
    class LeavesNobodyWithAnEmptyList {
        @Test
        void whoKnowsNothingYetSeesWhatHasNoMustsAndThenWhatComesNearest() {
            var desirable = work(new UUID(0, 2), new Requirement(JAVA, 3, false));
            var tooLong = new Work(new UUID(0, 3), 9, TODAY, TODAY, List.of(must(JAVA)));

            assertThat(OpeningIndex.of(List.of(tooLong, SIMPLE, desirable), Policy.STANDARD)
                            .best(NOVICE, 3, TODAY))
                    .extracting(Recommended::id)
                    .containsExactly(desirable.id(), SIMPLE.id(), tooLong.id());
        }

        @Test
        void whoComesNearestIsNamedWhenNobodyMayDoTheWork() {
            var knowing = person(new UUID(0, 2), Map.of(JAVA, new KnownSkill(5, Optional.empty())));

            assertThat(PeopleIndex.of(List.of(NOVICE, knowing), Policy.STANDARD)
                            .best(work(ID, must(JAVA), must(SQL)), 1, TODAY))
                    .singleElement()
                    .satisfies(nearest -> {
                        assertThat(nearest.id()).isEqualTo(knowing.id());
                        assertThat(nearest.fit().eligible()).isFalse();
                    });
        }

        @Test
        void unlessThereIsNothing() {
            assertThat(OpeningIndex.of(List.of(), Policy.STANDARD).best(NOVICE, 1, TODAY))
                    .isEmpty();
            assertThat(PeopleIndex.of(List.of(), Policy.STANDARD).best(SIMPLE, 1, TODAY))
                    .isEmpty();
        }
    }

    @Test
    void namesTheFactThatMakesNoSense() {
        refused(() -> OpeningIndex.of(null, Policy.STANDARD), "openings is missing");
        refused(() -> OpeningIndex.of(List.of(), null), "policy is missing");
        refused(() -> PeopleIndex.of(List.of(), null), "policy is missing");
        refused(() -> OpeningIndex.of(Collections.singleton(null), Policy.STANDARD), "opening is missing");
        refused(
                () -> OpeningIndex.of(List.of(SIMPLE, work(new UUID(0, 1))), Policy.STANDARD),
                "opening " + ID + " is there twice");
        refused(() -> PeopleIndex.of(null, Policy.STANDARD), "people is missing");
        refused(() -> PeopleIndex.of(Collections.singleton(null), Policy.STANDARD), "person is missing");
        refused(
                () -> PeopleIndex.of(List.of(NOVICE, person(new UUID(0, 1), Map.of())), Policy.STANDARD),
                "person " + ID + " is there twice");

        var openings = OpeningIndex.of(List.of(SIMPLE), Policy.STANDARD);
        refused(() -> openings.best(null, 1, TODAY), "person is missing");
        refused(() -> openings.best(NOVICE, 1, null), "today is missing");
        refused(() -> openings.best(NOVICE, 0, TODAY), "count is 0, but must be at least 1");
        refused(() -> openings.best(NOVICE, 1, TODAY, null), "wanted is missing");
        var people = PeopleIndex.of(List.of(NOVICE), Policy.STANDARD);
        refused(() -> people.best(null, 1, TODAY), "work is missing");
        refused(() -> people.best(SIMPLE, 1, null), "today is missing");
        refused(() -> people.best(SIMPLE, -1, TODAY), "count is -1, but must be at least 1");
        refused(() -> people.best(SIMPLE, 1, TODAY, null), "wanted is missing");
        refused(() -> people.eligible(null, TODAY, all -> true), "work is missing");
        refused(() -> people.eligible(SIMPLE, null, all -> true), "today is missing");
        refused(() -> people.eligible(SIMPLE, TODAY, null), "wanted is missing");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static Person person(UUID id, Map<UUID, KnownSkill> skills) {
        return new Person(id, skills, 8, List.of());
    }

    private static Work work(UUID id, Requirement... requirements) {
        return new Work(id, 8, TODAY, TODAY, List.of(requirements));
    }

    private static Requirement must(UUID skill) {
        return new Requirement(skill, 2, true);
    }
}
