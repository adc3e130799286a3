package org.traverse.readmodel.rebuild;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.capacity.CapacityEvent;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.preferences.PreferencesEvent;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/**
 * Which events are handled one after the other, in the order in which they happened; all others may be handled at once,
 * by different segments on different nodes. Each is known by a text, whose hash is the same in every JVM.
 */
enum Order implements SequencingPolicy<EventMessage<?>> {
    /** Right where each row is written from the events of one stream, and nothing of another is read. */
    BY_STREAM(event -> null),

    /**
     * What streams of their own say of a person comes in the order of the person's own stream. A search document needs it
     * too: it holds what several streams say, and of two that are written the later one stays.
     */
    BY_EMPLOYEE(event -> {
        if (event instanceof SkillEvidenced evidenced) {
            return evidenced.employee();
        }
        if (event instanceof PreferencesEvent preferences) {
            return preferences.employee();
        }
        if (event instanceof AssignmentCompleted completed) {
            return completed.employee();
        }
        return event instanceof CapacityEvent capacity ? capacity.employee() : null;
    }),

    /** As by employee; and evidence is named by the gig or the learning it came from, as their own events have left it. */
    BY_EMPLOYEE_AND_BY_ORIGIN(event -> {
        if (event instanceof AssignmentStarted started) {
            return started.gig();
        }
        if (event instanceof Enrolled enrolled) {
            return enrolled.resource();
        }
        return BY_EMPLOYEE.key.apply(event);
    }),

    /** Right where rows are written from events of many streams, or read what such have left. */
    ONE_AFTER_THE_OTHER(event -> "all");

    private final Function<Object, Object> key;

    /** @param key null for the event's own stream, which is called as what it tells of */
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
