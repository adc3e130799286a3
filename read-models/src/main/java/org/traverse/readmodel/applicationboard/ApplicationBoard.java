package org.traverse.readmodel.applicationboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.Personal;
import org.traverse.application.ApplicationEvent;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.Closed;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.application.ApplicationEvent.OfferDeclined;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationEvent.Withdrawn;
import org.traverse.application.RejectionCode;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.Writes;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;

/**
 * Every application, where it stands and how it came there. Tables: application, application_step, application_gig.
 */
@Component
@ProcessingGroup("application-board")
public class ApplicationBoard {
    public enum State {
        APPLIED,
        OFFERED,
        /** Said yes; seat and hours are being held. */
        ACCEPTED,
        CONFIRMED,
        DECLINED,
        REJECTED,
        WITHDRAWN
    }

    /** @param answerBy the civil date by which the other side owes an answer; null when nobody does */
    public record Application(
            UUID id,
            UUID employee,
            UUID gig,
            String gigTitle,
            UUID gigOwner,
            UUID gigUnit,
            State state,
            String note,
            String reason,
            LocalDate answerBy,
            Instant appliedAt,
            Instant changedAt) {
        public Application {
            // The table keeps it while an acceptance is pending: undone, the offer stands again until that day.
            answerBy = state == State.ACCEPTED ? null : answerBy;
        }
    }

    /** Which applications somebody sees: those of some people, and those for the gigs of some owners and some units. */
    public record Sight(Set<EmployeeId> applicants, Set<EmployeeId> owners, Set<OrgUnitId> units) {}

    /** @param byEmployee who did it; null when the person did, or the system */
    public record Step(State state, String reason, UUID byEmployee, Instant at) {}

    private static final String WITHIN = """
            (employee = any (cast(:applicants as uuid[])) or gig_owner = any (cast(:owners as uuid[]))
                or gig_unit = any (cast(:units as uuid[])))""";

    private static final String[] CODES = Stream.of(RejectionCode.values())
            .filter(code -> code != RejectionCode.OTHER)
            .map(RejectionCode::words)
            .toArray(String[]::new);

    private final JdbcClient sql;
    private final Writes writes;

    ApplicationBoard(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    public Optional<Application> find(UUID id) {
        return sql.sql("select * from application where id = ?")
                .param(id)
                .query(Application.class)
                .optional();
    }

    public List<Step> timeline(UUID application) {
        return sql.sql(
                        "select state, reason, by_employee, at from application_step where application = ? order by number")
                .param(application)
                .query(Step.class)
                .list();
    }

    /** A person's own, by id; all of them fit a page of a busy career. */
    public List<Application> of(UUID employee) {
        return sql.sql("select * from application where employee = ? order by changed_at desc, id")
                .param(employee)
                .query(Application.class)
                .list();
    }

    /** Those for one gig, oldest first. */
    public List<Application> forGig(UUID gig) {
        return sql.sql("select * from application where gig = ? order by applied_at, id")
                .param(gig)
                .query(Application.class)
                .list();
    }

    public Page<Application> within(Sight sight, ListRequest asked) {
        Map<String, String[]> ids = Map.of(
                "applicants",
                texts(sight.applicants()),
                "owners",
                texts(sight.owners()),
                "units",
                texts(sight.units()));
        long total = sql.sql("select count(*) from application where " + WITHIN)
                .params(ids)
                .query(Long.class)
                .single();
        var found = sql.sql("select * from application where " + WITHIN + " and id > :id order by id limit :limit")
                .params(ids)
                .param("id", asked.id())
                .param("limit", asked.limit() + 1)
                .query(Application.class)
                .list();
        return Page.of(found, total, asked, application -> "", Application::id);
    }

    private static String[] texts(Set<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    @EventHandler
    void on(GigDrafted event) {
        writes.add(
                "insert into application_gig (id, title, owner, org_unit) values (?, ?, ?, ?)",
                event.id().value(),
                event.title(),
                event.owner().value(),
                event.orgUnit().value());
    }

    @EventHandler
    void on(Applied event) {
        open(event, event.at());
        writes.add(
                "update application set note = ? where id = ?",
                event.note(),
                event.id().value());
        step(event, State.APPLIED, "", event.answerBy(), null, event.at());
    }

    @EventHandler
    void on(OfferMade event) {
        open(event, event.at());
        step(event, State.OFFERED, "", event.answerBy(), event.by(), event.at());
    }

    @EventHandler
    void on(OfferAccepted event) {
        step(event, State.ACCEPTED, "", null, event.at());
    }

    @EventHandler
    void on(AcceptanceConfirmed event) {
        step(event, State.CONFIRMED, "", null, null, event.at());
    }

    @EventHandler
    void on(AcceptanceUndone event) {
        step(event, State.OFFERED, event.reason(), null, event.at());
    }

    @EventHandler
    void on(OfferDeclined event) {
        step(event, State.DECLINED, event.reason(), null, null, event.at());
    }

    @EventHandler
    void on(Rejected event) {
        step(event, State.REJECTED, why(event.code(), event.reason()), null, event.by(), event.at());
    }

    @EventHandler
    void on(Closed event) {
        step(event, State.REJECTED, why(event.code(), event.reason()), null, null, event.at());
    }

    private static String why(RejectionCode code, String reason) {
        return code == RejectionCode.OTHER ? reason : code.words() + ": " + reason;
    }

    @EventHandler
    void on(Withdrawn event) {
        step(event, State.WITHDRAWN, "", null, null, event.at());
    }

    /** What this person wrote, or was written about them; a reason code stays, for it is not in anybody's words. */
    @EventHandler
    void on(Erasure event) {
        UUID person = event.id().value();
        writes.add("update application set note = ? where employee = ?", Personal.ERASED, person);
        writes.flush();
        sql.sql("""
                        update application_step s
                        set reason = coalesce(
                            (select code || ': ' || :erased from unnest(cast(:codes as text[])) code
                             where s.reason like code || ': %' limit 1), :erased)
                        where (s.reason <> '' or s.state = :declined)
                            and (s.by_employee = :person
                                or s.application in (select id from application where employee = :person))""")
                .param("erased", Personal.ERASED)
                .param("codes", CODES)
                .param("declined", State.DECLINED.name())
                .param("person", person)
                .update();
        sql.sql("""
                        update application a
                        set reason = (select reason from application_step
                                      where application = a.id order by number desc limit 1)
                        where employee = :person
                            or id in (select application from application_step where by_employee = :person)""").param("person", person).update();
    }

    /** An application begins with applying or with an offer out of the blue, and may begin again. */
    private void open(ApplicationEvent event, Instant at) {
        writes.add(
                """
                        insert into application (id, employee, gig, gig_title, gig_owner, gig_unit, state, note, reason,
                            applied_at, changed_at)
                        select ?, ?, g.id, g.title, g.owner, g.org_unit, ?, '', '', ?, ?
                        from application_gig g where g.id = ?
                        on conflict (id) do nothing""",
                event.id().value(),
                event.employee().value(),
                State.APPLIED.name(),
                Timestamp.from(at),
                Timestamp.from(at),
                event.gig().value());
    }

    private void step(
            ApplicationEvent event, State state, String reason, LocalDate answerBy, EmployeeId by, Instant at) {
        writes.add(
                "update application set answer_by = ? where id = ?",
                answerBy,
                event.id().value());
        step(event, state, reason, by, at);
    }

    /** The day on which an answer is due stays what it was. */
    private void step(ApplicationEvent event, State state, String reason, EmployeeId by, Instant at) {
        UUID id = event.id().value();
        writes.add(
                "update application set state = ?, reason = ?, changed_at = ? where id = ?",
                state.name(),
                reason,
                Timestamp.from(at),
                id);
        writes.add("""
                        insert into application_step (application, number, state, reason, by_employee, at)
                        select ?, count(*), ?, ?, ?::uuid, ? from application_step where application = ?""", id, state.name(), reason, by == null ? null : by.value(), Timestamp.from(at), id);
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate application, application_step, application_gig").update();
    }
}
