package org.traverse.application;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.Refusal;
import org.traverse.application.ApplicationCommand.ConfirmAcceptance;
import org.traverse.application.ApplicationCommand.UndoAcceptance;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.capacity.CapacityId;
import org.traverse.gig.GigCommand.ReleaseSeat;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigEvent.SeatReserved;

/**
 * An acceptance is pending until seat and hours are both held: first the seat, then the hours, then it is confirmed. If
 * either cannot be had it is undone with the reason, and what was held is given back.
 *
 * <p>An event may arrive twice. Then every step asks for what is there already, or for what {@link Application} no
 * longer wants, and that is given back in turn. Giving back follows {@link AcceptanceUndone}, so that an offer accepted
 * again finds nothing half held; for that, the events of this group must be handled in their order.
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
        Refusal.of(commands, new ReserveSeat(event.gig(), event.id().value(), event.employee()))
                .ifPresent(reason -> undo(event.id(), reason));
    }

    @EventHandler
    void on(SeatReserved event) {
        var hours = new ReserveHours(
                CapacityId.of(event.employee()), event.holder(), event.hoursPerWeek(), event.from(), event.to());
        Refusal.of(commands, hours).ifPresent(reason -> undo(new ApplicationId(event.holder()), reason));
    }

    @EventHandler
    void on(HoursReserved event) {
        Refusal.of(commands, new ConfirmAcceptance(new ApplicationId(event.holder())))
                .ifPresent(reason -> commands.sendAndWait(new ReleaseHours(event.id(), event.holder())));
    }

    @EventHandler
    void on(AcceptanceUndone event) {
        var holder = event.id().value();
        // A gig or a grant that never was has nothing to give back: whatever the refusal, nothing is held.
        Refusal.of(commands, new ReleaseSeat(event.gig(), holder));
        Refusal.of(commands, new ReleaseHours(CapacityId.of(event.employee()), holder));
    }

    private void undo(ApplicationId application, String reason) {
        commands.sendAndWait(new UndoAcceptance(application, reason));
    }
}
