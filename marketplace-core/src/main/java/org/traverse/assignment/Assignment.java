package org.traverse.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;
import static org.traverse.Time.today;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentCommand.StartAssignment;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;

/** A person at work in a seat, until somebody says that the work is done. */
@Aggregate
class Assignment {
    @AggregateIdentifier
    private AssignmentId id;

    private AssignmentStarted started;
    private boolean completed;

    Assignment() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(StartAssignment c, Clock clock) {
        var asked = new AssignmentStarted(
                c.id(), c.application(), c.employee(), c.gig(), started == null ? now(clock) : started.at());
        if (started == null) {
            apply(asked);
        } else if (!asked.equals(started)) {
            throw new RuleViolated("another assignment was started under this id");
        }
    }

    @CommandHandler
    void handle(CompleteAssignment c, Clock clock) {
        if (completed) {
            throw new RuleViolated("this assignment is completed already");
        }
        apply(new AssignmentCompleted(
                id, started.application(), started.employee(), started.gig(), c.by(), c.feedback(), today(clock)));
    }

    @EventSourcingHandler
    void on(AssignmentStarted event) {
        id = event.id();
        started = event;
    }

    @EventSourcingHandler
    void on(AssignmentCompleted event) {
        completed = true;
    }
}
