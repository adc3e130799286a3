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
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Folded;
import org.traverse.role.RoleId;

/** Fills the {@link Directory}. Tables: directory_person, directory_unit, directory_identity. */
@Component
@ProcessingGroup("directory")
class DirectoryEntries {
    private final JdbcClient sql;
    private final Writes writes;

    DirectoryEntries(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    @EventHandler
    void on(EmployeeHired event) {
        writes.add(
                "insert into directory_person (id, name, name_folded, email, job_title, role, org_unit, manager,"
                        + " hired_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.id().value(),
                event.name(),
                Folded.of(event.name()),
                event.email(),
                event.jobTitle(),
                orNull(event.role().map(RoleId::value)),
                event.orgUnit().value(),
                orNull(event.manager().map(EmployeeId::value)),
                event.hiredOn());
    }

    /** One account per person, one person per account: the latest word counts, whoever it was said of. */
    @EventHandler
    void on(IdentityLinked event) {
        writes.add(
                "delete from directory_identity where employee = ? or (issuer, subject) = (?, ?)",
                event.id().value(),
                event.identity().issuer(),
                event.identity().subject());
        writes.add(
                "insert into directory_identity (issuer, subject, employee) values (?, ?, ?)",
                event.identity().issuer(),
                event.identity().subject(),
                event.id().value());
    }

    /** The row stays, for what others did with this person has to name somebody. */
    @EventHandler
    void on(Erasure event) {
        writes.add(
                "update directory_person set name = ?, name_folded = ?, email = ?, job_title = ?, erased = true where id = ?",
                Personal.ERASED,
                Folded.of(Personal.ERASED),
                Personal.ERASED,
                Personal.ERASED,
                event.id().value());
        writes.add(
                "delete from directory_identity where employee = ?", event.id().value());
    }

    @EventHandler
    void on(OrgUnitEstablished event) {
        writes.add(
                "insert into directory_unit (id, name, parent) values (?, ?, ?)",
                event.id().value(),
                event.name(),
                orNull(event.parent().map(OrgUnitId::value)));
    }

    @EventHandler
    void on(LeadAppointed event) {
        writes.add(
                "update directory_unit set lead = ? where id = ?",
                event.lead().value(),
                event.id().value());
    }

    @EventHandler
    void on(HrbpAssigned event) {
        writes.add(
                "update directory_unit set hrbp = ? where id = ?",
                event.hrbp().value(),
                event.id().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate directory_person, directory_unit, directory_identity").update();
    }

    private static UUID orNull(Optional<UUID> id) {
        return id.orElse(null);
    }
}
