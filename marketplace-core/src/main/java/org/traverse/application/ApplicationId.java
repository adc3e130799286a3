package org.traverse.application;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.traverse.NamedIds;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** One person and one gig: there can be no second application of the same two. */
public record ApplicationId(@JsonValue UUID value) {
    public static ApplicationId of(EmployeeId employee, GigId gig) {
        return new ApplicationId(NamedIds.of("application/" + employee + "/" + gig));
    }

    /** The stream name in the event store. */
    @Override
    public String toString() {
        return value.toString();
    }
}
