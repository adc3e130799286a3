package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Bounds.text("title", "🙂".repeat(120), 120)).hasSize(240);
    }

    @Test
    void keepsLinesApart() {
        assertThat(Bounds.textOrEmpty("note", "one\r\n\ttwo ", 100)).isEqualTo("one\r\n\ttwo");
    }

    @Test
    void refusesWhatNoDatabaseCanKeep() {
        for (String unkept : new String[] {"a\u0000b", "a\u0007b", "a\ud83d", "\udc00a"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bounds.textOrEmpty("note", unkept, 100))
                    .withMessage("note contains a character that is no text");
        }
    }

    @Test
    void cutsAReasonRatherThanLoseIt() {
        assertThat(Bounds.reason("🙂".repeat(600))).isEqualTo("🙂".repeat(500));
        assertThat(Bounds.reason("a\u0000b\ud83d")).isEqualTo("ab");
        assertThat(Bounds.reason(" ")).isEqualTo("no reason was given");
    }
}
