package org.traverse.api.marketplace;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.api.inquiry.Runs;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanCommand;
import org.traverse.mobility.PlanCommand.AskForBackfill;
import org.traverse.mobility.PlanCommand.DeclarePair;
import org.traverse.mobility.PlanCommand.DissolvePair;
import org.traverse.mobility.PlanCommand.PinPlacement;
import org.traverse.mobility.PlanCommand.UnpinPlacement;
import org.traverse.mobility.PlanCommand.WaiveBackfill;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanId;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.planboard.PlanBoard.Plan;

/** What HR business partners decide about a plan before it is run again. */
@Component
public class PlanDeciding {
    private final Plans plans;
    private final Runs runs;
    private final Directory directory;
    private final Commands commands;

    PlanDeciding(Plans plans, Runs runs, Directory directory, Commands commands) {
        this.plans = plans;
        this.runs = runs;
        this.directory = directory;
        this.commands = commands;
    }

    public PlanDecisions of(Plan plan) {
        return runs.decisions(plan.id());
    }

    public void pin(Caller caller, UUID id, GigId gig, EmployeeId employee) {
        decide(caller, id, new PinPlacement(new PlanId(id), gig, employee, caller.self()));
    }

    public void unpin(Caller caller, UUID id, GigId gig, EmployeeId employee) {
        decide(caller, id, new UnpinPlacement(new PlanId(id), gig, employee, caller.self()));
    }

    public void askForBackfill(Caller caller, UUID id, GigId gig, EmployeeId employee) {
        decide(caller, id, new AskForBackfill(new PlanId(id), gig, employee, caller.self()));
    }

    public void waiveBackfill(Caller caller, UUID id, GigId gig, EmployeeId employee) {
        decide(caller, id, new WaiveBackfill(new PlanId(id), gig, employee, caller.self()));
    }

    /** @throws Unknown when one of them is in none of the plan's units */
    public void declarePair(Caller caller, UUID id, EmployeeId one, EmployeeId other, boolean samePlace) {
        commands.once(() -> {
            Set<EmployeeId> inScope = directory.peopleIn(directory.unitsBelow(units(plans.seen(caller, id))));
            if (!inScope.containsAll(List.of(one, other))) {
                throw new Unknown("person");
            }
            commands.send(new DeclarePair(new PlanId(id), one, other, samePlace, caller.self()));
        });
    }

    public void dissolvePair(Caller caller, UUID id, EmployeeId one, EmployeeId other) {
        decide(caller, id, new DissolvePair(new PlanId(id), one, other, caller.self()));
    }

    private void decide(Caller caller, UUID id, PlanCommand command) {
        commands.once(() -> {
            plans.seen(caller, id);
            commands.send(command);
        });
    }

    private static Set<OrgUnitId> units(Plan plan) {
        return plan.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet());
    }
}
