package org.traverse.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.application.ApplicationId;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** The life of an assignment. Stored for ever: add, never edit. */
public sealed interface AssignmentEvent {
    AssignmentId id();

    @EventName("assignment.started")
    record AssignmentStarted(AssignmentId id, ApplicationId application, EmployeeId employee, GigId gig, Instant at)
            implements AssignmentEvent {}

    @EventName("assignment.completed")
    record AssignmentCompleted(
            AssignmentId id,
            ApplicationId application,
            EmployeeId employee,
            GigId gig,
            EmployeeId by,
            @Personal(subject = {"employee", "by"}) String feedback,
            LocalDate on)
            implements AssignmentEvent {}
}
