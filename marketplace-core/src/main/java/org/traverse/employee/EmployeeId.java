package org.traverse.employee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One person who works here. */
public record EmployeeId(@JsonValue UUID value) {
    public static EmployeeId random() {
        return new EmployeeId(UUID.randomUUID());
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
