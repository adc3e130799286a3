package org.traverse.readmodel.skillprofiles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.eventstore.Writes;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.learning.LearningResourceEvent.LearningResourceAdded;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;

/** What each person can do, and why that is believed. Tables: held_skill, evidence, evidence_origin. */
@Component
@ProcessingGroup("skill-profiles")
public class SkillProfiles {
    /** @param evidence newest first */
    public record HeldSkill(UUID skill, int level, List<EvidenceItem> evidence) {}

    /** @param origin the gig or learning it came from; empty for what somebody said */
    public record EvidenceItem(Voucher voucher, int level, LocalDate on, String origin) {}

    private record Row(UUID skill, int held, Voucher voucher, int level, LocalDate dated, String origin) {}

    private final JdbcClient sql;
    private final Writes writes;

    SkillProfiles(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    /** The skills of one person, highest level first. */
    public List<HeldSkill> of(UUID employee) {
        List<Row> rows = sql.sql("""
                        select h.skill, h.level as held, e.voucher, e.level, e.dated, coalesce(o.title, '') as origin
                        from held_skill h
                        join evidence e on e.employee = h.employee and e.skill = h.skill
                        left join evidence_origin o on o.reference = e.reference
                        where h.employee = ?
                        order by h.level desc, h.skill, e.dated desc, e.voucher""").param(employee).query(Row.class).list();
        Map<UUID, HeldSkill> held = new LinkedHashMap<>();
        for (Row row : rows) {
            held.computeIfAbsent(row.skill(), skill -> new HeldSkill(skill, row.held(), new ArrayList<>()))
                    .evidence()
                    .add(new EvidenceItem(row.voucher(), row.level(), row.dated(), row.origin()));
        }
        return List.copyOf(held.values());
    }

    @EventHandler
    void on(SkillEvidenced event) {
        if (event.wasErased()) {
            return;
        }
        UUID employee = event.employee().value();
        UUID skill = event.skill().value();
        writes.add("""
                        insert into held_skill (employee, skill, level) values (?, ?, ?)
                        on conflict (employee, skill) do update set level = excluded.level""", employee, skill, event.held().level());
        writes.add(
                """
                        insert into evidence (employee, skill, voucher, reference, level, dated)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (employee, skill, voucher, reference)
                        do update set level = excluded.level, dated = excluded.dated""",
                employee,
                skill,
                event.evidence().voucher().name(),
                event.evidence().reference(),
                event.claimed().level(),
                event.evidence().on());
    }

    @EventHandler
    void on(Erasure event) {
        UUID employee = event.id().value();
        writes.add("delete from held_skill where employee = ?", employee);
        writes.add("delete from evidence where employee = ?", employee);
    }

    @EventHandler
    void on(GigDrafted event) {
        name(event.id().value(), event.title());
    }

    @EventHandler
    void on(AssignmentStarted event) {
        nameLike(event.id().value(), event.gig().value());
    }

    @EventHandler
    void on(LearningResourceAdded event) {
        name(event.id().value(), event.title());
    }

    @EventHandler
    void on(Enrolled event) {
        nameLike(event.id().value(), event.resource().value());
    }

    private void name(UUID reference, String title) {
        writes.add("insert into evidence_origin (reference, title) values (?, ?)", reference, title);
    }

    private void nameLike(UUID reference, UUID other) {
        writes.add(
                "insert into evidence_origin select ?, title from evidence_origin where reference = ?",
                reference,
                other);
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate held_skill, evidence, evidence_origin").update();
    }
}
