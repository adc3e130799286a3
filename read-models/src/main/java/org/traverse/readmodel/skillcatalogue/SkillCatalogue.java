package org.traverse.readmodel.skillcatalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.skill.SkillEvent.SkillDefined;
import org.traverse.skill.SkillEvent.SkillRevised;
import org.traverse.skill.SkillKind;

/** Every skill by name. Table: skill. */
@Component
@ProcessingGroup("skill-catalogue")
public class SkillCatalogue {
    /** @param scheme where it was imported from; null for the company's own */
    public record Skill(UUID id, String name, SkillKind kind, String scheme) {}

    private final JdbcClient sql;
    private final Writes writes;

    SkillCatalogue(JdbcClient sql, Writes writes) {
        this.sql = sql;
        this.writes = writes;
    }

    /** Skills whose name contains the words, by name. */
    public Page<Skill> list(ListRequest asked) {
        String like = Folded.contains(asked.q());
        long total = sql.sql("select count(*) from skill where name_folded like :like")
                .param("like", like)
                .query(Long.class)
                .single();
        var found = sql.sql("""
                        select id, name, kind, scheme from skill
                        where name_folded like :like and (name_folded, id) > (:key, :id)
                        order by name_folded, id limit :limit""")
                .param("like", like)
                .param("key", asked.key())
                .param("id", asked.id())
                .param("limit", asked.limit() + 1)
                .query(Skill.class)
                .list();
        return Page.of(found, total, asked, skill -> Folded.of(skill.name()), Skill::id);
    }

    public Optional<Skill> find(UUID id) {
        return sql.sql("select id, name, kind, scheme from skill where id = ?")
                .param(id)
                .query(Skill.class)
                .optional();
    }

    /** The skills of exactly this name, whatever its case; the company's own alone, where it has any. */
    public List<Skill> named(String name) {
        List<Skill> named = sql
                .sql("select id, name, kind, scheme from skill where name_folded = ? order by kind, id")
                .param(Folded.of(name))
                .query(Skill.class)
                .list()
                .stream()
                .filter(skill -> skill.name().equalsIgnoreCase(name.strip()))
                .toList();
        List<Skill> own = named.stream().filter(skill -> skill.scheme() == null).toList();
        return own.isEmpty() ? named : own;
    }

    /** Their names; a skill not known here yet is left out. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select id, name, kind, scheme from skill where id in (:ids)")
                .param("ids", ids)
                .query(Skill.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Skill::id, Skill::name));
    }

    @EventHandler
    void on(SkillDefined event) {
        writes.add(
                """
                        insert into skill (id, name, name_folded, kind, scheme, code)
                        values (?, ?, ?, ?, ?, ?)""",
                event.id().value(),
                event.name(),
                Folded.of(event.name()),
                event.kind().name(),
                event.source().map(s -> s.scheme()).orElse(null),
                event.source().map(s -> s.code()).orElse(null));
    }

    @EventHandler
    void on(SkillRevised event) {
        writes.add(
                "update skill set name = ?, name_folded = ?, kind = ? where id = ?",
                event.name(),
                Folded.of(event.name()),
                event.kind().name(),
                event.id().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate skill").update();
    }
}
