package org.traverse.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.EventName;

/** The smallest aggregate: what is measured is the store, not a decision. */
@Aggregate
class Note {
    static final String TEXT =
            "Keep the readings of last winter until the audit is over, and tell the people who asked.".repeat(3);

    record TakeNote(@TargetAggregateIdentifier UUID id, String text) {}

    @EventName("bench.note-taken")
    record NoteTaken(UUID id, String text) {}

    @AggregateIdentifier
    private UUID id;

    Note() {}

    @CommandHandler
    Note(TakeNote command) {
        apply(new NoteTaken(command.id(), command.text()));
    }

    @EventSourcingHandler
    void on(NoteTaken event) {
        id = event.id();
    }
}
