package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void isWordedOnlyWhenItIsRead() {
        var worded = new AtomicInteger();
        var part = new Part("Availability", 10, 20, () -> "Worded " + worded.incrementAndGet() + ".");
        assertThat(part.points()).isEqualTo(10);
        assertThat(worded).hasValue(0);
        assertThat(part.because()).isEqualTo("Worded 1.");
    }

    @Test
    void isEqualToOneThatSaysTheSame() {
        var part = new Part("Availability", 10, 20, "Half.");
        assertThat(part)
                .isEqualTo(new Part("Availability", 10, 20, () -> "Half."))
                .hasSameHashCodeAs(new Part("Availability", 10, 20, () -> "Half."))
                .isNotEqualTo(new Part("Evidence", 10, 20, "Half."))
                .isNotEqualTo(new Part("Availability", 9, 20, "Half."))
                .isNotEqualTo(new Part("Availability", 10, 21, "Half."))
                .isNotEqualTo(new Part("Availability", 10, 20, "Some."))
                .isNotEqualTo("Half.")
                .hasToString("Availability 10 of 20: Half.");
    }

    @Test
    void givesNothingLessAndNothingMoreThanItCan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part("Availability", -1, 20, "…"))
                .withMessage("Availability has -1 points, but must have 0 to 20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part("Availability", 21, 20, "…"))
                .withMessage("Availability has 21 points, but must have 0 to 20");
    }
}
