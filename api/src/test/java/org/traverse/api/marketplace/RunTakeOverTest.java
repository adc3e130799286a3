package org.traverse.api.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.RuleViolated;
import org.traverse.api.WholeApplication;
import org.traverse.api.embedded.SecondNode;
import org.traverse.api.inquiry.Inquiries;
import org.traverse.api.inquiry.Inquiries.Inquiry;
import org.traverse.api.inquiry.Inquiries.State;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanEvent.PlanCreated;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunRecorded;
import org.traverse.mobility.PlanEvent.RunStarted;
import org.traverse.mobility.PlanEvent.RunTakenOver;
import org.traverse.mobility.PlanId;
import org.traverse.readmodel.Positions;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** Runs and inquiries whose nodes stop, or are believed to have; of gigs that it takes the search long to staff. */
@WholeApplication
class RunTakeOverTest {
    private final PlanId plan = PlanId.random();
    private final UUID run = UUID.randomUUID();
    private final List<GigId> gigs = new ArrayList<>();

    @Autowired
    ApplicationContext node;

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore events;

    @Autowired
    Positions positions;

    @Autowired
    PlanProgress progress;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Scheduler jobs;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void aPlan() {
        Set<OrgUnitId> units = Set.copyOf(sql.sql("select distinct org_unit from match_person")
                .query((row, number) -> new OrgUnitId(row.getObject("org_unit", UUID.class)))
                .list());
        OrgUnitId unit = units.iterator().next();
        var owner = EmployeeId.random();
        List<SkillId> skills = sql.sql("select skill from match_skill group by skill order by count(*) desc limit 4")
                .query((row, number) -> new SkillId(row.getObject("skill", UUID.class)))
                .list();
        for (int number = 0; number < 8; number++) {
            var gig = GigId.random();
            gigs.add(gig);
            var from = LocalDate.now().plusDays(14 + 10L * number);
            var asked = List.of(Requirement.desirable(skills.get(number % 4)));
            commands.sendAndWait(
                    new DraftGig(gig, owner, unit, "Dredge", "", 3 + number % 3, from, from.plusDays(60), 15, asked));
            commands.sendAndWait(new PublishGig(gig));
        }
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        commands.sendAndWait(new CreatePlan(plan, owner, "Harbour", units));
    }

    @AfterEach
    void noWorkForOtherTests() {
        gigs.forEach(gig -> commands.sendAndWait(new CancelGig(gig, "the harbour is deep enough")));
    }

    @Test
    void whoeverLostItHasNoSayInARunAnyMore() {
        begin();
        sql.sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                        + " version = version + 1, execution_time = now() where task_instance = ?")
                .param(job())
                .update();
        eventually(() -> attempt() == 2);
        eventually(() -> progress.of(run).orElseThrow().filled() > 0);

        progress.requestStop(run, Optional.empty());

        eventually(() -> told().contains(RunFinished.class));
        assertThat(told())
                .containsExactly(
                        PlanCreated.class, RunStarted.class, RunTakenOver.class, RunRecorded.class, RunFinished.class);
        assertThat(answered(asked(Optional.empty())).answer().replay().same()).isTrue();
    }

    @Test
    void aSecondDeliveryOfAFinishedRunChangesNothing() {
        begin();
        progress.requestStop(run, Optional.empty());
        eventually(() -> told().contains(RunFinished.class));
        eventually(() -> !isScheduled(job()));
        List<Map<String, Object>> before = kept();
        int events = told().size();

        jobs.schedule(new TaskInstance<>("plan-run", job()), Instant.now());

        eventually(() -> !isScheduled(job()));
        assertThat(kept()).isEqualTo(before);
        assertThat(told()).hasSize(events);
    }

    @Test
    void anInquiryThatAShutdownInterruptsIsAnsweredByAnotherNode() {
        begin();
        pause(Duration.ofSeconds(4)); // that is how long the other node will take, at least
        progress.requestStop(run, Optional.empty());
        eventually(() -> told().contains(RunFinished.class));
        UUID inquiry;
        try (var other = SecondNode.beside(node)) {
            jobs.pause();
            inquiry = asked(Optional.empty());
            eventually(() -> sql.sql("select picked from scheduled_tasks where task_instance = ?")
                    .param(inquiry.toString())
                    .query(Boolean.class)
                    .single());
        } finally {
            jobs.resume();
        }

        assertThat(inquiries.find(inquiry).orElseThrow().state()).isEqualTo(State.RUNNING);
        assertThat(answered(inquiry).answer().replay().same()).isTrue();
    }

    @Test
    void threeInquiriesAreUnderWayAtMostHoweverManyBeginAtOnce() {
        jobs.pause();
        try {
            List<CompletableFuture<Boolean>> begun = new ArrayList<>();
            List<UUID> ids =
                    IntStream.range(0, 12).mapToObj(next -> UUID.randomUUID()).toList();
            ids.forEach(id -> begun.add(CompletableFuture.supplyAsync(() -> {
                try {
                    inquiries.begin(id, plan.value(), run, Optional.empty());
                    return true;
                } catch (RuleViolated refusal) {
                    return false;
                }
            })));

            assertThat(begun.stream().filter(CompletableFuture::join).count()).isEqualTo(3);
            assertThat(ids.stream().filter(id -> inquiries.find(id).isPresent()).count())
                    .isEqualTo(3);
        } finally {
            jobs.resume();
        }
    }

    private void begin() {
        commands.sendAndWait(new StartRun(plan, run));
        eventually(() -> progress.of(run).filter(newest -> newest.filled() > 0).isPresent());
        assertThat(told()).containsExactly(PlanCreated.class, RunStarted.class);
    }

    private UUID asked(Optional<UUID> person) {
        var id = UUID.randomUUID();
        inquiries.begin(id, plan.value(), run, person);
        return id;
    }

    private Inquiry answered(UUID id) {
        eventually(() -> inquiries.find(id).orElseThrow().state() == State.DONE);
        return inquiries.find(id).orElseThrow();
    }

    private List<Class<?>> told() {
        return events.readEvents(plan.toString())
                .asStream()
                .<Class<?>>map(event -> event.getPayloadType())
                .toList();
    }

    private int attempt() {
        return sql.sql("select attempt from plan_progress where run = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> kept() {
        return sql.sql("select stage, kept, md5(common), md5(facts), attempt from run_input join run_input_person"
                        + " using (run, stage) join plan_progress using (run) where run = ? order by stage, person")
                .param(run)
                .query()
                .listOfRows();
    }

    private boolean isScheduled(String instance) {
        return sql.sql("select exists (select from scheduled_tasks where task_instance = ?)")
                .param(instance)
                .query(Boolean.class)
                .single();
    }

    private String job() {
        return plan + "/" + run;
    }

    private static void eventually(BooleanSupplier condition) {
        for (var end = Instant.now().plusSeconds(60); !condition.getAsBoolean(); ) {
            assertThat(Instant.now()).isBefore(end);
            pause(Duration.ofMillis(50));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
