package org.traverse.readmodel.matchfacts;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.application.ApplicationEvent;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationEvent.Withdrawn;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.capacity.CapacityEvent.HoursGranted;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.employee.EmployeeId;
import org.traverse.eventstore.Writes;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.PeopleRanked;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.gig.GigEvent.TermsSet;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesEvent.GigsRanked;
import org.traverse.preferences.PreferencesEvent.MatchingOptedIn;
import org.traverse.preferences.PreferencesEvent.MatchingOptedOut;
import org.traverse.preferences.PreferencesEvent.PreferencesStated;
import org.traverse.readmodel.Json;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/**
 * Keeps the facts of {@link MatchFacts}, and notes whose were changed for {@link MatchChanges}. Tables: match_person,
 * match_skill, match_commitment, match_gig, match_pairing, match_done, match_change.
 */
@Component
@ProcessingGroup("match-facts")
class MatchFactsProjection {
    /** In the same statement: two by turns would not be sent together. */
    private static final String NOTED = """
            with noted as (
                insert into match_change (id) values (?)
                on conflict (id) do update set changed = excluded.changed where match_change.changed <> excluded.changed)
            """;

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    MatchFactsProjection(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    @EventHandler
    void on(EmployeeHired event) {
        UUID employee = event.id().value();
        change(employee, """
                        insert into match_person (employee, org_unit, in_role_since) values (?, ?, ?)
                        on conflict (employee) do update
                        set org_unit = excluded.org_unit, in_role_since = excluded.in_role_since""", employee, event.orgUnit().value(), event.hiredOn());
    }

    @EventHandler
    void on(HoursGranted event) {
        UUID employee = event.employee().value();
        change(employee, """
                        insert into match_person (employee, hours_per_week) values (?, ?)
                        on conflict (employee) do update set hours_per_week = excluded.hours_per_week""", employee, event.hoursPerWeek());
    }

    @EventHandler
    void on(SkillEvidenced event) {
        if (event.wasErased()) {
            return;
        }
        UUID employee = event.employee().value();
        var proven = event.evidence().voucher() == Voucher.SELF
                ? null
                : event.evidence().on();
        change(employee, """
                        insert into match_skill (employee, skill, level, proven_on) values (?, ?, ?, ?::date)
                        on conflict (employee, skill) do update
                        set level = excluded.level, proven_on = greatest(match_skill.proven_on, excluded.proven_on)""", employee, event.skill().value(), event.held().level(), proven);
    }

    @EventHandler
    void on(PreferencesStated event) {
        UUID employee = event.employee().value();
        change(
                employee,
                "update match_person set stated = ? where employee = ?",
                json.column(event.stated()),
                employee);
    }

    @EventHandler
    void on(GigsRanked event) {
        UUID employee = event.employee().value();
        UUID[] gigs = event.gigs().stream().map(GigId::value).toArray(UUID[]::new);
        change(employee, "update match_person set ranked = ? where employee = ?", gigs, employee);
    }

    @EventHandler
    void on(MatchingOptedOut event) {
        optedOut(event.employee().value(), true);
    }

    @EventHandler
    void on(MatchingOptedIn event) {
        optedOut(event.employee().value(), false);
    }

    @EventHandler
    void on(AssignmentCompleted event) {
        UUID employee = event.employee().value();
        change(
                employee,
                "insert into match_done (employee, gig) values (?, ?) on conflict do nothing",
                employee,
                event.gig().value());
    }

    /** Nobody who is not there is matched any more. */
    @EventHandler
    void on(Erasure event) {
        UUID employee = event.id().value();
        change(employee, "delete from match_person where employee = ?", employee);
        change(employee, "delete from match_skill where employee = ?", employee);
        change(employee, "delete from match_done where employee = ?", employee);
    }

    @EventHandler
    void on(HoursReserved event) {
        UUID employee = event.employee().value();
        change(employee, """
                        insert into match_commitment (employee, holder, hours_per_week, starts_on, ends_on)
                        values (?, ?, ?, ?, ?)""", employee, event.holder(), event.hoursPerWeek(), event.from(), event.to());
    }

    @EventHandler
    void on(HoursReleased event) {
        UUID employee = event.employee().value();
        change(employee, "delete from match_commitment where employee = ? and holder = ?", employee, event.holder());
    }

    @EventHandler
    void on(GigDrafted event) {
        UUID gig = event.id().value();
        change(
                gig,
                """
                        insert into match_gig (id, owner, org_unit, hours_per_week, starts_on, ends_on, seats, seats_left,
                            open, requirements)
                        values (?, ?, ?, ?, ?, ?, ?, ?, false, ?)""",
                gig,
                event.owner().value(),
                event.orgUnit().value(),
                event.hoursPerWeek(),
                event.from(),
                event.to(),
                event.seats(),
                event.seats(),
                json.column(event.requirements()));
    }

    @EventHandler
    void on(TermsSet event) {
        UUID gig = event.id().value();
        change(gig, "update match_gig set terms = ? where id = ?", json.column(event.terms()), gig);
    }

    /** The ids of those who are erased later stay, like in a pairing, but nobody looks for them any more. */
    @EventHandler
    void on(PeopleRanked event) {
        UUID gig = event.id().value();
        UUID[] people = event.people().stream().map(EmployeeId::value).toArray(UUID[]::new);
        change(gig, "update match_gig set ranked = ? where id = ?", people, gig);
    }

    @EventHandler
    void on(GigPublished event) {
        open(event.id().value(), true);
    }

    @EventHandler
    void on(GigCompleted event) {
        open(event.id().value(), false);
    }

    @EventHandler
    void on(GigCancelled event) {
        open(event.id().value(), false);
    }

    @EventHandler
    void on(SeatReserved event) {
        seatsLeft(event.id().value(), event.seatsLeft());
    }

    @EventHandler
    void on(SeatReleased event) {
        seatsLeft(event.id().value(), event.seatsLeft());
    }

    @EventHandler
    void on(Applied event) {
        part(event);
    }

    @EventHandler
    void on(OfferMade event) {
        pair(event);
    }

    @EventHandler
    void on(Rejected event) {
        pair(event);
    }

    @EventHandler
    void on(Withdrawn event) {
        pair(event);
    }

    private void optedOut(UUID employee, boolean optedOut) {
        change(employee, "update match_person set opted_out = ? where employee = ?", optedOut, employee);
    }

    private void open(UUID gig, boolean open) {
        change(gig, "update match_gig set open = ? where id = ?", open, gig);
    }

    private void seatsLeft(UUID gig, int seats) {
        change(gig, "update match_gig set seats_left = ? where id = ?", seats, gig);
    }

    private void change(UUID personOrGig, String statement, Object... parameters) {
        writes.add(
                NOTED + statement,
                Stream.concat(Stream.of(personOrGig), Arrays.stream(parameters)).toArray());
    }

    private void pair(ApplicationEvent event) {
        writes.add(
                "insert into match_pairing (employee, gig) values (?, ?) on conflict do nothing",
                event.employee().value(),
                event.gig().value());
    }

    private void part(ApplicationEvent event) {
        writes.add(
                "delete from match_pairing where employee = ? and gig = ?",
                event.employee().value(),
                event.gig().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate match_person, match_skill, match_commitment, match_gig, match_pairing, match_done, "
                        + "match_change")
                .update();
    }
}
