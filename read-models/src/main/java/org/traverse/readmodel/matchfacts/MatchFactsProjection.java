package org.traverse.readmodel.matchfacts;

import java.util.UUID;
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
import org.traverse.capacity.CapacityEvent.HoursGranted;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.readmodel.Json;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/** Keeps the facts of {@link MatchFacts}. Tables: match_person, match_skill, match_commitment, match_gig, match_pairing. */
@Component
@ProcessingGroup("match-facts")
class MatchFactsProjection {
    private final JdbcClient sql;
    private final Json json;

    MatchFactsProjection(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @EventHandler
    void on(EmployeeHired event) {
        sql.sql("""
                        insert into match_person (employee, org_unit) values (?, ?)
                        on conflict (employee) do update set org_unit = excluded.org_unit""").params(event.id().value(), event.orgUnit().value()).update();
    }

    @EventHandler
    void on(HoursGranted event) {
        sql.sql("""
                        insert into match_person (employee, hours_per_week) values (?, ?)
                        on conflict (employee) do update set hours_per_week = excluded.hours_per_week""").params(event.employee().value(), event.hoursPerWeek()).update();
    }

    @EventHandler
    void on(SkillEvidenced event) {
        if (event.wasErased()) {
            return;
        }
        var proven = event.evidence().voucher() == Voucher.SELF
                ? null
                : event.evidence().on();
        sql.sql("""
                        insert into match_skill (employee, skill, level, proven_on) values (?, ?, ?, ?::date)
                        on conflict (employee, skill) do update
                        set level = excluded.level, proven_on = greatest(match_skill.proven_on, excluded.proven_on)""")
                .params(
                        event.employee().value(),
                        event.skill().value(),
                        event.held().level(),
                        proven)
                .update();
    }

    /** Nobody who is not there is matched any more. */
    @EventHandler
    void on(Erasure event) {
        UUID employee = event.id().value();
        sql.sql("delete from match_person where employee = ?").param(employee).update();
        sql.sql("delete from match_skill where employee = ?").param(employee).update();
    }

    @EventHandler
    void on(HoursReserved event) {
        sql.sql("""
                        insert into match_commitment (employee, holder, hours_per_week, starts_on, ends_on)
                        values (?, ?, ?, ?, ?)""")
                .params(event.employee().value(), event.holder(), event.hoursPerWeek(), event.from(), event.to())
                .update();
    }

    @EventHandler
    void on(HoursReleased event) {
        sql.sql("delete from match_commitment where employee = ? and holder = ?")
                .params(event.employee().value(), event.holder())
                .update();
    }

    @EventHandler
    void on(GigDrafted event) {
        sql.sql("""
                        insert into match_gig (id, owner, org_unit, hours_per_week, starts_on, ends_on, seats, seats_left,
                            open, requirements)
                        values (?, ?, ?, ?, ?, ?, ?, ?, false, ?)""")
                .params(
                        event.id().value(),
                        event.owner().value(),
                        event.orgUnit().value(),
                        event.hoursPerWeek(),
                        event.from(),
                        event.to(),
                        event.seats(),
                        event.seats(),
                        json.column(event.requirements()))
                .update();
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

    private void open(UUID gig, boolean open) {
        sql.sql("update match_gig set open = ? where id = ?").params(open, gig).update();
    }

    private void seatsLeft(UUID gig, int seats) {
        sql.sql("update match_gig set seats_left = ? where id = ?")
                .params(seats, gig)
                .update();
    }

    private void pair(ApplicationEvent event) {
        sql.sql("insert into match_pairing (employee, gig) values (?, ?) on conflict do nothing")
                .params(event.employee().value(), event.gig().value())
                .update();
    }

    private void part(ApplicationEvent event) {
        sql.sql("delete from match_pairing where employee = ? and gig = ?")
                .params(event.employee().value(), event.gig().value())
                .update();
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate match_person, match_skill, match_commitment, match_gig, match_pairing")
                .update();
    }
}
