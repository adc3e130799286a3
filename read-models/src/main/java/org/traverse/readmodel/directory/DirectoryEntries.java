package org.traverse.readmodel.directory;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.Personal;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.employee.EmployeeEvent.IdentityLinked;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.Folded;
import org.traverse.role.RoleId;

/** Fills the {@link Directory}. Tables: directory_person, directory_unit, directory_identity. */
@Component
@ProcessingGroup("directory")
class DirectoryEntries {
    private final JdbcClient sql;

    DirectoryEntries(JdbcClient sql) {
        this.sql = sql;
    }

    @EventHandler
    void on(EmployeeHired event) {
        sql.sql("insert into directory_person (id, name, name_folded, email, job_title, role, org_unit, manager,"
                        + " hired_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.id().value(),
                        event.name(),
                        Folded.of(event.name()),
                        event.email(),
                        event.jobTitle(),
                        orNull(event.role().map(RoleId::value)),
                        event.orgUnit().value(),
                        orNull(event.manager().map(EmployeeId::value)),
                        event.hiredOn())
                .update();
    }

    /** One account per person, one person per account: the latest word counts, whoever it was said of. */
    @EventHandler
    void on(IdentityLinked event) {
        sql.sql("delete from directory_identity where employee = ? or (issuer, subject) = (?, ?)")
                .params(
                        event.id().value(),
                        event.identity().issuer(),
                        event.identity().subject())
                .update();
        sql.sql("insert into directory_identity (issuer, subject, employee) values (?, ?, ?)")
                .params(
                        event.identity().issuer(),
                        event.identity().subject(),
                        event.id().value())
                .update();
    }

    /** The row stays, for what others did with this person has to name somebody. */
    @EventHandler
    void on(Erasure event) {
        sql.sql("update directory_person set name = :erased, name_folded = :folded, email = :erased,"
                        + " job_title = :erased, erased = true where id = :id")
                .param("erased", Personal.ERASED)
                .param("folded", Folded.of(Personal.ERASED))
                .param("id", event.id().value())
                .update();
        sql.sql("delete from directory_identity where employee = ?")
                .param(event.id().value())
                .update();
    }

    @EventHandler
    void on(OrgUnitEstablished event) {
        sql.sql("insert into directory_unit (id, name, parent) values (?, ?, ?)")
                .params(event.id().value(), event.name(), orNull(event.parent().map(OrgUnitId::value)))
                .update();
    }

    @EventHandler
    void on(LeadAppointed event) {
        sql.sql("update directory_unit set lead = ? where id = ?")
                .params(event.lead().value(), event.id().value())
                .update();
    }

    @EventHandler
    void on(HrbpAssigned event) {
        sql.sql("update directory_unit set hrbp = ? where id = ?")
                .params(event.hrbp().value(), event.id().value())
                .update();
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate directory_person, directory_unit, directory_identity").update();
    }

    private static UUID orNull(Optional<UUID> id) {
        return id.orElse(null);
    }
}
