package org.traverse.assignment;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.application.ApplicationId;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityId;
import org.traverse.gig.GigCommand.CompleteSeat;
import org.traverse.gig.GigEvent.SeatCompleted;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/** Work that is done completes its seat, frees the hours and leaves evidence of the skills it asked for. */
@Component
@ProcessingGroup("work-completion")
@DisallowReplay
class WorkCompletion {
    private final CommandGateway commands;

    WorkCompletion(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AssignmentCompleted event) {
        var holder = event.application().value();
        commands.sendAndWait(new CompleteSeat(event.gig(), holder, event.on()));
        commands.sendAndWait(new ReleaseHours(CapacityId.of(event.employee()), holder));
    }

    /** What was asked for at any level says nothing about the level somebody has now. */
    @EventHandler
    void on(SeatCompleted event) {
        var assignment = AssignmentId.of(new ApplicationId(event.holder()));
        var evidence = new Evidence(Voucher.GIG, assignment.value(), event.on());
        List<Claim> claims = event.requirements().stream()
                .flatMap(asked -> asked.level().stream().map(level -> new Claim(asked.skill(), level, evidence)))
                .toList();
        if (!claims.isEmpty()) {
            commands.sendAndWait(new RecordEvidence(event.employee(), claims));
        }
    }
}
