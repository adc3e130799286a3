package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.traverse.api.inquiry.Runs;
import org.traverse.api.inquiry.StoredParts;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.SecondReading;
import org.traverse.gig.GigId;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.EmptySeat;
import org.traverse.matching.staffing.Held;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.Progress;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.matching.staffing.StaffingRun;
import org.traverse.mobility.PlanCommand.FailRun;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.RecordRun;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.ProposalId;
import org.traverse.mobility.RunRecord;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** One run of the matcher over the open seats and the people of a plan's units, from facts to proposals. */
@Component
public class PlanRun {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final String FACTS = "match-facts";
    private static final Logger LOG = LoggerFactory.getLogger(PlanRun.class);

    private final PlanBoard plans;
    private final Directory directory;
    private final MatchFacts facts;
    private final SkillCatalogue skills;
    private final Staffing staffing;
    private final Policy policy;
    private final PlanProgress progress;
    private final Runs runs;
    private final RunInputs inputs;
    private final SecondReading reading;
    private final CommandGateway commands;
    private final Clock clock;

    PlanRun(
            PlanBoard plans,
            Directory directory,
            MatchFacts facts,
            SkillCatalogue skills,
            Staffing staffing,
            Policy policy,
            PlanProgress progress,
            Runs runs,
            RunInputs inputs,
            SecondReading reading,
            CommandGateway commands,
            Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.facts = facts;
        this.skills = skills;
        this.staffing = staffing;
        this.policy = policy;
        this.progress = progress;
        this.runs = runs;
        this.inputs = inputs;
        this.reading = reading;
        this.commands = commands;
        this.clock = clock;
    }

    /** Solves and records what was found. A node that dies in the middle leaves the run to another, from the start. */
    public void execute(UUID plan, UUID run) {
        progress.begin(run);
        try {
            EventPosition position = reading.firstPosition(FACTS);
            StaffingProblem problem = problem(plan);
            String input = inputs.keep(plan, run, problem);
            StaffingPlan found = solve(run, problem);
            var record = new RunRecord(
                    input, position.toString(), Fit.VERSION, Staffing.ENGINE, Staffing.SEED, found.steps());
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

    private StaffingPlan solve(UUID run, StaffingProblem problem) {
        var newest = new AtomicReference<Progress>();
        StaffingRun solving = staffing.start(problem, newest::set);
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        try {
            ticker.scheduleWithFixedDelay(
                    () -> tick(run, newest.getAndSet(null), solving), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
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

    private void tell(UUID run, Progress better) {
        progress.tell(run, better.elapsed(), better.filled(), better.seats(), better.fit());
    }

    private StaffingProblem problem(UUID plan) {
        PlanBoard.Plan scenario = plans.find(plan).orElseThrow(() -> new IllegalStateException("the plan is gone"));
        Set<UUID> units =
                directory
                        .unitsBelow(
                                scenario.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet()))
                        .stream()
                        .map(OrgUnitId::value)
                        .collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        MatchFacts.Batch batch = facts.batch(units, today);
        List<Person> people = batch.people().stream().map(Facts::person).toList();
        List<Work> works = batch.gigs().stream().map(Facts::work).toList();
        List<SeatToFill> seats = new ArrayList<>();
        Set<Pairing> taken = batch.pairings().stream()
                .map(pairing -> new Pairing(pairing.employee(), pairing.gig()))
                .collect(Collectors.toSet());
        for (MatchFacts.Gig gig : batch.gigs()) {
            taken.add(new Pairing(gig.owner(), gig.id()));
            for (int number = gig.seats() - gig.seatsLeft() + 1; number <= gig.seats(); number++) {
                seats.add(new SeatToFill(gig.id(), number));
            }
        }
        return new StaffingProblem(people, works, seats, taken, held(plan, people, seats, taken), policy, today);
    }

    /** What the plan's last run proposed and can still be done, so that this one changes no more of it than is worth it. */
    private List<Held> held(UUID plan, List<Person> people, List<SeatToFill> seats, Set<Pairing> taken) {
        Set<UUID> inScope = people.stream().map(Person::id).collect(Collectors.toSet());
        Set<SeatToFill> open = Set.copyOf(seats);
        return runs.earlierProposals(plan).stream()
                .map(proposal -> new Held(
                        new SeatToFill(proposal.gig().value(), proposal.seat()),
                        proposal.employee().value(),
                        false))
                .filter(held -> open.contains(held.seat()) && inScope.contains(held.person()))
                .filter(held ->
                        !taken.contains(new Pairing(held.person(), held.seat().work())))
                .toList();
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
