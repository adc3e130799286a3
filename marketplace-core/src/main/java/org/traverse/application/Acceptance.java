package org.traverse.application;

import static org.traverse.Asking.ask;

import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.ConfirmAcceptance;
import org.traverse.application.ApplicationCommand.UndoAcceptance;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityId;
import org.traverse.gig.GigCommand.ReleaseSeat;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigEvent.SeatReserved;

/**
 * An acceptance is pending until seat and hours are both held: first the seat, then the hours, then it is confirmed. If
 * either cannot be had, what was held is given back and the acceptance undone with the reason.
 *
 * <p>All steps follow the one event, each commits by itself, and each may be repeated: after a crash the event comes
 * again and walks the same way. Were every step to follow the event of the step before, an old one that comes again
 * could confirm a newer acceptance which holds no seat yet.
 */
@Component
@ProcessingGroup("acceptance")
@DisallowReplay
class Acceptance {
    private final CommandGateway commands;

    Acceptance(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OfferAccepted event) {
        try {
            if (!reserve(event)) {
                return;
            }
        } catch (RuleViolated refusal) {
            giveBack(event);
            commands.sendAndWait(new UndoAcceptance(event.id(), refusal.getMessage()));
            return;
        }
        try {
            ask(commands, new ConfirmAcceptance(event.id()));
        } catch (RuleViolated notWantedAnyMore) {
            giveBack(event);
        }
    }

    /** Or not, when the work in the seat is done: this was settled long ago. */
    private boolean reserve(OfferAccepted event) {
        var holder = event.id().value();
        Optional<SeatReserved> seat = ask(commands, new ReserveSeat(event.gig(), holder, event.employee()));
        seat.map(terms -> new ReserveHours(
                        CapacityId.of(event.employee()), holder, terms.hoursPerWeek(), terms.from(), terms.to()))
                .ifPresent(hours -> ask(commands, hours));
        return seat.isPresent();
    }

    private void giveBack(OfferAccepted event) {
        var holder = event.id().value();
        giveBack(new ReleaseHours(CapacityId.of(event.employee()), holder));
        giveBack(new ReleaseSeat(event.gig(), holder));
    }

    private void giveBack(Object release) {
        try {
            ask(commands, release);
        } catch (RuleViolated nothingThere) {
            // Where no hours were ever granted, or no such gig exists, nothing is held.
        }
    }
}
