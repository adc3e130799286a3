package org.traverse.api.marketplace;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.RuleViolated;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.mobility.PlanCommand.AdoptProposals;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.ProposalId;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.planboard.PlanBoard.Plan;
import org.traverse.readmodel.planboard.PlanBoard.Proposal;
import org.traverse.readmodel.planboard.PlanBoard.ProposalState;

/** Mobility plans as HR business partners handle them. A proposal stays one until a person adopts it. */
@Component
public class Plans {
    private final PlanBoard plans;
    private final MatchFacts facts;
    private final PlanProgress progress;
    private final Directory directory;
    private final Access access;
    private final Commands commands;

    Plans(
            PlanBoard plans,
            MatchFacts facts,
            PlanProgress progress,
            Directory directory,
            Access access,
            Commands commands) {
        this.plans = plans;
        this.facts = facts;
        this.progress = progress;
        this.directory = directory;
        this.access = access;
        this.commands = commands;
    }

    public PlanId create(Caller caller, String name, Set<OrgUnitId> orgUnits) {
        PlanId id = new PlanId(commands.newId());
        commands.once(() -> {
            access.mayPlanFor(caller, orgUnits).enforce();
            commands.send(new CreatePlan(id, caller.self(), name, orgUnits));
        });
        return id;
    }

    /** Starts a run on whichever node is free, and tells its id. */
    public UUID run(Caller caller, UUID id) {
        UUID run = commands.newId();
        commands.once(() -> {
            seen(caller, id);
            commands.send(new StartRun(new PlanId(id), run));
        });
        return run;
    }

    /** Ends the run under way; what was found until then is kept. */
    public void stop(Caller caller, UUID id) {
        commands.once(() -> {
            Plan plan = seen(caller, id);
            if (plan.state() != PlanBoard.State.RUNNING) {
                throw new RuleViolated("this plan is not running");
            }
            progress.requestStop(plan.run(), commands.step());
        });
    }

    /** What the newest run of a plan proposes, but for what is still open of people who have opted out since. */
    public List<Proposal> proposals(UUID plan) {
        List<Proposal> all = plans.proposals(plan);
        Set<UUID> withdrawn = withdrawn(all);
        return all.stream()
                .filter(proposal -> !withdrawn.contains(proposal.id()))
                .toList();
    }

    /** Where those who are proposed stand among whom the work's manager ranks today, as the caller sees them. */
    public Map<UUID, Rank> ranks(Caller caller, List<Proposal> proposals) {
        Map<UUID, List<UUID>> ranked =
                facts.ranked(proposals.stream().map(Proposal::gig).collect(Collectors.toSet()));
        Map<UUID, Rank> ranks = new HashMap<>();
        for (Proposal proposal : proposals) {
            Rank.in(caller.others(ranked.getOrDefault(proposal.gig(), List.of())), proposal.employee())
                    .ifPresent(rank -> ranks.put(proposal.id(), rank));
        }
        return ranks;
    }

    private Set<UUID> withdrawn(List<Proposal> proposals) {
        Map<UUID, UUID> open = proposals.stream()
                .filter(proposal -> proposal.state() == ProposalState.PROPOSED)
                .collect(Collectors.toMap(Proposal::id, Proposal::employee));
        Set<UUID> out = facts.optedOut(Set.copyOf(open.values()));
        return open.keySet().stream()
                .filter(proposal -> out.contains(open.get(proposal)))
                .collect(Collectors.toSet());
    }

    /** Makes an offer of each proposal, or of none when one cannot be adopted. */
    public void adopt(Caller caller, UUID id, Collection<UUID> proposals) {
        commands.once(() -> {
            seen(caller, id);
            if (!Collections.disjoint(withdrawn(plans.proposals(id)), proposals)) {
                throw new RuleViolated("the newest run of this plan proposes no such thing"); // as of what never was
            }
            var adopted = proposals.stream().map(ProposalId::new).collect(Collectors.toCollection(LinkedHashSet::new));
            commands.send(new AdoptProposals(new PlanId(id), adopted, caller.self()));
        });
    }

    public List<Plan> of(Caller caller) {
        return plans.within(access.planScope(caller));
    }

    /** @throws Unknown when this person is in none of the units that the caller plans for today */
    void mustPlanFor(Caller caller, UUID employee) {
        if (!directory.peopleIn(access.planScope(caller)).contains(new EmployeeId(employee))) {
            throw new Unknown("person");
        }
    }

    public Plan seen(Caller caller, UUID id) {
        Plan plan = plans.find(id).orElseThrow(() -> new Unknown("plan"));
        access.usesPlan(caller, plan.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet()))
                .enforce();
        return plan;
    }
}
