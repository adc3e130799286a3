package org.traverse.learning;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.learning.LearningResourceEvent.LearningResourceAdded;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

class LearningResourceTest {
    final LearningResourceId id = LearningResourceId.random();
    final Price price = new Price(4900, Currency.getInstance("EUR"));
    final SkillGain kafka = new SkillGain(SkillId.random(), Proficiency.of(3));
    final LearningResourceAdded added = new LearningResourceAdded(
            id, "Kafka in a week", "", "Stream Academy", Modality.COURSE, 20, price, List.of(kafka));
    final AggregateTestFixture<LearningResource> resource = new AggregateTestFixture<>(LearningResource.class);

    @Nested
    class Adding {
        @Test
        void happensOnce() {
            resource.givenNoPriorActivity().when(add(20, kafka)).expectEvents(added);
        }

        @Test
        void changesNothingTheSecondTime() {
            resource.given(added)
                    .when(add(20, kafka))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            resource.given(added)
                    .when(add(21, kafka))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("another learning resource was added under this id");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> add(0, kafka))
                    .withMessage("hours is 1 to 10000, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> add(1, kafka, kafka))
                    .withMessage("gives names a skill twice");
        }
    }

    private AddLearningResource add(int hours, SkillGain... gives) {
        return new AddLearningResource(
                id, "Kafka in a week", "", "Stream Academy", Modality.COURSE, hours, price, List.of(gives));
    }
}
