package org.traverse.preferences;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.employee.EmployeeId;

/** The preferences of one person. */
public record PreferencesId(@JsonValue UUID value) {
    public static PreferencesId of(EmployeeId employee) {
        return new PreferencesId(NamedIds.of("preferences/" + employee));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
