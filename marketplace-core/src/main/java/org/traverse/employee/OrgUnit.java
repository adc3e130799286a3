package org.traverse.employee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.employee.OrgUnitCommand.AppointLead;
import org.traverse.employee.OrgUnitCommand.AssignHrbp;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;

/** A department or team, who leads it, and which HR business partner is responsible. */
@Aggregate
class OrgUnit {
    @AggregateIdentifier
    private OrgUnitId id;

    private OrgUnitEstablished established;
    private EmployeeId lead;
    private EmployeeId hrbp;

    OrgUnit() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EstablishOrgUnit c) {
        var asked = new OrgUnitEstablished(c.id(), c.name(), c.parent());
        if (established == null) {
            apply(asked);
        } else if (!asked.equals(established)) {
            throw new RuleViolated("another org unit was established under this id");
        }
    }

    @CommandHandler
    void handle(AppointLead c) {
        if (!c.lead().equals(lead)) {
            apply(new LeadAppointed(id, c.lead()));
        }
    }

    @CommandHandler
    void handle(AssignHrbp c) {
        if (!c.hrbp().equals(hrbp)) {
            apply(new HrbpAssigned(id, c.hrbp()));
        }
    }

    @EventSourcingHandler
    void on(OrgUnitEstablished event) {
        id = event.id();
        established = event;
    }

    @EventSourcingHandler
    void on(LeadAppointed event) {
        lead = event.lead();
    }

    @EventSourcingHandler
    void on(HrbpAssigned event) {
        hrbp = event.hrbp();
    }
}
