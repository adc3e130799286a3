package org.traverse.role;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleEvent.RoleDefined;
import org.traverse.role.RoleEvent.RoleRevised;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;
import org.traverse.skill.Source;

class RoleTest {
    final Optional<Source> source = Optional.of(new Source("O*NET", "15-1252.00"));
    final RoleId id = RoleId.of(source.get());
    final List<Requirement> java = List.of(Requirement.must(SkillId.random(), 4));
    final RoleDefined developer = new RoleDefined(id, "Developer", "", "Computing", java, source);
    final AggregateTestFixture<Role> role = new AggregateTestFixture<>(Role.class);

    @Nested
    class Defining {
        @Test
        void isDoneOnce() {
            role.givenNoPriorActivity()
                    .when(new DefineRole(id, "Developer", null, "Computing", java, source))
                    .expectEvents(developer);
        }

        @Test
        void changesNothingTheSecondTime() {
            role.given(developer)
                    .when(new DefineRole(id, "Developer", "", "Computing", java, source))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void revisesWhatHasChanged() {
            var revised = new RoleRevised(id, "Developer", "", "Computing", List.of());
            var define = new DefineRole(id, "Developer", "", "Computing", List.of(), source);

            role.given(developer).when(define).expectEvents(revised);
            role.given(developer, revised)
                    .when(define)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void neverTurnsItIntoAnothersRole() {
            role.given(developer)
                    .when(new DefineRole(id, "Developer", "", "Computing", java, Optional.empty()))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("this role was taken from elsewhere");
        }

        @Test
        void asksForEachSkillOnce() {
            var twice = List.of(java.get(0), Requirement.desirable(java.get(0).skill()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DefineRole(id, "Developer", "", "", twice, source))
                    .withMessageContaining("is asked for twice");
        }
    }
}
