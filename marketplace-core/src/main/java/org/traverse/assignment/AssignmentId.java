package org.traverse.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.application.ApplicationId;

/** One person in one seat of a gig. */
public record AssignmentId(@JsonValue UUID value) {
    public static AssignmentId of(ApplicationId application) {
        return new AssignmentId(NamedIds.of("assignment/" + application));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
