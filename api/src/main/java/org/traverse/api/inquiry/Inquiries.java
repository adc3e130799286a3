package org.traverse.api.inquiry;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.RuleViolated;
import org.traverse.eventstore.PersonalSeal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inquiries as they are asked for, watched and stopped; see {@link InquiryJob}. What is found out about somebody is kept
 * encrypted with their key. Table: run_inquiry.
 */
@Component
public class Inquiries {
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * @param person whom it is about; null when the run is only run again
     * @param answer when it is done; null as well when it was about somebody erased since
     */
    public record Inquiry(
            UUID id, UUID plan, UUID run, UUID person, State state, Instant askedAt, Instant endedAt, Answer answer) {}

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("run-inquiry");

    private static final int KEPT_OF_A_PLAN = 50;
    private static final int MOST_AT_ONCE = 3;

    private final JdbcClient sql;
    private final SchedulerClient jobs;
    private final PersonalSeal seal;
    private final TransactionTemplate transaction;

    Inquiries(JdbcClient sql, SchedulerClient jobs, PersonalSeal seal, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.jobs = jobs;
        this.seal = seal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins one, which then goes on by itself. Beginning the same again changes nothing.
     *
     * @param person to find out about, or none to run it again
     * @throws RuleViolated while three others are under way: each takes as long as a run, or several times that
     */
    public void begin(UUID id, UUID plan, UUID run, Optional<UUID> person) {
        transaction.executeWithoutResult(status -> {
            sql.sql("lock table run_inquiry in share row exclusive mode").update(); // or two would count the same
            int begun = sql.sql("insert into run_inquiry (id, plan, run, person) values (?, ?, ?, ?)"
                            + " on conflict (id) do nothing")
                    .params(id, plan, run, person.orElse(null))
                    .update();
            if (begun == 0) {
                return;
            }
            if (running() > MOST_AT_ONCE) {
                throw new RuleViolated("three inquiries are under way already: wait for one, or stop it");
            }
            sql.sql("delete from run_inquiry where plan = ? and state <> 'running' and id not in"
                            + " (select id from run_inquiry where plan = ? order by asked_at desc limit ?)")
                    .params(plan, plan, KEPT_OF_A_PLAN)
                    .update();
            jobs.schedule(TASK.instance(id.toString()).scheduledTo(Instant.now()));
        });
    }

    private int running() {
        return sql.sql("select count(*) from run_inquiry where state = 'running'")
                .query(Integer.class)
                .single();
    }

    public Optional<Inquiry> find(UUID id) {
        return sql.sql("select * from run_inquiry where id = ?")
                .param(id)
                .query(this::inquiry)
                .optional();
    }

    /** Has no effect when it has ended. */
    public void requestStop(UUID id) {
        sql.sql("update run_inquiry set stop_requested = true where id = ?")
                .param(id)
                .update();
    }

    boolean isStopRequested(UUID id) {
        return sql.sql("select stop_requested from run_inquiry where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** @param answer none unless it is done */
    void end(Inquiry inquiry, State state, Optional<Answer> answer) {
        byte[] kept = answer.map(JsonMapper.shared()::writeValueAsBytes)
                .flatMap(text -> inquiry.person() == null
                        ? Optional.of(text)
                        : seal.seal(inquiry.person(), place(inquiry.id()), text))
                .orElse(null);
        sql.sql("update run_inquiry set state = ?, ended_at = now(), answer = ? where id = ? and state = 'running'")
                .params(state.name().toLowerCase(Locale.ROOT), kept, inquiry.id())
                .update();
    }

    private Inquiry inquiry(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID person = row.getObject("person", UUID.class);
        Instant ended = row.getTimestamp("ended_at") == null
                ? null
                : row.getTimestamp("ended_at").toInstant();
        return new Inquiry(
                id,
                row.getObject("plan", UUID.class),
                row.getObject("run", UUID.class),
                person,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("asked_at").toInstant(),
                ended,
                Optional.ofNullable(row.getBytes("answer"))
                        .flatMap(kept -> person == null ? Optional.of(kept) : seal.open(person, place(id), kept))
                        .map(text -> JsonMapper.shared().readValue(text, Answer.class))
                        .orElse(null));
    }

    private static String place(UUID id) {
        return "run-inquiry/" + id;
    }
}
