package org.traverse.readmodel.rolecatalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.Json;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.Page;
import org.traverse.role.RoleEvent.RoleDefined;
import org.traverse.role.RoleEvent.RoleRevised;
import org.traverse.role.RoleId;
import org.traverse.skill.Requirement;

/** Every role profile by title. Tables: role, role_change. */
@Component
@ProcessingGroup("role-catalogue")
public class RoleCatalogue {
    /**
     * @param requirements empty when none are known
     * @param scheme where it was imported from; null for the company's own
     */
    public record Role(
            UUID id, String title, String description, String family, List<Requirement> requirements, String scheme) {}

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    RoleCatalogue(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    /** Roles whose title contains the words, by title. */
    public Page<Role> list(ListRequest asked) {
        String like = Folded.contains(asked.q());
        long total = sql.sql("select count(*) from role where title_folded like :like")
                .param("like", like)
                .query(Long.class)
                .single();
        var found = sql.sql("""
                        select * from role where title_folded like :like and (title_folded, id) > (:key, :id)
                        order by title_folded, id limit :limit""")
                .param("like", like)
                .param("key", asked.key())
                .param("id", asked.id())
                .param("limit", asked.limit() + 1)
                .query(this::role)
                .list();
        return Page.of(found, total, asked, role -> Folded.of(role.title()), Role::id);
    }

    /** By id. */
    public List<Role> all() {
        return sql.sql("select * from role order by id").query(this::role).list();
    }

    /** Before roles are read that are kept in memory. */
    public Moment moment() {
        return Moment.now(sql, "role_change");
    }

    /** Whether the roles may be others since. */
    public boolean haveChangedSince(Moment moment) {
        return moment.isPast(sql, "role_change");
    }

    public Optional<Role> find(UUID id) {
        return sql.sql("select * from role where id = ?")
                .param(id)
                .query(this::role)
                .optional();
    }

    private Role role(ResultSet row, int number) throws SQLException {
        return new Role(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("description"),
                row.getString("family"),
                json.list(row.getString("requirements"), Requirement.class),
                row.getString("scheme"));
    }

    @EventHandler
    void on(RoleDefined event) {
        writes.add(
                """
                        insert into role (id, title, title_folded, description, family, requirements, scheme, code)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                event.id().value(),
                event.title(),
                Folded.of(event.title()),
                event.description(),
                event.family(),
                json.column(event.requirements()),
                event.source().map(s -> s.scheme()).orElse(null),
                event.source().map(s -> s.code()).orElse(null));
        changed(event.id());
    }

    @EventHandler
    void on(RoleRevised event) {
        writes.add(
                """
                        update role set title = ?, title_folded = ?, description = ?, family = ?, requirements = ?
                        where id = ?""",
                event.title(),
                Folded.of(event.title()),
                event.description(),
                event.family(),
                json.column(event.requirements()),
                event.id().value());
        changed(event.id());
    }

    private void changed(RoleId id) {
        writes.add("""
                        insert into role_change (id) values (?)
                        on conflict (id) do update set changed = excluded.changed""", id.value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate role, role_change").update();
    }
}
