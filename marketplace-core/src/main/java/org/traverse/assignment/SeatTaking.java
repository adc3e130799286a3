package org.traverse.assignment;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.assignment.AssignmentCommand.StartAssignment;

/** Whoever has a seat and the hours for it is assigned. */
@Component
@ProcessingGroup("seat-taking")
@DisallowReplay
class SeatTaking {
    private final CommandGateway commands;

    SeatTaking(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AcceptanceConfirmed event) {
        commands.sendAndWait(
                new StartAssignment(AssignmentId.of(event.id()), event.id(), event.employee(), event.gig()));
    }
}
