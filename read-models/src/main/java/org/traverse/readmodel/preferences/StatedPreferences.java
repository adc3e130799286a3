package org.traverse.readmodel.preferences;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.eventstore.Writes;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesEvent.GigsRanked;
import org.traverse.preferences.PreferencesEvent.MatchingOptedIn;
import org.traverse.preferences.PreferencesEvent.MatchingOptedOut;
import org.traverse.preferences.PreferencesEvent.PreferencesStated;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.Json;

/** What people have stated of themselves, for their own eyes. Table: preferences. */
@Component
@ProcessingGroup("preferences")
public class StatedPreferences {
    /**
     * @param ranked gigs, most wanted first
     * @param optedOutAt since when this person is not to be matched; empty when they are
     */
    public record Preferences(Statement stated, List<UUID> ranked, Optional<Instant> optedOutAt) {
        static final Preferences NONE = new Preferences(Statement.NOTHING, List.of(), Optional.empty());
    }

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    StatedPreferences(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    /** Of whoever has stated nothing: nothing. */
    public Preferences of(UUID employee) {
        return sql.sql("select stated, ranked, opted_out_at from preferences where employee = ?")
                .param(employee)
                .query((row, number) -> new Preferences(
                        json.valueOr(Statement.NOTHING, row.getString("stated"), Statement.class),
                        List.of((UUID[]) row.getArray("ranked").getArray()),
                        Optional.ofNullable(row.getTimestamp("opted_out_at")).map(Timestamp::toInstant)))
                .optional()
                .orElse(Preferences.NONE);
    }

    @EventHandler
    void on(PreferencesStated event) {
        writes.add("""
                        insert into preferences (employee, stated) values (?, ?)
                        on conflict (employee) do update set stated = excluded.stated""", event.employee().value(), json.column(event.stated()));
    }

    @EventHandler
    void on(GigsRanked event) {
        writes.add(
                """
                        insert into preferences (employee, ranked) values (?, ?)
                        on conflict (employee) do update set ranked = excluded.ranked""",
                event.employee().value(),
                event.gigs().stream().map(GigId::value).toArray(UUID[]::new));
    }

    @EventHandler
    void on(MatchingOptedOut event) {
        writes.add("""
                        insert into preferences (employee, opted_out_at) values (?, ?)
                        on conflict (employee) do update set opted_out_at = excluded.opted_out_at""", event.employee().value(), Timestamp.from(event.at()));
    }

    @EventHandler
    void on(MatchingOptedIn event) {
        writes.add(
                "update preferences set opted_out_at = null where employee = ?",
                event.employee().value());
    }

    @EventHandler
    void on(Erasure event) {
        writes.add("delete from preferences where employee = ?", event.id().value());
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate preferences").update();
    }
}
