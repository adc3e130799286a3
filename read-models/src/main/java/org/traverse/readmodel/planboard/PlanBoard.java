package org.traverse.readmodel.planboard;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.Personal;
import org.traverse.employee.EmployeeEvent.Erasure;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.Writes;
import org.traverse.mobility.PlanEvent.OfferRefused;
import org.traverse.mobility.PlanEvent.PlanCreated;
import org.traverse.mobility.PlanEvent.ProposalAdopted;
import org.traverse.mobility.PlanEvent.RunFailed;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunStarted;
import org.traverse.mobility.PlanResult;
import org.traverse.readmodel.Json;

/** Mobility plans with what their newest run proposes. Tables: plan, plan_proposal, plan_empty_seat. */
@Component
@ProcessingGroup("plan-board")
public class PlanBoard {
    public enum State {
        NEW,
        RUNNING,
        FINISHED,
        STOPPED,
        FAILED
    }

    /** @param run the newest run, null before the first */
    public record Plan(
            UUID id,
            UUID hrbp,
            String name,
            List<UUID> orgUnits,
            State state,
            UUID run,
            String failure,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt) {}

    public enum ProposalState {
        PROPOSED,
        ADOPTED,
        /** Adopted, but no offer could be made; {@code reason} says why. */
        OFFER_REFUSED
    }

    public record Proposal(
            UUID id,
            UUID gig,
            int seat,
            UUID employee,
            int score,
            List<PlanResult.Part> parts,
            ProposalState state,
            String reason) {}

    public record EmptySeat(UUID gig, int seat, String because) {}

    private final JdbcClient sql;
    private final Writes writes;
    private final Json json;

    PlanBoard(JdbcClient sql, Writes writes, Json json) {
        this.sql = sql;
        this.writes = writes;
        this.json = json;
    }

    public Optional<Plan> find(UUID id) {
        return sql.sql("select * from plan where id = ?")
                .param(id)
                .query(PlanBoard::plan)
                .optional();
    }

    /** The plans for some of these units and no other, newest first. */
    public List<Plan> within(Set<OrgUnitId> units) {
        return sql.sql("""
                        select * from plan where org_units <> '{}' and org_units <@ cast(? as uuid[])
                        order by created_at desc, id""")
                .param(units.stream().map(OrgUnitId::toString).toArray(String[]::new))
                .query(PlanBoard::plan)
                .list();
    }

    public List<Proposal> proposals(UUID plan) {
        return sql.sql("select * from plan_proposal where plan = ? order by number")
                .param(plan)
                .query((row, number) -> new Proposal(
                        row.getObject("id", UUID.class),
                        row.getObject("gig", UUID.class),
                        row.getInt("seat"),
                        row.getObject("employee", UUID.class),
                        row.getInt("score"),
                        json.list(row.getString("parts"), PlanResult.Part.class),
                        ProposalState.valueOf(row.getString("state")),
                        row.getString("reason")))
                .list();
    }

    public List<EmptySeat> emptySeats(UUID plan) {
        return sql.sql("select gig, seat, because from plan_empty_seat where plan = ? order by gig, seat")
                .param(plan)
                .query(EmptySeat.class)
                .list();
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        Array units = row.getArray("org_units");
        return new Plan(
                row.getObject("id", UUID.class),
                row.getObject("hrbp", UUID.class),
                row.getString("name"),
                List.of((UUID[]) units.getArray()),
                State.valueOf(row.getString("state")),
                row.getObject("run", UUID.class),
                row.getString("failure"),
                instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @EventHandler
    void on(PlanCreated event) {
        writes.add(
                "insert into plan (id, hrbp, name, org_units, state, created_at) values (?, ?, ?, ?, ?, ?)",
                event.id().value(),
                event.hrbp().value(),
                event.name(),
                event.orgUnits().stream().map(unit -> unit.value()).sorted().toArray(UUID[]::new),
                State.NEW.name(),
                Timestamp.from(event.at()));
    }

    @EventHandler
    void on(RunStarted event) {
        UUID plan = event.id().value();
        writes.add(
                "update plan set state = ?, run = ?, failure = null, started_at = ?, finished_at = null where id = ?",
                State.RUNNING.name(),
                event.run(),
                Timestamp.from(event.at()),
                plan);
        writes.add("delete from plan_proposal where plan = ?", plan);
        writes.add("delete from plan_empty_seat where plan = ?", plan);
    }

    @EventHandler
    void on(RunFinished event) {
        UUID plan = event.id().value();
        State state = event.result().stopped() ? State.STOPPED : State.FINISHED;
        writes.add(
                "update plan set state = ?, finished_at = ? where id = ?",
                state.name(),
                Timestamp.from(event.at()),
                plan);
        int number = 0;
        for (PlanResult.Proposal proposal : event.result().proposals()) {
            writes.add(
                    """
                            insert into plan_proposal (id, plan, number, gig, seat, employee, score, parts, state)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    proposal.id().value(),
                    plan,
                    number++,
                    proposal.gig().value(),
                    proposal.seat(),
                    proposal.employee().value(),
                    proposal.score(),
                    json.column(proposal.parts()),
                    ProposalState.PROPOSED.name());
        }
        for (PlanResult.EmptySeat empty : event.result().emptySeats()) {
            writes.add(
                    "insert into plan_empty_seat (plan, gig, seat, because) values (?, ?, ?, ?)",
                    plan,
                    empty.gig().value(),
                    empty.seat(),
                    empty.because());
        }
    }

    @EventHandler
    void on(Erasure event) {
        UUID person = event.id().value();
        writes.add("update plan set name = ? where hrbp = ?", Personal.ERASED, person);
        writes.add("update plan_proposal set score = 0, parts = '[]' where employee = ?", person);
    }

    @EventHandler
    void on(RunFailed event) {
        writes.add(
                "update plan set state = ?, failure = ?, finished_at = ? where id = ?",
                State.FAILED.name(),
                event.reason(),
                Timestamp.from(event.at()),
                event.id().value());
    }

    @EventHandler
    void on(ProposalAdopted event) {
        proposal(event.proposal().value(), ProposalState.ADOPTED, null);
    }

    @EventHandler
    void on(OfferRefused event) {
        proposal(event.proposal().value(), ProposalState.OFFER_REFUSED, event.reason());
    }

    private void proposal(UUID id, ProposalState state, String reason) {
        writes.add("update plan_proposal set state = ?, reason = ? where id = ?", state.name(), reason, id);
    }

    @ResetHandler
    void forget() {
        sql.sql("truncate plan, plan_proposal, plan_empty_seat").update();
    }
}
