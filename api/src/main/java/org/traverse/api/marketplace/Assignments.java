package org.traverse.api.marketplace;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentId;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.applicationboard.AssignmentBoard;

/** Assignments as those handle them who gave out the work. */
@Component
public class Assignments {
    private final AssignmentBoard assignments;
    private final Access access;
    private final Commands commands;

    Assignments(AssignmentBoard assignments, Access access, Commands commands) {
        this.assignments = assignments;
        this.access = access;
        this.commands = commands;
    }

    /** Leaves dated evidence of the work's skills on the person's profile. */
    public void complete(Caller caller, UUID id, String feedback) {
        commands.once(() -> {
            var assignment = assignments.find(id).orElseThrow(() -> new Unknown("assignment"));
            access.mayComplete(
                            caller,
                            new EmployeeId(assignment.employee()),
                            new EmployeeId(assignment.gigOwner()),
                            new OrgUnitId(assignment.gigUnit()))
                    .enforce();
            commands.send(new CompleteAssignment(new AssignmentId(id), caller.self(), feedback));
        });
    }
}
