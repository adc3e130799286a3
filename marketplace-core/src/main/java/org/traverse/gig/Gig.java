package org.traverse.gig;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;
import static org.traverse.Time.today;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.Ranking;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.CompleteSeat;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigCommand.ReleaseSeat;
import org.traverse.gig.GigCommand.RequireSeatFor;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.PeopleRanked;
import org.traverse.gig.GigEvent.SeatCompleted;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.gig.GigEvent.TermsSet;

/** Work with seats, which it alone guards. Cancelled, it takes nobody new; whoever is in a seat may still finish. */
@Aggregate
class Gig {
    private enum State {
        DRAFT("is still a draft"),
        PUBLISHED("is published already"),
        COMPLETED("is completed"),
        CANCELLED("was cancelled");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    @AggregateIdentifier
    private GigId id;

    private GigDrafted drafted;
    private Terms terms = Terms.NONE;
    private State state;
    private List<EmployeeId> ranked = List.of();
    private final Map<UUID, EmployeeId> seats = new HashMap<>();
    private final Set<UUID> completed = new HashSet<>();

    Gig() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DraftGig c, Clock clock) {
        var asked = new GigDrafted(
                c.id(),
                c.owner(),
                c.orgUnit(),
                c.title(),
                c.description(),
                c.hoursPerWeek(),
                c.from(),
                c.to(),
                c.seats(),
                c.requirements(),
                drafted == null ? now(clock) : drafted.at());
        if (drafted == null) {
            apply(asked);
            if (!c.terms().equals(Terms.NONE)) {
                apply(new TermsSet(id, c.terms()));
            }
        } else if (!asked.equals(drafted) || !c.terms().equals(terms)) {
            throw new RuleViolated("another gig was drafted under this id");
        }
    }

    @CommandHandler
    void handle(PublishGig c, Clock clock) {
        mustBe(State.DRAFT);
        if (drafted.to().isBefore(today(clock))) {
            throw new RuleViolated("this gig would have ended on " + drafted.to());
        }
        if (drafted.requirements().isEmpty()) {
            throw new RuleViolated("a gig asks for at least one skill before it is published");
        }
        apply(new GigPublished(id, now(clock)));
    }

    @CommandHandler
    void handle(CancelGig c, Clock clock) {
        if (state == State.COMPLETED) {
            throw new RuleViolated("this gig is completed");
        }
        if (state != State.CANCELLED) {
            apply(new GigCancelled(id, c.reason(), now(clock)));
        }
    }

    @CommandHandler
    void handle(RankPeople c) {
        if (c.people().equals(ranked)) {
            return;
        }
        Ranking.mustStillBe(c.from(), ranked);
        if (state == State.COMPLETED || state == State.CANCELLED) {
            throw new RuleViolated("this gig " + state.words);
        }
        if (c.people().contains(drafted.owner())) {
            throw new RuleViolated("nobody takes a seat in their own gig");
        }
        apply(new PeopleRanked(id, c.people()));
    }

    @CommandHandler
    void handle(RequireSeatFor c, Clock clock) {
        mustBe(State.PUBLISHED);
        if (drafted.to().isBefore(today(clock))) {
            throw new RuleViolated("this gig ended on " + drafted.to());
        }
        if (seatsLeft() == 0) {
            throw new RuleViolated("every seat is taken");
        }
        if (drafted.owner().equals(c.employee())) {
            throw new RuleViolated("nobody takes a seat in their own gig");
        }
    }

    /** Answers with the seat, also when the holder has it already; with none, when the work in it is done. */
    @CommandHandler
    Optional<SeatReserved> handle(ReserveSeat c) {
        if (completed.contains(c.holder())) {
            return Optional.empty();
        }
        boolean held = seats.containsKey(c.holder());
        int left = held ? seatsLeft() : seatsLeft() - 1;
        var seat = new SeatReserved(
                id, c.holder(), c.employee(), left, drafted.hoursPerWeek(), drafted.from(), drafted.to());
        if (!held) {
            mustBe(State.PUBLISHED);
            if (left < 0) {
                throw new RuleViolated("every seat is taken");
            }
            apply(seat);
        }
        return Optional.of(seat);
    }

    @CommandHandler
    void handle(ReleaseSeat c) {
        if (seats.containsKey(c.holder()) && !completed.contains(c.holder())) {
            apply(new SeatReleased(id, c.holder(), seats.get(c.holder()), seatsLeft() + 1));
        }
    }

    @CommandHandler
    void handle(CompleteSeat c) {
        if (!seats.containsKey(c.holder())) {
            throw new RuleViolated("this person has no seat in this gig");
        }
        if (completed.contains(c.holder())) {
            return;
        }
        apply(new SeatCompleted(id, c.holder(), seats.get(c.holder()), drafted.requirements(), c.on()));
        if (completed.size() == drafted.seats() && state == State.PUBLISHED) {
            apply(new GigCompleted(id, c.on()));
        }
    }

    private void mustBe(State wanted) {
        if (state != wanted) {
            throw new RuleViolated("this gig " + state.words);
        }
    }

    private int seatsLeft() {
        return drafted.seats() - seats.size();
    }

    @EventSourcingHandler
    void on(GigDrafted event) {
        id = event.id();
        drafted = event;
        state = State.DRAFT;
    }

    @EventSourcingHandler
    void on(TermsSet event) {
        terms = event.terms();
    }

    @EventSourcingHandler
    void on(GigPublished event) {
        state = State.PUBLISHED;
    }

    @EventSourcingHandler
    void on(PeopleRanked event) {
        ranked = event.people();
    }

    @EventSourcingHandler
    void on(SeatReserved event) {
        seats.put(event.holder(), event.employee());
    }

    @EventSourcingHandler
    void on(SeatReleased event) {
        seats.remove(event.holder());
    }

    @EventSourcingHandler
    void on(SeatCompleted event) {
        completed.add(event.holder());
    }

    @EventSourcingHandler
    void on(GigCompleted event) {
        state = State.COMPLETED;
    }

    @EventSourcingHandler
    void on(GigCancelled event) {
        state = State.CANCELLED;
    }
}
