package org.traverse.skill;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillEvent.SkillDefined;
import org.traverse.skill.SkillEvent.SkillRevised;

class SkillTest {
    final Optional<Source> source = Optional.of(new Source("O*NET", "2.A.1.a"));
    final SkillId id = SkillId.of(source.get());
    final SkillDefined reading = new SkillDefined(id, "Reading", SkillKind.SKILL, source);
    final AggregateTestFixture<Skill> skill = new AggregateTestFixture<>(Skill.class);

    @Nested
    class Defining {
        @Test
        void isDoneOnce() {
            skill.givenNoPriorActivity()
                    .when(new DefineSkill(id, " Reading ", SkillKind.SKILL, source))
                    .expectEvents(reading);
        }

        @Test
        void changesNothingTheSecondTime() {
            skill.given(reading)
                    .when(new DefineSkill(id, "Reading", SkillKind.SKILL, source))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void revisesNameOrKind() {
            var revised = new SkillRevised(id, "Reading Comprehension", SkillKind.KNOWLEDGE);
            var define = new DefineSkill(id, "Reading Comprehension", SkillKind.KNOWLEDGE, source);

            skill.given(reading).when(define).expectEvents(revised);
            skill.given(reading, revised)
                    .when(define)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            skill.given(reading, revised)
                    .when(new DefineSkill(id, "Reading Comprehension", SkillKind.SKILL, source))
                    .expectEvents(new SkillRevised(id, "Reading Comprehension", SkillKind.SKILL));
        }

        @Test
        void neverTurnsItIntoAnothersSkill() {
            skill.given(reading)
                    .when(new DefineSkill(id, "Reading", SkillKind.SKILL, Optional.empty()))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("this skill was taken from elsewhere");
        }

        @Test
        void needsAName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DefineSkill(id, "", SkillKind.SKILL, source))
                    .withMessage("name is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DefineSkill(id, "x".repeat(201), SkillKind.SKILL, source))
                    .withMessage("name is longer than 200 characters");
        }
    }
}
