package org.traverse.learning;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.employee.EmployeeId;

/** One person's dealings with one learning resource. */
public record LearningRecordId(@JsonValue UUID value) {
    public static LearningRecordId of(EmployeeId employee, LearningResourceId resource) {
        return new LearningRecordId(NamedIds.of("learning-record/" + employee + "/" + resource));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
