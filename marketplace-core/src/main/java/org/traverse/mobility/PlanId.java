package org.traverse.mobility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One mobility plan. */
public record PlanId(@JsonValue UUID value) {
    public static PlanId random() {
        return new PlanId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
