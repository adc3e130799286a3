package org.traverse.employee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One department or team. */
public record OrgUnitId(@JsonValue UUID value) {
    public static OrgUnitId random() {
        return new OrgUnitId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
