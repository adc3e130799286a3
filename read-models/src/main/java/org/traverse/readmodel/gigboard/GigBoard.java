package org.traverse.readmodel.gigboard;

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
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.gig.GigEvent.TermsSet;
import org.traverse.gig.Terms;
import org.traverse.readmodel.Json;
import org.traverse.skill.Requirement;

/** Every gig as it stands. Table: gig. */
@Component
@ProcessingGroup("gig-board")
public class GigBoard {
    public enum State {
        DRAFT,
        PUBLISHED,
        COMPLETED,
        CANCELLED
    }

    /** Hours are hours per ISO week, dates are inclusive. */
    public record Gig(
            UUID id,
            UUID owner,
            UUID orgUnit,
            String title,
            String description,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            int seatsLeft,
            List<Requirement> requirements,
            Terms terms,
            State state,
            Instant publishedAt) {
        /** Can somebody still be chosen for it? */
        public boolean isOpen(LocalDate today) {
            return state == State.PUBLISHED && seatsLeft > 0 && !to.isBefore(today);
        }

        /** Draft, open, staffed, running, ended, completed or cancelled. */
        public String phase(LocalDate today) {
            return switch (state) {
                case DRAFT -> "draft";
                case COMPLETED -> "completed";
                case CANCELLED -> "cancelled";
                case PUBLISHED -> {
                    if (to.isBefore(today)) {
                        yield "ended";
                    }
                    if (seatsLeft > 0) {
                        yield "open";
                    }
                    yield from.isAfter(today) ? "staffed" : "running";
                }
            };
        }
    }

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    GigBoard(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    public Optional<Gig> find(UUID id) {
        return sql.sql("select * from gig where id = ?")
                .param(id)
                .query(this::gig)
                .optional();
    }

    public List<Gig> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("select * from gig where id in (:ids)")
                .param("ids", ids)
                .query(this::gig)
                .list();
    }

    /** What this person has posted, newest first. */
    public List<Gig> ownedBy(UUID owner) {
        return sql.sql("select * from gig where owner = ? order by drafted_at desc, id")
                .param(owner)
                .query(this::gig)
                .list();
    }

    private Gig gig(ResultSet row, int number) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        return new Gig(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getObject("org_unit", UUID.class),
                row.getString("title"),
                row.getString("description"),
                row.getInt("hours_per_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("seats"),
                row.getInt("seats_left"),
                json.list(row.getString("requirements"), Requirement.class),
                json.valueOr(Terms.NONE, row.getString("terms"), Terms.class),
                State.valueOf(row.getString("state")),
                published == null ? null : published.toInstant());
    }

    @EventHandler
    void on(GigDrafted event) {
        writes.add(
                """
                        insert into gig (id, owner, org_unit, title, description, hours_per_week, starts_on, ends_on,
                            seats, seats_left, requirements, state, drafted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                event.id().value(),
                event.owner().value(),
                event.orgUnit().value(),
                event.title(),
                event.description(),
                event.hoursPerWeek(),
                event.from(),
                event.to(),
                event.seats(),
                event.seats(),
                json.column(event.requirements()),
                State.DRAFT.name(),
                Timestamp.from(event.at()));
    }

    @EventHandler
    void on(TermsSet event) {
        writes.add(
                "update gig set terms = ? where id = ?",
                json.column(event.terms()),
                event.id().value());
    }

    @EventHandler
    void on(GigPublished event) {
        writes.add(
                "update gig set state = ?, published_at = ? where id = ?",
                State.PUBLISHED.name(),
                Timestamp.from(event.at()),
                event.id().value());
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
    void on(GigCompleted event) {
        state(event.id().value(), State.COMPLETED);
    }

    @EventHandler
    void on(GigCancelled event) {
        state(event.id().value(), State.CANCELLED);
    }

    private void seatsLeft(UUID id, int seats) {
        writes.add("update gig set seats_left = ? where id = ?", seats, id);
    }

    private void state(UUID id, State state) {
        writes.add("update gig set state = ? where id = ?", state.name(), id);
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate gig").update();
    }
}
