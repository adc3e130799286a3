package org.traverse.assignment;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationId;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentCommand.StartAssignment;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

class AssignmentTest {
    static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final GigId gig = GigId.random();
    final ApplicationId application = ApplicationId.of(ewa, gig);
    final AssignmentId id = AssignmentId.of(application);
    final AssignmentStarted started = new AssignmentStarted(id, application, ewa, gig, NOW);
    final AssignmentCompleted completed =
            new AssignmentCompleted(id, application, ewa, gig, marc, "Well done", LocalDate.parse("2026-11-23"));
    final AggregateTestFixture<Assignment> assignment = new AggregateTestFixture<>(Assignment.class);

    @BeforeEach
    void clock() {
        assignment.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.ofHours(2)));
    }

    @Nested
    class Starting {
        @Test
        void putsThePersonToWork() {
            assignment
                    .givenNoPriorActivity()
                    .when(new StartAssignment(id, application, ewa, gig))
                    .expectEvents(started);
        }

        @Test
        void changesNothingTheSecondTime() {
            assignment
                    .given(started, completed)
                    .when(new StartAssignment(id, application, ewa, gig))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            assignment
                    .given(started)
                    .when(new StartAssignment(id, application, marc, gig))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("another assignment was started under this id");
        }
    }

    @Nested
    class Completing {
        @Test
        void leavesFeedbackAndTheDateInUtc() {
            assignment
                    .given(started)
                    .when(new CompleteAssignment(id, marc, "Well done"))
                    .expectEvents(completed);
        }

        @Test
        void isRefusedTwice() {
            assignment
                    .given(started, completed)
                    .when(new CompleteAssignment(id, marc, "Even better"))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("this assignment is completed already");
        }

        @Test
        void needsFeedback() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CompleteAssignment(id, marc, ""))
                    .withMessage("feedback is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CompleteAssignment(id, marc, "x".repeat(2001)))
                    .withMessage("feedback is longer than 2000 characters");
        }
    }
}
