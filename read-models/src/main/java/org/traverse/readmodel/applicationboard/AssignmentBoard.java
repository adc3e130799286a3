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

    AssignmentBoard(JdbcClient sql) {
        this.sql = sql;
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
        sql.sql("""
                        insert into assignment (id, application, employee, gig, gig_title, gig_owner, gig_unit, started_at)
                        select ?, ?, ?, g.id, g.title, g.owner, g.org_unit, ? from application_gig g where g.id = ?""")
                .params(
                        event.id().value(),
                        event.application().value(),
                        event.employee().value(),
                        Timestamp.from(event.at()),
                        event.gig().value())
                .update();
    }

    @EventHandler
    void on(AssignmentCompleted event) {
        sql.sql("update assignment set completed_on = ?, completed_by = ?, feedback = ? where id = ?")
                .params(
                        event.on(),
                        event.by().value(),
                        event.feedback(),
                        event.id().value())
                .update();
    }

    @EventHandler
    void on(Erasure event) {
        sql.sql("update assignment set feedback = :erased where completed_on is not null"
                        + " and (employee = :person or completed_by = :person)")
                .param("erased", Personal.ERASED)
                .param("person", event.id().value())
                .update();
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate assignment").update();
    }
}
