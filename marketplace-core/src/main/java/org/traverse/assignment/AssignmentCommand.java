package org.traverse.assignment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.application.ApplicationId;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** Everything one can ask of an assignment. */
public sealed interface AssignmentCommand {
    record StartAssignment(
            @TargetAggregateIdentifier AssignmentId id, ApplicationId application, EmployeeId employee, GigId gig)
            implements AssignmentCommand {}

    /** @param feedback to the person, in the manager's words */
    record CompleteAssignment(@TargetAggregateIdentifier AssignmentId id, EmployeeId by, String feedback)
            implements AssignmentCommand {
        public CompleteAssignment {
            feedback = Bounds.text("feedback", feedback, 2000);
        }
    }
}
