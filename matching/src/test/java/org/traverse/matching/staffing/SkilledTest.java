package org.traverse.matching.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Block;
import org.traverse.matching.fit.Fit;

class SkilledTest {
    @Test
    void areThoseWhomNoSkillKeepsFromTheWork() {
        for (var seed = 0L; seed < 40; seed++) {
            var problem = new Company(seed, 30, 12, 1, 6).problem();
            var skilled = new Skilled(problem.people());
            for (var work : problem.works()) {
                var enough = new ArrayList<>(problem.people());
                enough.removeIf(person -> lacks(person, work).findAny().isPresent());
                assertThat(skilled.enoughFor(work)).as("seed %s", seed).isEqualTo(enough);
                var lacking = problem.people().stream()
                        .flatMap(person -> lacks(person, work))
                        .collect(Collectors.groupingBy(skill -> skill, Collectors.counting()));
                for (var asked : work.requirements()) {
                    if (asked.must()) {
                        assertThat((long) skilled.lacking(asked))
                                .as("seed %s", seed)
                                .isEqualTo(lacking.getOrDefault(asked.skill(), 0L));
                    }
                }
            }
        }
    }

    @Test
    void isEverybodyWhereNoSkillIsAMust() {
        var people = new Company(1, 5, 1, 1, 3).problem().people();
        var wish = new Requirement(new UUID(3, 9), 5, false);
        var work = new Work(new UUID(2, 1), 4, Company.TODAY, Company.TODAY, List.of(wish));
        assertThat(new Skilled(people).enoughFor(work)).isEqualTo(people);
    }

    private static Stream<UUID> lacks(Person person, Work work) {
        return Fit.of(person, work, Company.TODAY).blocks().stream()
                .filter(Block.SkillTooLow.class::isInstance)
                .map(block -> ((Block.SkillTooLow) block).skill());
    }
}
