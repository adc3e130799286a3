package org.traverse.matching.learningplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Requirement;

class GapTest {
    static final UUID JAVA = new UUID(0, 1);
    static final UUID SQL = new UUID(0, 2);
    static final UUID POLISH = new UUID(0, 3);
    static final UUID DESIGN = new UUID(0, 4);

    @Test
    void putsMustsFirstThenTheWidestGap() {
        var needs = List.of(wish(DESIGN, 5), must(SQL, 3), must(JAVA, 4), wish(POLISH, 0));
        assertThat(Gap.of(Map.of(SQL, 3, DESIGN, 1), needs, List.of()))
                .containsExactly(
                        new SkillGap(JAVA, 0, 4, List.of()),
                        new SkillGap(SQL, 3, 3, List.of()),
                        new SkillGap(DESIGN, 1, 5, List.of()),
                        new SkillGap(POLISH, 0, 0, List.of()));
    }

    @Test
    void ofAnyLevelIsClosedByTheLowest() {
        assertThat(Gap.of(Map.of(), List.of(must(JAVA, 0)), List.of()).get(0).isClosed())
                .isFalse();
        assertThat(Gap.of(Map.of(JAVA, 1), List.of(must(JAVA, 0)), List.of())
                        .get(0)
                        .isClosed())
                .isTrue();
    }

    @Test
    void refusesALevelThatDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gap.of(Map.of(JAVA, 7), List.of(must(JAVA, 3)), List.of()))
                .withMessageContaining("is 7, but must be between 0 and 5");
    }

    @Nested
    class Learning {
        @Test
        void thatReachesTheLevelComesBeforeShorterLearningThatDoesNot() {
            var halfway = item(1, JAVA, 3, 2);
            var slow = item(2, JAVA, 4, 60);
            var fast = item(3, JAVA, 5, 20);
            assertThat(learning(Map.of(JAVA, 2), must(JAVA, 4), halfway, slow, fast))
                    .containsExactly(fast.id(), slow.id(), halfway.id());
        }

        @Test
        void thatLeadsNoHigherIsLeftOut() {
            assertThat(learning(Map.of(JAVA, 2), must(JAVA, 4), item(1, JAVA, 2, 5), item(2, SQL, 5, 5)))
                    .isEmpty();
        }

        @Test
        void isNotOfferedForWhatIsMet() {
            assertThat(learning(Map.of(JAVA, 4), must(JAVA, 4), item(1, JAVA, 5, 5)))
                    .isEmpty();
        }

        @Test
        void isFiveItemsAtMost() {
            var many = IntStream.range(0, 9)
                    .mapToObj(number -> item(number, JAVA, 4, 10 + number))
                    .toArray(LearningItem[]::new);
            assertThat(learning(Map.of(), must(JAVA, 4), many)).hasSize(5).startsWith(many[0].id());
        }

        private List<UUID> learning(Map<UUID, Integer> have, Requirement need, LearningItem... catalogue) {
            return Gap.of(have, List.of(need), List.of(catalogue)).get(0).learning();
        }
    }

    @Nested
    class AnItem {
        @Test
        void isRefusedWithALevelThatDoesNotExist() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item(1, JAVA, 6, 5))
                    .withMessage("level of skill " + JAVA + " is 6, but must be between 1 and 5");
        }

        @Test
        void isRefusedWithNegativeHours() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> item(1, JAVA, 3, -5))
                    .withMessage("hours is -5, but must be between 1 and 10000");
        }
    }

    private static LearningItem item(int id, UUID skill, int level, int hours) {
        return new LearningItem(new UUID(1, id), Map.of(skill, level), hours);
    }

    private static Requirement must(UUID skill, int level) {
        return new Requirement(skill, level, true);
    }

    private static Requirement wish(UUID skill, int level) {
        return new Requirement(skill, level, false);
    }
}
