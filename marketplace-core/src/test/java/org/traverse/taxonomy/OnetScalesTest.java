package org.traverse.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traverse.skill.Proficiency;

class OnetScalesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.87, 1",
        "0.875, 2",
        "1, 2",
        "1.75, 2",
        "2.62, 2",
        "2.625, 3",
        "3.5, 3",
        "4.37, 3",
        "4.375, 4",
        "5.25, 4",
        "6.12, 4",
        "6.125, 5",
        "6.96, 5",
        "7, 5"
    })
    void mapLevelsOnAStraightLineHalvesUp(double original, int level) {
        assertThat(OnetScales.level(original)).isEqualTo(Proficiency.of(level));
    }

    @ParameterizedTest
    @CsvSource({"1, false, false", "2.99, false, false", "3, true, false", "3.99, true, false", "4, true, true"})
    void askForWhatIsImportantAndInsistOnWhatIsVeryImportant(double importance, boolean required, boolean must) {
        assertThat(OnetScales.required(importance)).isEqualTo(required);
        assertThat(OnetScales.must(importance)).isEqualTo(must);
    }
}
