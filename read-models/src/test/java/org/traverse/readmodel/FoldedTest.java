package org.traverse.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTest {
    @Test
    void forgetsCaseAndAccents() {
        assertThat(Folded.of("Łódź")).isEqualTo("lodz");
        assertThat(Folded.of("Søren Ångström")).isEqualTo("soren angstrom");
        assertThat(Folded.of("İpek Yıldız")).isEqualTo("ipek yildiz");
        assertThat(Folded.of("Weiß, Œuvre")).isEqualTo("weiss, oeuvre");
        assertThat(Folded.of("陈 伟")).isEqualTo("陈 伟");
    }

    @Test
    void takesAnySpaceForOne() {
        assertThat(Folded.of("  Ewa\u00a0\t Nowak ")).isEqualTo("ewa nowak");
    }

    @Test
    void looksForWordsAndNotForPatterns() {
        assertThat(Folded.patterns("Nowak  ewa")).isEqualTo(List.of("%nowak%", "%ewa%"));
        assertThat(Folded.patterns("50%_\\")).isEqualTo(List.of("%50\\%\\_\\\\%"));
        assertThat(Folded.patterns(" ")).isEmpty();
    }
}
