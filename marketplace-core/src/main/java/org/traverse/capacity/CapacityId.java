package org.traverse.capacity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.employee.EmployeeId;

/** The marketplace hours of one person. */
public record CapacityId(@JsonValue UUID value) {
    public static CapacityId of(EmployeeId employee) {
        return new CapacityId(NamedIds.of("capacity/" + employee));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
