package org.traverse.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.Market;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeId;
import org.traverse.learning.LearningRecordCommand.CompleteLearning;
import org.traverse.learning.LearningRecordCommand.Enrol;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.learning.LearningRecordEvent.LearningCompleted;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;
import org.traverse.skillprofile.SkillProfileId;

class LearningRecordTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    final EmployeeId ewa = EmployeeId.random();
    final LearningResourceId course = LearningResourceId.random();
    final LearningRecordId id = LearningRecordId.of(ewa, course);
    final List<SkillGain> kafka = List.of(new SkillGain(SkillId.random(), Proficiency.of(3)));
    final Enrolled enrolled = new Enrolled(id, ewa, course, kafka, Instant.parse("2026-11-20T23:59:00Z"));
    final AggregateTestFixture<LearningRecord> learning = new AggregateTestFixture<>(LearningRecord.class);

    @BeforeEach
    void clock() {
        learning.registerInjectableResource(CLOCK);
    }

    @Nested
    class Enrolling {
        @Test
        void remembersWhatWasPromised() {
            learning.givenNoPriorActivity()
                    .when(new Enrol(ewa, course, kafka))
                    .expectEvents(new Enrolled(id, ewa, course, kafka, CLOCK.instant()));
        }

        @Test
        void changesNothingTheSecondTimeWhateverIsPromisedNow() {
            learning.given(enrolled)
                    .when(new Enrol(ewa, course, List.of()))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Completing {
        @Test
        void givesWhatWasPromised() {
            learning.given(enrolled)
                    .when(new CompleteLearning(id, TODAY))
                    .expectEvents(new LearningCompleted(id, ewa, course, kafka, TODAY));
        }

        @Test
        void isPossibleOnTheDayOfEnrolment() {
            var day = LocalDate.parse("2026-11-20");
            learning.given(enrolled)
                    .when(new CompleteLearning(id, day))
                    .expectEvents(new LearningCompleted(id, ewa, course, kafka, day));
        }

        @Test
        void isRefusedBeforeTheEnrolment() {
            refused(
                    learning.given(enrolled).when(new CompleteLearning(id, LocalDate.parse("2026-11-19"))),
                    "it cannot be completed on 2026-11-19, before the enrolment on 2026-11-20");
        }

        @Test
        void isRefusedBeforeItHappens() {
            refused(
                    learning.given(enrolled).when(new CompleteLearning(id, TODAY.plusDays(1))),
                    "it cannot be completed on 2026-11-24, which is yet to come");
        }

        @Test
        void isRefusedTwice() {
            refused(
                    learning.given(enrolled, new LearningCompleted(id, ewa, course, kafka, TODAY))
                            .when(new CompleteLearning(id, TODAY)),
                    "this is completed already");
        }

        @Test
        void isRefusedToWhoNeverEnrolled() {
            learning.givenNoPriorActivity()
                    .when(new CompleteLearning(id, TODAY))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Test
    void leavesEvidenceOnce() {
        var market = new Market(CLOCK, (CommandGateway commands) -> new LearningEvidence(commands));
        market.ask(new Enrol(ewa, course, kafka), new CompleteLearning(id, TODAY));
        market.deliver().deliverAllAgain();

        assertThat(market.happened(SkillEvidenced.class))
                .containsExactly(new SkillEvidenced(
                        SkillProfileId.of(ewa),
                        ewa,
                        kafka.get(0).skill(),
                        Proficiency.of(3),
                        new Evidence(Voucher.LEARNING, id.value(), TODAY),
                        Proficiency.of(3)));
    }

    @Test
    void leavesNoEvidenceWhereNothingWasPromised() {
        var market = new Market(CLOCK, (CommandGateway commands) -> new LearningEvidence(commands));
        market.ask(new Enrol(ewa, course, List.of()), new CompleteLearning(id, TODAY));

        assertThat(market.deliver().happened(SkillEvidenced.class)).isEmpty();
    }

    private static void refused(ResultValidator<LearningRecord> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
