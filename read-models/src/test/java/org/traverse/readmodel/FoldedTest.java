package org.traverse.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Folded.contains("50%_\\")).isEqualTo("%50\\%\\_\\\\%");
        assertThat(Folded.containsEach("Nowak  ewa")).containsExactly("%nowak%", "%ewa%");
        assertThat(Folded.containsEach(" ")).containsExactly("%%");
    }
}
