package org.traverse.readmodel.learningcatalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Writes;
import org.traverse.learning.LearningRecordEvent.Enrolled;
import org.traverse.learning.LearningRecordEvent.LearningCompleted;
import org.traverse.learning.LearningResourceEvent.LearningResourceAdded;
import org.traverse.learning.Modality;
import org.traverse.learning.SkillGain;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.Json;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.Page;

/**
 * What can be learnt, and who is learning it. Tables: learning_resource, learning_gain, learning_record, and
 * learning_change of the first two.
 */
@Component
@ProcessingGroup("learning-catalogue")
public class LearningCatalogue {
    /** Hours in all; the price in minor units of an ISO 4217 currency. */
    public record Item(
            UUID id,
            String title,
            String description,
            String provider,
            Modality modality,
            int hours,
            long minorUnits,
            String currency,
            List<SkillGain> gives) {}

    /** @param completedOn null while under way */
    public record LearningRecord(
            UUID id, UUID employee, UUID resource, String title, Instant enrolledAt, LocalDate completedOn) {}

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    LearningCatalogue(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    /** Items whose title contains the words, by title. */
    public Page<Item> list(ListRequest asked) {
        String like = Folded.contains(asked.q());
        long total = sql.sql("select count(*) from learning_resource where title_folded like :like")
                .param("like", like)
                .query(Long.class)
                .single();
        var found = sql.sql("""
                        select * from learning_resource
                        where title_folded like :like and (title_folded, id) > (:key, :id)
                        order by title_folded, id limit :limit""")
                .param("like", like)
                .param("key", asked.key())
                .param("id", asked.id())
                .param("limit", asked.limit() + 1)
                .query(this::item)
                .list();
        return Page.of(found, total, asked, item -> Folded.of(item.title()), Item::id);
    }

    /** By id. */
    public List<Item> all() {
        return sql.sql("select * from learning_resource order by id")
                .query(this::item)
                .list();
    }

    /** Before items are read that are kept in memory. */
    public Moment moment() {
        return Moment.now(sql, "learning_change");
    }

    /** Whether the items may be others since. */
    public boolean haveChangedSince(Moment moment) {
        return moment.isPast(sql, "learning_change");
    }

    public Optional<Item> find(UUID id) {
        return sql.sql("select * from learning_resource where id = ?")
                .param(id)
                .query(this::item)
                .optional();
    }

    /** Every item that gives at least one of these skills. */
    public List<Item> giving(Collection<UUID> skills) {
        if (skills.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select * from learning_resource
                        where id in (select resource from learning_gain where skill in (:skills))
                        order by title_folded, id""").param("skills", skills).query(this::item).list();
    }

    /** What this person has enrolled in, newest first. */
    public List<LearningRecord> recordsOf(UUID employee) {
        return sql.sql("""
                        select r.id, r.employee, r.resource, coalesce(l.title, '') as title, r.enrolled_at, r.completed_on
                        from learning_record r left join learning_resource l on l.id = r.resource
                        where r.employee = ? order by r.enrolled_at desc, r.id""").param(employee).query(LearningRecord.class).list();
    }

    public Optional<LearningRecord> record(UUID id) {
        return sql.sql("""
                        select r.id, r.employee, r.resource, coalesce(l.title, '') as title, r.enrolled_at, r.completed_on
                        from learning_record r left join learning_resource l on l.id = r.resource where r.id = ?""").param(id).query(LearningRecord.class).optional();
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("description"),
                row.getString("provider"),
                Modality.valueOf(row.getString("modality")),
                row.getInt("hours"),
                row.getLong("minor_units"),
                row.getString("currency"),
                json.list(row.getString("gives"), SkillGain.class));
    }

    @EventHandler
    void on(LearningResourceAdded event) {
        writes.add(
                """
                        insert into learning_resource (id, title, title_folded, description, provider, modality, hours,
                            minor_units, currency, gives)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                event.id().value(),
                event.title(),
                Folded.of(event.title()),
                event.description(),
                event.provider(),
                event.modality().name(),
                event.hours(),
                event.price().minorUnits(),
                event.price().currency().getCurrencyCode(),
                json.column(event.gives()));
        writes.add("insert into learning_change (id) values (?)", event.id().value());
        for (SkillGain gain : event.gives()) {
            writes.add(
                    "insert into learning_gain (skill, resource, level) values (?, ?, ?)",
                    gain.skill().value(),
                    event.id().value(),
                    gain.level().level());
        }
    }

    @EventHandler
    void on(Enrolled event) {
        writes.add(
                "insert into learning_record (id, employee, resource, enrolled_at) values (?, ?, ?, ?)",
                event.id().value(),
                event.employee().value(),
                event.resource().value(),
                Timestamp.from(event.at()));
    }

    @EventHandler
    void on(LearningCompleted event) {
        writes.add(
                "update learning_record set completed_on = ? where id = ?",
                event.on(),
                event.id().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate learning_resource, learning_gain, learning_record, learning_change")
                .update();
    }
}
