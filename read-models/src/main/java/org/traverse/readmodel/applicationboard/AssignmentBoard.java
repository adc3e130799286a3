package org.traverse.readmodel.applicationboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.Personal;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.eventstore.Writes;

/** Who sits, or sat, in which seat. Table: assignment. Runs after ApplicationBoard, whose gigs it names. */
@Component
@ProcessingGroup("application-board")
public class AssignmentBoard {
    /** @param completedOn and feedback null while under way */
    public record Assignment(
            UUID id,
            UUID application,
            UUID employee,
            UUID gig,
            String gigTitle,
            UUID gigOwner,
            UUID gigUnit,
            Instant startedAt,
            LocalDate completedOn,
            String feedback) {}

    private final JdbcClient sql;
    private final Writes writes;

    AssignmentBoard(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    public Optional<Assignment> find(UUID id) {
        return sql.sql("select * from assignment where id = ?")
                .param(id)
                .query(Assignment.class)
                .optional();
    }

    public List<Assignment> of(UUID employee) {
        return sql.sql("select * from assignment where employee = ? order by started_at desc, id")
                .param(employee)
                .query(Assignment.class)
                .list();
    }

    public List<Assignment> forGig(UUID gig) {
        return sql.sql("select * from assignment where gig = ? order by started_at, id")
                .param(gig)
                .query(Assignment.class)
                .list();
    }

    @EventHandler
    void on(AssignmentStarted event) {
        writes.add(
                """
                        insert into assignment (id, application, employee, gig, gig_title, gig_owner, gig_unit, started_at)
                        select ?, ?, ?, g.id, g.title, g.owner, g.org_unit, ? from application_gig g where g.id = ?""",
                event.id().value(),
                event.application().value(),
                event.employee().value(),
                Timestamp.from(event.at()),
                event.gig().value());
    }

    @EventHandler
    void on(AssignmentCompleted event) {
        writes.add(
                "update assignment set completed_on = ?, completed_by = ?, feedback = ? where id = ?",
                event.on(),
                event.by().value(),
                event.feedback(),
                event.id().value());
    }

    @EventHandler
    void on(Erasure event) {
        UUID person = event.id().value();
        writes.add(
                "update assignment set feedback = ? where completed_on is not null and ? in (employee, completed_by)",
                Personal.ERASED,
                person);
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate assignment").update();
    }
}
