package org.traverse.matching.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactsTest {
    static final UUID ID = UUID.randomUUID();
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");

    @Nested
    class NamesTheValueThatIsWrong {
        @Test
        void inAKnownSkill() {
            refused(() -> new KnownSkill(0, Optional.empty()), "level is 0, but must be between 1 and 5");
            refused(() -> new KnownSkill(6, Optional.empty()), "level is 6, but must be between 1 and 5");
            refused(() -> new KnownSkill(3, null), "provenOn is missing");
        }

        @Test
        void inACommitment() {
            refused(() -> new Commitment(TODAY, TODAY.minusDays(1), 4), "from 2025-03-03 is after to 2025-03-02");
            refused(() -> new Commitment(TODAY, TODAY, 169), "hours per week is 169, but must be between 0 and 168");
            refused(() -> new Commitment(null, TODAY, 4), "from is missing");
        }

        @Test
        void inAPerson() {
            refused(() -> new Person(null, Map.of(), 4, List.of()), "id is missing");
            refused(
                    () -> new Person(ID, Map.of(), -1, List.of()),
                    "hours per week is -1, but must be between 0 and 168");
            refused(() -> new Person(ID, null, 4, List.of()), "skills is missing");
            refused(() -> new Person(ID, Map.of(), 4, null), "commitments is missing");
        }

        @Test
        void inARequirement() {
            refused(() -> new Requirement(ID, 6, true), "level is 6, but must be between 0 and 5");
            refused(() -> new Requirement(ID, -1, true), "level is -1, but must be between 0 and 5");
            refused(() -> new Requirement(null, 3, true), "skill is missing");
        }

        @Test
        void inWork() {
            refused(() -> new Work(ID, 8, TODAY, null, List.of()), "to is missing");
            refused(() -> new Work(ID, 8, TODAY, TODAY, null), "requirements is missing");
            refused(
                    () -> new Work(
                            ID, 8, TODAY, TODAY, List.of(new Requirement(ID, 3, true), new Requirement(ID, 2, false))),
                    "skill " + ID + " is required twice");
        }

        private void refused(ThrowingCallable making, String because) {
            assertThatIllegalArgumentException().isThrownBy(making).withMessage(because);
        }
    }

    @Nested
    class Requirements {
        @Test
        void ofAnyLevelStillAskForTheSkill() {
            var anyLevel = new Requirement(ID, 0, true);
            assertThat(anyLevel.isMetBy(0)).isFalse();
            assertThat(anyLevel.isMetBy(1)).isTrue();
        }

        @Test
        void areMetAtTheirLevel() {
            var three = new Requirement(ID, 3, true);
            assertThat(three.isMetBy(2)).isFalse();
            assertThat(three.isMetBy(3)).isTrue();
        }
    }

    @Nested
    class WorkThatRemains {
        @Test
        void isAllOfItBeforeTheFirstDay() {
            assertThat(work().remaining(TODAY.minusDays(9))).isEqualTo(new Commitment(TODAY, TODAY.plusDays(30), 8));
        }

        @Test
        void beginsTodayOnceItRuns() {
            assertThat(work().remaining(TODAY.plusDays(9)))
                    .isEqualTo(new Commitment(TODAY.plusDays(9), TODAY.plusDays(30), 8));
        }

        @Test
        void isOverTheDayAfterTheLast() {
            assertThat(work().isOver(TODAY.plusDays(30))).isFalse();
            assertThat(work().isOver(TODAY.plusDays(31))).isTrue();
        }

        private Work work() {
            return new Work(ID, 8, TODAY, TODAY.plusDays(30), List.of());
        }
    }
}
