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
        var credit = IntStream.range(0, 65_535)
                .mapToLong(next -> Ceiling.credit(MUST, 4, true))
                .sum();
        var work = work(requirements(65_535));
        assertThat(Ceiling.of(work, Policy.STANDARD).standing(credit, 8, TODAY)).isEqualTo(Fit.HIGHEST_STANDING);
        var tooMuch = work(requirements(65_536));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ceiling.of(tooMuch, Policy.STANDARD))
                .withMessage("work " + tooMuch.id() + " has 65536 requirements, but must have at most 65535");
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
