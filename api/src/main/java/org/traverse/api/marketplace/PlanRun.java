package org.traverse.api.marketplace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.traverse.Asking;
import org.traverse.RuleViolated;
import org.traverse.api.inquiry.RunInputs;
import org.traverse.api.inquiry.StoredParts;
import org.traverse.employee.EmployeeId;
import org.traverse.eventstore.EventPosition;
import org.traverse.gig.GigId;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.EmptySeat;
import org.traverse.matching.staffing.Progress;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.matching.staffing.StaffingRun;
import org.traverse.mobility.PlanCommand.FailRun;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.RecordRun;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.ProposalId;
import org.traverse.mobility.RunRecord;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** One run of the matcher over the open seats and the people of a plan's units, from facts to proposals. */
@Component
public class PlanRun {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);

    private final PlanFacts facts;
    private final SkillCatalogue skills;
    private final Staffing staffing;
    private final PlanProgress progress;
    private final RunInputs inputs;
    private final CommandGateway commands;

    PlanRun(
            PlanFacts facts,
            SkillCatalogue skills,
            Staffing staffing,
            PlanProgress progress,
            RunInputs inputs,
            CommandGateway commands) {
        this.facts = facts;
        this.skills = skills;
        this.staffing = staffing;
        this.progress = progress;
        this.inputs = inputs;
        this.commands = commands;
    }

    /** Solves and records what was found. A node that dies in the middle leaves the run to another, from the start. */
    public void execute(UUID plan, UUID run) {
        if (facts.hasEnded(plan, run)) {
            return; // its node died after that, and before it could say so: what the run was given is to stay
        }
        progress.begin(run);
        try {
            var stages = new Stages(plan, run);
            StaffingPlan found = solve(run, stages);
            var record = new RunRecord(stages.taken(found), Fit.VERSION, Staffing.ENGINE, Staffing.SEED);
            commands.sendAndWait(new RecordRun(new PlanId(plan), run, record));
            commands.sendAndWait(new FinishRun(new PlanId(plan), run, result(found)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(plan, run, "The matcher could not finish: " + e.getMessage());
        }
    }

    /** Ends a run for good, unless it is not under way at all. */
    void fail(UUID plan, UUID run, String reason) {
        try {
            Asking.ask(commands, new FailRun(new PlanId(plan), run, reason));
        } catch (RuleViolated refusal) {
            LOG.warn("run {} of plan {} cannot fail: {}", run, plan, refusal.getMessage());
        }
    }

    private StaffingPlan solve(UUID run, Stages stages) {
        var newest = new AtomicReference<Progress>();
        StaffingRun solving = staffing.start(stages.problem(), newest::set);
        ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2);
        try {
            ticker.scheduleWithFixedDelay(
                    () -> tick(run, newest.getAndSet(null), solving), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
            ticker.scheduleWithFixedDelay(
                    () -> lookForAChange(run, stages, solving),
                    LOOK.toMillis(),
                    LOOK.toMillis(),
                    TimeUnit.MILLISECONDS);
            return solving.solve();
        } finally {
            ticker.shutdownNow();
            Progress last = newest.get();
            if (last != null) {
                tell(run, last);
            }
        }
    }

    private void tick(UUID run, Progress better, StaffingRun solving) {
        try {
            if (better != null) {
                tell(run, better);
            }
            if (progress.isStopRequested(run)) {
                solving.stop();
            }
        } catch (RuntimeException e) { // thrown on, it would be the last tick, and no stop be seen any more
            LOG.warn("run {} goes on, though for now nobody can follow or stop it", run, e);
        }
    }

    private void lookForAChange(UUID run, Stages stages, StaffingRun solving) {
        try {
            stages.look(solving);
        } catch (RuntimeException e) { // thrown on, it would be the last look
            LOG.warn("run {} goes on with facts that may have changed", run, e);
        }
    }

    /** The facts of a run, from its beginning on; a change of them begins a stage. */
    private final class Stages {
        private record Given(String input, EventPosition position) {}

        private final UUID plan;
        private final UUID run;
        private final List<Given> given = new ArrayList<>();
        private final List<PlanResult.Proposal> earlier;
        private final PlanDecisions decisions;
        private PlanFacts.At newest;

        Stages(UUID plan, UUID run) {
            this.plan = plan;
            this.run = run;
            earlier = facts.earlierProposals(plan);
            decisions = facts.decisions(plan);
            newest = facts.now(plan, earlier, decisions);
            given.add(kept(newest));
        }

        StaffingProblem problem() {
            return newest.problem();
        }

        /** One change after the other: the next is not looked for until the last has taken effect. */
        synchronized void look(StaffingRun solving) {
            if (solving.changes() < given.size() - 1 || facts.position().equals(newest.position())) {
                return;
            }
            PlanFacts.At now = facts.now(plan, earlier, decisions);
            if (!now.problem().equals(newest.problem())) {
                Given changed = kept(now);
                solving.change(now.problem());
                given.add(changed);
            }
            newest = now; // only now: what failed is looked for again
        }

        private Given kept(PlanFacts.At now) {
            return new Given(inputs.keep(plan, run, given.size(), now.problem()), now.position());
        }

        /** Those that the run came to. */
        synchronized List<RunRecord.Stage> taken(StaffingPlan found) {
            var stages = new ArrayList<RunRecord.Stage>();
            for (long steps : found.steps()) {
                Given each = given.get(stages.size());
                stages.add(new RunRecord.Stage(each.input(), each.position().toString(), steps));
            }
            return stages;
        }
    }

    private void tell(UUID run, Progress better) {
        progress.tell(run, better.elapsed(), better.filled(), better.seats(), better.fit());
    }

    private PlanResult result(StaffingPlan found) {
        List<PlanResult.Proposal> proposals = found.proposals().stream()
                .map(proposal -> new PlanResult.Proposal(
                        ProposalId.random(),
                        new GigId(proposal.seat().work()),
                        proposal.seat().number(),
                        new EmployeeId(proposal.person()),
                        proposal.fit().score(),
                        StoredParts.of(proposal.fit())))
                .toList();
        Map<UUID, String> names = names(found.empty());
        List<PlanResult.EmptySeat> empty = found.empty().stream()
                .map(seat -> new PlanResult.EmptySeat(
                        new GigId(seat.seat().work()), seat.seat().number(), because(seat, names)))
                .toList();
        return new PlanResult(proposals, empty, found.stopped());
    }

    private Map<UUID, String> names(List<EmptySeat> empty) {
        return skills.names(empty.stream()
                .map(EmptySeat::reason)
                .filter(EmptySeat.NobodyMeets.class::isInstance)
                .map(reason -> ((EmptySeat.NobodyMeets) reason).skill())
                .collect(Collectors.toSet()));
    }

    private static String because(EmptySeat seat, Map<UUID, String> names) {
        if (seat.reason() instanceof EmptySeat.NobodyMeets nobody && names.containsKey(nobody.skill())) {
            String level = nobody.level() == 0 ? "" : " at level " + nobody.level();
            return "Nobody in scope meets every required skill. Missed most: " + names.get(nobody.skill()) + level
                    + ", by " + nobody.peopleMissingIt() + (nobody.peopleMissingIt() == 1 ? " person." : " people.");
        }
        return seat.because();
    }
}
