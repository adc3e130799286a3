package org.traverse.readmodel.rebuild;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.traverse.application.ApplicationEvent;
import org.traverse.assignment.AssignmentEvent;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;
import org.traverse.gig.GigEvent;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.learning.LearningResourceEvent.LearningResourceAdded;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/**
 * Which events are handled one after the other, in the order in which they happened; all others may be handled at once,
 * by different segments on different nodes. Each order is told by a text, whose hash is the same in every JVM.
 */
enum Order implements SequencingPolicy<EventMessage<?>> {
    /** Right where each row is written from the events of one stream, and nothing of another is read. */
    BY_STREAM(event -> null),

    /** Applications and assignments show title and owner of a gig, read from what the gig's own event has left. */
    BY_GIG(event -> {
        if (event instanceof GigEvent gig) {
            return gig.id();
        }
        if (event instanceof ApplicationEvent application) {
            return application.gig();
        }
        if (event instanceof AssignmentEvent.AssignmentStarted started) {
            return started.gig();
        }
        return event instanceof AssignmentEvent.AssignmentCompleted completed ? completed.gig() : null;
    }),

    /** A document holds what several streams say of a person, and of two that are written the later one counts. */
    BY_EMPLOYEE(event -> {
        if (event instanceof EmployeeHired hired) {
            return hired.id();
        }
        return event instanceof SkillEvidenced evidenced ? evidenced.employee() : null;
    }),

    /** Evidence is named by the gig or the learning it came from. */
    BY_WHAT_NAMES_IT(event -> {
        if (event instanceof LearningResourceAdded added) {
            return added.id();
        }
        if (event instanceof Enrolled enrolled) {
            return enrolled.resource();
        }
        return BY_GIG.key.apply(event);
    }),

    /** An account belongs to whom it was linked last, whoever had it before. */
    BY_STREAM_AND_IDENTITIES_TOGETHER(event -> event instanceof IdentityLinked ? "identities" : null);

    private final Function<Object, Object> key;

    /** @param key null for the event's own stream */
    Order(Function<Object, Object> key) {
        this.key = key;
    }

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        Object found = key.apply(event.getPayload());
        return found == null
                ? SequentialPerAggregatePolicy.instance().getSequenceIdentifierFor(event)
                : found.toString();
    }
}
