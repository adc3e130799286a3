package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

class CeilingTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    static final Requirement MUST = new Requirement(new UUID(0, 1), 4, true);
    static final Requirement WISH = new Requirement(new UUID(0, 2), 2, false);

    @Test
    void isTheHighestOfAllWhenNothingIsMissing() {
        assertThat(standing(credit(4, true, 2, true), 8, TODAY)).isEqualTo(Fit.HIGHEST_STANDING);
    }

    @Test
    void losesWhatSkillsHoursAndEvidenceSurelyLose() {
        assertThat(standing(credit(4, true, 1, true), 8, TODAY)).isEqualTo(Fit.standing(true, 100 - 10 - 5));
        assertThat(standing(credit(4, false, 2, true), 8, TODAY)).isEqualTo(Fit.standing(true, 100 - 5));
        assertThat(standing(credit(2, true, 2, true), 8, TODAY)).isEqualTo(Fit.standing(false, 100 - 25 - 5));
        assertThat(standing(credit(4, true, 2, true), 6, TODAY)).isEqualTo(Fit.standing(false, 100 - 5));
    }

    @Test
    void losesWhatIsNotWished() {
        var policy = Policy.STANDARD.withWeights(new Weights(50, 10, 10, 5, 10, 5, 5, 5));
        var ceiling = Ceiling.of(work(List.of(MUST, WISH)), policy);
        var all = credit(4, true, 2, true) + 2 * Ceiling.AIM + Ceiling.INTEREST + Ceiling.CONTINUITY;
        assertThat(ceiling.standing(all, 8, TODAY)).isEqualTo(Fit.HIGHEST_STANDING);
        assertThat(ceiling.standing(all - Ceiling.AIM, 8, TODAY)).isEqualTo(Fit.standing(true, 95));
        assertThat(ceiling.standing(all - Ceiling.INTEREST, 8, TODAY)).isEqualTo(Fit.standing(true, 95));
        assertThat(ceiling.standing(credit(4, true, 2, true), 8, TODAY)).isEqualTo(Fit.standing(true, 80));
    }

    @Test
    void letsNobodyIntoWorkThatIsOver() {
        assertThat(standing(credit(4, true, 2, true), 8, TODAY.plusDays(1))).isEqualTo(Fit.standing(false, 100));
    }

    @Test
    void isTheLowestOfAllForWorkOfWhichNothingIsKnown() {
        assertThat(Ceiling.of(work(List.of()), Policy.STANDARD).standing(0, 168, TODAY))
                .isZero();
    }

    @Test
    void countsRightUpToTheMostRequirements() {
        var credit = IntStream.range(0, 4_095)
                        .mapToLong(next -> Ceiling.credit(MUST, 4, true) + Ceiling.AIM)
                        .sum()
                + Ceiling.INTEREST
                + Ceiling.CONTINUITY;
        var work = work(requirements(4_095));
        var policy = Policy.STANDARD.withWeights(new Weights(50, 10, 10, 5, 10, 5, 5, 5));
        assertThat(Ceiling.of(work, policy).standing(credit, 8, TODAY)).isEqualTo(Fit.HIGHEST_STANDING);
        var oneAimLess = credit - Ceiling.AIM;
        assertThat(Ceiling.of(work, policy).standing(oneAimLess, 8, TODAY)).isEqualTo(Fit.standing(true, 99));
        assertThat(Ceiling.of(work, policy).standing(credit - Ceiling.INTEREST, 8, TODAY))
                .isEqualTo(Fit.standing(true, 95));
        assertThat(Ceiling.of(work, policy).standing(credit - Ceiling.CONTINUITY, 8, TODAY))
                .isEqualTo(Fit.standing(true, 95));
        var tooMuch = work(requirements(4_096));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ceiling.of(tooMuch, Policy.STANDARD))
                .withMessage("work " + tooMuch.id() + " has 4096 requirements, but must have at most 4095");
    }

    private static int standing(long credit, int hours, LocalDate today) {
        return Ceiling.of(work(List.of(MUST, WISH)), Policy.STANDARD).standing(credit, hours, today);
    }

    private static long credit(int must, boolean mustRecent, int wish, boolean wishRecent) {
        return Ceiling.credit(MUST, must, mustRecent) + Ceiling.credit(WISH, wish, wishRecent);
    }

    private static Work work(List<Requirement> requirements) {
        return new Work(new UUID(1, 1), 8, TODAY, TODAY, requirements);
    }

    private static List<Requirement> requirements(int count) {
        return IntStream.range(0, count)
                .mapToObj(skill -> new Requirement(new UUID(2, skill), 4, true))
                .toList();
    }
}
