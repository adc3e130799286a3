package org.traverse.readmodel.learningcatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.learning.LearningResourceId;
import org.traverse.learning.Modality;
import org.traverse.learning.Price;
import org.traverse.learning.SkillGain;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.RealApplication;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;

@ResourceLock("RealApplication")
@SpringBootTest(classes = RealApplication.class)
class LearningCatalogueTest {
    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    LearningCatalogue learning;

    @Test
    void tellsWhetherAnItemWasAdded() {
        var tides = SkillId.random();
        send(new DefineSkill(tides, "Tides " + tides, SkillKind.KNOWLEDGE, Optional.empty()));
        var before = learning.moment();
        assertThat(learning.haveChangedSince(before)).isFalse();

        send(new AddLearningResource(
                LearningResourceId.random(),
                "Tides",
                "",
                "Port school",
                Modality.COURSE,
                8,
                new Price(0, Currency.getInstance("EUR")),
                List.of(new SkillGain(tides, Proficiency.of(2)))));
        assertThat(learning.haveChangedSince(before)).isTrue();
        assertThat(learning.haveChangedSince(learning.moment())).isFalse();
    }

    private void send(Object command) {
        commands.sendAndWait(command);
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }
}
