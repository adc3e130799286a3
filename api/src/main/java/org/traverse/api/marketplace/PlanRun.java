package org.traverse.api.marketplace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.traverse.Asking;
import org.traverse.RuleViolated;
import org.traverse.api.inquiry.RunAttempt;
import org.traverse.api.inquiry.RunInputs;
import org.traverse.api.inquiry.RunTakenOver;
import org.traverse.api.inquiry.Runs;
import org.traverse.api.inquiry.StoredParts;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.EmptySeat;
import org.traverse.matching.staffing.Progress;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingRun;
import org.traverse.mobility.PlanCommand.FailRun;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.RecordRun;
import org.traverse.mobility.PlanCommand.TakeOverRun;
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
    private final Runs runs;
    private final SkillCatalogue skills;
    private final Staffing staffing;
    private final PlanProgress progress;
    private final RunInputs inputs;
    private final CommandGateway commands;

    PlanRun(
            PlanFacts facts,
            Runs runs,
            SkillCatalogue skills,
            Staffing staffing,
            PlanProgress progress,
            RunInputs inputs,
            CommandGateway commands) {
        this.facts = facts;
        this.runs = runs;
        this.skills = skills;
        this.staffing = staffing;
        this.progress = progress;
        this.inputs = inputs;
        this.commands = commands;
    }

    /**
     * From now on this attempt counts, and none before it, whose node may live though it is not heard of.
     *
     * @return none when the run has ended: its node died after that, and before it could say so
     */
    Optional<RunAttempt> begin(UUID plan, UUID run) {
        if (runs.hasEnded(plan, run)) {
            return Optional.empty();
        }
        var attempt = new RunAttempt(plan, run, progress.begin(run));
        if (attempt.number() > 1) {
            commands.sendAndWait(new TakeOverRun(new PlanId(plan), run, attempt.number()));
        }
        return Optional.of(attempt).filter(begun -> !runs.hasEnded(plan, run)); // until then another may have ended it
    }

    /**
     * Solves and records what was found. A node that dies in the middle leaves the run to another, from the start.
     *
     * @throws RunTakenOver when another has begun it anew
     * @throws CancellationException when it was stopping
     */
    void execute(RunAttempt attempt, BooleanSupplier stopping) {
        try {
            var stages = new RunStages(
                    attempt.plan(),
                    facts,
                    runs.earlierProposals(attempt.plan()),
                    runs.decisions(attempt.plan()),
                    inputs.recording(attempt));
            StaffingPlan found = solve(attempt, stages, stopping);
            var record = new RunRecord(stages.taken(found), Fit.VERSION, Staffing.ENGINE, Staffing.SEED);
            var id = new PlanId(attempt.plan());
            commands.sendAndWait(new RecordRun(id, attempt.run(), attempt.number(), record));
            commands.sendAndWait(new FinishRun(id, attempt.run(), attempt.number(), result(found)));
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(attempt, "The matcher could not finish: " + e.getMessage());
        }
    }

    /** Whichever attempt it has come to: the last may not even have begun. */
    void giveUp(UUID plan, UUID run) {
        fail(runs.newestAttempt(plan, run), "The matcher could not finish, and the log says why.");
    }

    /** Ends a run for good, unless it is not under way at all, or taken over. */
    private void fail(RunAttempt attempt, String reason) {
        try {
            Asking.ask(commands, new FailRun(new PlanId(attempt.plan()), attempt.run(), attempt.number(), reason));
        } catch (RuleViolated refusal) {
            LOG.warn("run {} of plan {} cannot fail: {}", attempt.run(), attempt.plan(), refusal.getMessage());
        }
    }

    private StaffingPlan solve(RunAttempt attempt, RunStages stages, BooleanSupplier stopping) {
        var newest = new AtomicReference<Progress>();
        StaffingRun solving = staffing.start(stages.problem(), newest::set);
        ScheduledExecutorService ticker = Executors.newScheduledThreadPool(2);
        try {
            ticker.scheduleWithFixedDelay(
                    () -> tick(attempt, newest.getAndSet(null), solving, stopping),
                    0,
                    TICK.toMillis(),
                    TimeUnit.MILLISECONDS);
            ticker.scheduleWithFixedDelay(
                    () -> lookForAChange(attempt, stages, solving),
                    LOOK.toMillis(),
                    LOOK.toMillis(),
                    TimeUnit.MILLISECONDS);
            StaffingPlan found = solving.solve();
            if (stopping.getAsBoolean()) {
                throw new CancellationException("this node is being stopped");
            }
            return found;
        } finally {
            ticker.shutdownNow();
            Progress last = newest.get();
            if (last != null) {
                tell(attempt, last);
            }
        }
    }

    private void tick(RunAttempt attempt, Progress better, StaffingRun solving, BooleanSupplier stopping) {
        try {
            if (better != null) {
                tell(attempt, better);
            }
            if (stopping.getAsBoolean() || progress.isToStop(attempt)) {
                solving.stop();
            }
        } catch (RuntimeException e) { // thrown on, it would be the last tick, and no stop be seen any more
            LOG.warn("run {} goes on, though for now nobody can follow or stop it", attempt.run(), e);
        }
    }

    private void lookForAChange(RunAttempt attempt, RunStages stages, StaffingRun solving) {
        try {
            stages.look(solving);
        } catch (RunTakenOver e) {
            solving.stop();
        } catch (RuntimeException e) { // thrown on, it would be the last look
            LOG.warn("run {} goes on with facts that may have changed", attempt.run(), e);
        }
    }

    private void tell(RunAttempt attempt, Progress better) {
        progress.tell(attempt, better.elapsed(), better.filled(), better.seats(), better.fit());
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
