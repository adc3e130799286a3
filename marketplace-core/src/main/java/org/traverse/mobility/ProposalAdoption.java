package org.traverse.mobility;

import static org.traverse.Asking.ask;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.gig.GigCommand.RequireSeatFor;
import org.traverse.mobility.PlanCommand.ReportOfferRefused;
import org.traverse.mobility.PlanEvent.ProposalAdopted;

/** A proposal that is adopted becomes an offer, or the plan learns why not. */
@Component
@ProcessingGroup("proposal-adoption")
@DisallowReplay
class ProposalAdoption {
    private final CommandGateway commands;

    ProposalAdoption(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(ProposalAdopted event) {
        try {
            ask(commands, new RequireSeatFor(event.gig(), event.employee()));
            ask(commands, new OfferDirectly(event.employee(), event.gig(), event.by()));
        } catch (RuleViolated refusal) {
            commands.sendAndWait(new ReportOfferRefused(event.id(), event.proposal(), refusal.getMessage()));
        }
    }
}
