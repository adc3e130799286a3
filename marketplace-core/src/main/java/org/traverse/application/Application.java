package org.traverse.application;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;
import static org.traverse.Time.today;

import java.time.Clock;
import java.time.Period;
import java.util.EnumSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.CloseApplication;
import org.traverse.application.ApplicationCommand.ConfirmAcceptance;
import org.traverse.application.ApplicationCommand.DeclineOffer;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationCommand.UndoAcceptance;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.Closed;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.application.ApplicationEvent.OfferDeclined;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationEvent.Withdrawn;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** One person and one gig, from wanting it to having a seat in it. */
@Aggregate
class Application {
    static final Period TIME_FOR_THE_MANAGER = Period.ofDays(14);
    static final Period TIME_FOR_THE_PERSON = Period.ofDays(7);

    private enum State {
        APPLIED("is waiting for an answer"),
        OFFERED("has an open offer"),
        ACCEPTED("has an accepted offer that is being settled"),
        CONFIRMED("led to a seat"),
        REJECTED("was rejected"),
        CLOSED("ended with its gig"),
        WITHDRAWN("was withdrawn"),
        DECLINED("ended with a declined offer");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    @AggregateIdentifier
    private ApplicationId id;

    private EmployeeId employee;
    private GigId gig;
    private State state;

    Application() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Apply c, Clock clock) {
        if (state == State.APPLIED) {
            return;
        }
        if (state != null) {
            mustBe(State.WITHDRAWN, State.DECLINED);
        }
        var answerBy = today(clock).plus(TIME_FOR_THE_MANAGER);
        apply(new Applied(c.id(), c.employee(), c.gig(), c.note(), answerBy, now(clock)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OfferDirectly c, Clock clock) {
        if (state == State.OFFERED) {
            return;
        }
        if (state != null) {
            mustBe(State.APPLIED, State.WITHDRAWN, State.DECLINED);
        }
        offer(c.id(), c.employee(), c.gig(), c.by(), clock);
    }

    @CommandHandler
    void handle(MakeOffer c, Clock clock) {
        mustBe(State.APPLIED);
        offer(id, employee, gig, c.by(), clock);
    }

    private static void offer(ApplicationId id, EmployeeId employee, GigId gig, EmployeeId by, Clock clock) {
        apply(new OfferMade(id, employee, gig, by, today(clock).plus(TIME_FOR_THE_PERSON), now(clock)));
    }

    @CommandHandler
    void handle(AcceptOffer c, Clock clock) {
        if (state == State.ACCEPTED || state == State.CONFIRMED) {
            return;
        }
        mustBe(State.OFFERED);
        apply(new OfferAccepted(id, employee, gig, now(clock)));
    }

    @CommandHandler
    void handle(DeclineOffer c, Clock clock) {
        mustBe(State.OFFERED);
        apply(new OfferDeclined(id, employee, gig, c.reason(), now(clock)));
    }

    @CommandHandler
    void handle(Reject c, Clock clock) {
        mustBe(State.APPLIED, State.OFFERED);
        apply(new Rejected(id, employee, gig, c.by(), c.code(), c.reason(), now(clock)));
    }

    /** Changes nothing where no answer is due; an acceptance that is pending will be confirmed, or undone first. */
    @CommandHandler
    void handle(CloseApplication c, Clock clock) {
        if (state == State.APPLIED || state == State.OFFERED) {
            apply(new Closed(id, employee, gig, RejectionCode.WORK_CHANGED, c.reason(), now(clock)));
        }
    }

    @CommandHandler
    void handle(Withdraw c, Clock clock) {
        mustBe(State.APPLIED, State.OFFERED);
        apply(new Withdrawn(id, employee, gig, now(clock)));
    }

    @CommandHandler
    void handle(ConfirmAcceptance c, Clock clock) {
        if (state == State.CONFIRMED) {
            return;
        }
        mustBe(State.ACCEPTED);
        apply(new AcceptanceConfirmed(id, employee, gig, now(clock)));
    }

    /** Changes nothing where nothing is pending any more; a seat that somebody has is not taken back. */
    @CommandHandler
    void handle(UndoAcceptance c, Clock clock) {
        if (state == State.CONFIRMED) {
            throw refused();
        }
        if (state == State.ACCEPTED) {
            apply(new AcceptanceUndone(id, employee, gig, c.reason(), now(clock)));
        }
    }

    private void mustBe(State first, State... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw refused();
        }
    }

    private RuleViolated refused() {
        return new RuleViolated("this application " + state.words);
    }

    @EventSourcingHandler
    void on(Applied event) {
        id = event.id();
        employee = event.employee();
        gig = event.gig();
        state = State.APPLIED;
    }

    @EventSourcingHandler
    void on(OfferMade event) {
        id = event.id();
        employee = event.employee();
        gig = event.gig();
        state = State.OFFERED;
    }

    @EventSourcingHandler
    void on(OfferAccepted event) {
        state = State.ACCEPTED;
    }

    @EventSourcingHandler
    void on(AcceptanceConfirmed event) {
        state = State.CONFIRMED;
    }

    @EventSourcingHandler
    void on(AcceptanceUndone event) {
        state = State.OFFERED;
    }

    @EventSourcingHandler
    void on(OfferDeclined event) {
        state = State.DECLINED;
    }

    @EventSourcingHandler
    void on(Rejected event) {
        state = State.REJECTED;
    }

    @EventSourcingHandler
    void on(Closed event) {
        state = State.CLOSED;
    }

    @EventSourcingHandler
    void on(Withdrawn event) {
        state = State.WITHDRAWN;
    }
}
