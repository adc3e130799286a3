package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
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
    void namesThePlaceOfARankingThatIsWrong() {
        assertThat(Bounds.ranking("gigs", null, 2)).isEmpty();
        assertThat(Bounds.ranking("gigs", List.of("b", "a"), 2)).containsExactly("b", "a");
        refused(Arrays.asList("a", null), "gigs[1] is missing");
        refused(List.of("a", "a"), "gigs[1] is ranked twice: a");
        refused(List.of("a", "b", "c"), "gigs[2] is more than the 2 that can be ranked");
    }

    private static void refused(List<String> ranking, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.ranking("gigs", ranking, 2))
                .withMessage(why);
    }

    @Test
    void cutsAReasonRatherThanLoseIt() {
        assertThat(Bounds.reason("🙂".repeat(600))).isEqualTo("🙂".repeat(500));
        assertThat(Bounds.reason("a\u0000b\ud83d")).isEqualTo("ab");
        assertThat(Bounds.reason(" ")).isEqualTo("no reason was given");
    }
}
