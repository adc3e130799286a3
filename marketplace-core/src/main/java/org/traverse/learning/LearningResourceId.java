package org.traverse.learning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One item of the learning catalogue. */
public record LearningResourceId(@JsonValue UUID value) {
    public static LearningResourceId random() {
        return new LearningResourceId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
