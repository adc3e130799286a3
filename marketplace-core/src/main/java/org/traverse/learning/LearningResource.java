package org.traverse.learning;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.learning.LearningResourceEvent.LearningResourceAdded;

/** Something one can learn from. */
@Aggregate
class LearningResource {
    @AggregateIdentifier
    private LearningResourceId id;

    private LearningResourceAdded added;

    LearningResource() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddLearningResource c) {
        var asked = new LearningResourceAdded(
                c.id(), c.title(), c.description(), c.provider(), c.modality(), c.hours(), c.price(), c.gives());
        if (added == null) {
            apply(asked);
        } else if (!asked.equals(added)) {
            throw new RuleViolated("another learning resource was added under this id");
        }
    }

    @EventSourcingHandler
    void on(LearningResourceAdded event) {
        id = event.id();
        added = event;
    }
}
