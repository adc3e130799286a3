package org.traverse.skillprofile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.employee.EmployeeId;

/** The skill profile of one person. */
public record SkillProfileId(@JsonValue UUID value) {
    public static SkillProfileId of(EmployeeId employee) {
        return new SkillProfileId(NamedIds.of("skill-profile/" + employee));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
