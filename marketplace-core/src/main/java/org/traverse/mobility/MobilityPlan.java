package org.traverse.mobility;

import static java.util.stream.Collectors.toMap;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.mobility.PlanCommand.AdoptProposals;
import org.traverse.mobility.PlanCommand.AskForBackfill;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanCommand.DeclarePair;
import org.traverse.mobility.PlanCommand.DissolvePair;
import org.traverse.mobility.PlanCommand.FailRun;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.PinPlacement;
import org.traverse.mobility.PlanCommand.RecordRun;
import org.traverse.mobility.PlanCommand.ReportOfferRefused;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanCommand.TakeOverRun;
import org.traverse.mobility.PlanCommand.UnpinPlacement;
import org.traverse.mobility.PlanCommand.WaiveBackfill;
import org.traverse.mobility.PlanDecisions.Placement;
import org.traverse.mobility.PlanEvent.BackfillAskedFor;
import org.traverse.mobility.PlanEvent.BackfillWaived;
import org.traverse.mobility.PlanEvent.OfferRefused;
import org.traverse.mobility.PlanEvent.PairDeclared;
import org.traverse.mobility.PlanEvent.PairDissolved;
import org.traverse.mobility.PlanEvent.PlacementPinned;
import org.traverse.mobility.PlanEvent.PlacementUnpinned;
import org.traverse.mobility.PlanEvent.PlanCreated;
import org.traverse.mobility.PlanEvent.ProposalAdopted;
import org.traverse.mobility.PlanEvent.RunFailed;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunRecorded;
import org.traverse.mobility.PlanEvent.RunStarted;
import org.traverse.mobility.PlanEvent.RunTakenOver;
import org.traverse.mobility.PlanResult.Proposal;

/** Who could go where, as the matcher proposed it; what becomes of a proposal, a person decides. */
@Aggregate
class MobilityPlan {
    @AggregateIdentifier
    private PlanId id;

    private PlanCreated created;
    private UUID running;
    private int attempt;
    private UUID ended;
    private Map<ProposalId, Placement> proposed = Map.of();
    private final PlanDecisions decisions = new PlanDecisions();
    private final Set<ProposalId> adopted = new HashSet<>();
    private final Map<ProposalId, String> refused = new HashMap<>();

    MobilityPlan() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreatePlan c, Clock clock) {
        var asked =
                new PlanCreated(c.id(), c.hrbp(), c.name(), c.orgUnits(), created == null ? now(clock) : created.at());
        if (created == null) {
            apply(asked);
        } else if (!asked.equals(created)) {
            throw new RuleViolated("another plan was created under this id");
        }
    }

    @CommandHandler
    void handle(StartRun c, Clock clock) {
        if (c.run().equals(running) || c.run().equals(ended)) {
            return;
        }
        if (running != null) {
            throw new RuleViolated("a run of this plan is under way");
        }
        apply(new RunStarted(id, c.run(), now(clock)));
    }

    @CommandHandler
    void handle(TakeOverRun c, Clock clock) {
        if (c.run().equals(running) && c.attempt() > attempt) {
            apply(new RunTakenOver(id, c.run(), c.attempt(), now(clock)));
        }
    }

    @CommandHandler
    void handle(RecordRun c, Clock clock) {
        if (isUnderWay(c.run(), c.attempt())) {
            apply(new RunRecorded(id, c.run(), c.record(), now(clock)));
        }
    }

    @CommandHandler
    void handle(FinishRun c, Clock clock) {
        if (isUnderWay(c.run(), c.attempt())) {
            apply(new RunFinished(id, c.run(), c.result(), now(clock)));
        }
    }

    @CommandHandler
    void handle(FailRun c, Clock clock) {
        if (isUnderWay(c.run(), c.attempt())) {
            apply(new RunFailed(id, c.run(), c.reason(), now(clock)));
        }
    }

    @CommandHandler
    void handle(AdoptProposals c, Clock clock) {
        for (var proposal : c.proposals()) {
            if (!proposed.containsKey(proposal)) {
                throw new RuleViolated("the newest run of this plan proposes no such thing");
            }
            if (refused.containsKey(proposal)) {
                throw new RuleViolated("no offer could be made: " + refused.get(proposal));
            }
        }
        for (var proposal : c.proposals()) {
            if (!adopted.contains(proposal)) {
                var move = proposed.get(proposal);
                apply(new ProposalAdopted(id, proposal, move.employee(), move.gig(), c.by(), now(clock)));
            }
        }
    }

    @CommandHandler
    void handle(ReportOfferRefused c, Clock clock) {
        if (!adopted.contains(c.proposal())) {
            throw new RuleViolated("this proposal was not adopted");
        }
        if (!refused.containsKey(c.proposal())) {
            apply(new OfferRefused(id, c.proposal(), c.reason(), now(clock)));
        }
    }

    @CommandHandler
    void handle(PinPlacement c, Clock clock) {
        var placement = new Placement(c.gig(), c.employee());
        if (!decisions.pins().contains(placement)) {
            mustBeDecidable(placement);
            apply(new PlacementPinned(id, c.gig(), c.employee(), c.by(), now(clock)));
        }
    }

    @CommandHandler
    void handle(UnpinPlacement c, Clock clock) {
        if (decisions.pins().contains(new Placement(c.gig(), c.employee()))) {
            mustNotRun();
            apply(new PlacementUnpinned(id, c.gig(), c.employee(), c.by(), now(clock)));
        }
    }

    @CommandHandler
    void handle(AskForBackfill c, Clock clock) {
        var placement = new Placement(c.gig(), c.employee());
        if (!decisions.backfills().contains(placement)) {
            mustBeDecidable(placement);
            apply(new BackfillAskedFor(id, c.gig(), c.employee(), c.by(), now(clock)));
        }
    }

    @CommandHandler
    void handle(WaiveBackfill c, Clock clock) {
        if (decisions.backfills().contains(new Placement(c.gig(), c.employee()))) {
            mustNotRun();
            apply(new BackfillWaived(id, c.gig(), c.employee(), c.by(), now(clock)));
        }
    }

    @CommandHandler
    void handle(DeclarePair c, Clock clock) {
        if (decisions
                .pairOf(c.one(), c.other())
                .filter(pair -> pair.samePlace() == c.samePlace())
                .isPresent()) {
            return;
        }
        mustNotRun();
        if (decisions.pairs().stream().anyMatch(pair -> pair.isOf(c.one()) || pair.isOf(c.other()))) {
            throw new RuleViolated("one of the two is in a pair of this plan already: dissolve that first");
        }
        apply(new PairDeclared(id, c.one(), c.other(), c.samePlace(), c.by(), now(clock)));
    }

    @CommandHandler
    void handle(DissolvePair c, Clock clock) {
        if (decisions.pairOf(c.one(), c.other()).isPresent()) {
            mustNotRun();
            apply(new PairDissolved(id, c.one(), c.other(), c.by(), now(clock)));
        }
    }

    private void mustBeDecidable(Placement placement) {
        mustNotRun();
        var proposal = proposed.entrySet().stream()
                .filter(each -> each.getValue().equals(placement))
                .findFirst()
                .orElseThrow(() -> new RuleViolated("the newest run of this plan proposes no such thing"));
        if (adopted.contains(proposal.getKey())) {
            throw new RuleViolated("this proposal was adopted: no run changes that");
        }
    }

    /** A run that is under way has its decisions already. */
    private void mustNotRun() {
        if (running != null) {
            throw new RuleViolated("a run of this plan is under way");
        }
    }

    /** No longer, when it has ended, or was taken over: whoever ran it may say so twice, or late. */
    private boolean isUnderWay(UUID run, int by) {
        if (!run.equals(running) && !run.equals(ended)) {
            throw new RuleViolated("this run of the plan is not under way");
        }
        return run.equals(running) && by == attempt;
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        decisions.on(event);
    }

    @EventSourcingHandler
    void on(PlanCreated event) {
        id = event.id();
        created = event;
    }

    @EventSourcingHandler
    void on(RunStarted event) {
        running = event.run();
        attempt = 1;
    }

    @EventSourcingHandler
    void on(RunTakenOver event) {
        attempt = event.attempt();
    }

    @EventSourcingHandler
    void on(RunFinished event) {
        running = null;
        ended = event.run();
        proposed = event.result().proposals().stream()
                .collect(toMap(Proposal::id, proposal -> new Placement(proposal.gig(), proposal.employee())));
    }

    @EventSourcingHandler
    void on(RunFailed event) {
        running = null;
        ended = event.run();
    }

    @EventSourcingHandler
    void on(ProposalAdopted event) {
        adopted.add(event.proposal());
    }

    @EventSourcingHandler
    void on(OfferRefused event) {
        refused.put(event.proposal(), event.reason());
    }
}
