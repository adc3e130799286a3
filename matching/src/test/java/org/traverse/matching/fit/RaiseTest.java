package org.traverse.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

class RaiseTest {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");
    static final UUID JAVA = new UUID(0, 1);
    static final UUID SQL = new UUID(0, 2);
    static final UUID POLISH = new UUID(0, 3);
    static final UUID DESIGN = new UUID(0, 4);

    @Test
    void isTheSkillThatGainsMostFirst() {
        assertThat(raises(Map.of(JAVA, 3), must(JAVA, 3), wish(SQL, 4), wish(POLISH, 3), wish(DESIGN, 2)))
                .extracting(Raise::skill)
                .containsExactly(SQL, POLISH, DESIGN);
        assertThat(raises(Map.of(JAVA, 3, SQL, 3), must(JAVA, 3), wish(SQL, 4), wish(POLISH, 3)))
                .containsExactly(new Raise(POLISH, 3, 13, true), new Raise(SQL, 4, 6, true));
    }

    @Test
    void isFirstOfAllTheSkillThatLetsThePersonIn() {
        var almost = Map.of(JAVA, 4);
        assertThat(raises(almost, must(JAVA, 5), wish(SQL, 1)))
                .containsExactly(new Raise(JAVA, 5, 15, true), new Raise(SQL, 1, 25, false));
    }

    @Test
    void isAnyLevelWhereAnyIsEnough() {
        assertThat(raises(Map.of(), must(JAVA, 0))).containsExactly(new Raise(JAVA, 1, 80, true));
    }

    @Test
    void isOneOfThreeAtMost() {
        assertThat(raises(Map.of(), must(JAVA, 3), must(SQL, 3), must(POLISH, 3), must(DESIGN, 3)))
                .hasSize(3);
    }

    @Test
    void isNothingWhereAllIsMet() {
        assertThat(raises(Map.of(JAVA, 3), must(JAVA, 3))).isEmpty();
    }

    private static List<Raise> raises(Map<UUID, Integer> levels, Requirement... requirements) {
        var skills = levels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, level -> new KnownSkill(level.getValue(), Optional.of(TODAY))));
        return Raise.best(
                new Person(UUID.randomUUID(), skills, 8, List.of()),
                new Work(UUID.randomUUID(), 8, TODAY, TODAY.plusDays(30), List.of(requirements)),
                Policy.STANDARD,
                TODAY);
    }

    private static Requirement must(UUID skill, int level) {
        return new Requirement(skill, level, true);
    }

    private static Requirement wish(UUID skill, int level) {
        return new Requirement(skill, level, false);
    }
}
