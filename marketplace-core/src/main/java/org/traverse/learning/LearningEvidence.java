package org.traverse.learning;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.learning.LearningRecordEvent.LearningCompleted;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/** Learning that is completed leaves evidence of the skills it gives. */
@Component
@ProcessingGroup("learning-evidence")
@DisallowReplay
class LearningEvidence {
    private final CommandGateway commands;

    LearningEvidence(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(LearningCompleted event) {
        var evidence = new Evidence(Voucher.LEARNING, event.id().value(), event.on());
        List<Claim> claims = event.gives().stream()
                .map(gain -> new Claim(gain.skill(), gain.level(), evidence))
                .toList();
        if (!claims.isEmpty()) {
            commands.sendAndWait(new RecordEvidence(event.employee(), claims));
        }
    }
}
