package org.traverse.employee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.traverse.Time.now;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeCommand.ConfirmErasure;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeEvent.EmployeeErased;
import org.traverse.employee.EmployeeEvent.EmployeeForgotten;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;

/** Somebody who was hired, and the account they sign in with. */
@Aggregate
class Employee {
    @AggregateIdentifier
    private EmployeeId id;

    private EmployeeHired hired;
    private Identity identity;
    private boolean erased;
    private boolean forgotten;

    Employee() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HireEmployee c) {
        var asked = new EmployeeHired(
                c.id(), c.name(), c.email(), c.jobTitle(), c.role(), c.orgUnit(), c.manager(), c.hiredOn());
        refuseIfErased();
        if (hired == null) {
            apply(asked);
        } else if (!asked.equals(hired)) {
            throw new RuleViolated("somebody was hired under this id already, in other words");
        }
    }

    @CommandHandler
    void handle(LinkIdentity c) {
        refuseIfErased();
        if (!c.identity().equals(identity)) {
            apply(new IdentityLinked(id, c.identity()));
        }
    }

    private void refuseIfErased() {
        if (erased) {
            throw new RuleViolated("this person was erased");
        }
    }

    @CommandHandler
    void handle(EraseEmployee c, Clock clock) {
        if (!erased) {
            apply(new EmployeeErased(id, now(clock)));
        }
    }

    @CommandHandler
    void handle(ConfirmErasure c, Clock clock) {
        if (!erased) {
            throw new RuleViolated("this person was not erased");
        }
        if (!forgotten) {
            apply(new EmployeeForgotten(id, now(clock)));
        }
    }

    @EventSourcingHandler
    void on(EmployeeHired event) {
        id = event.id();
        hired = event;
    }

    @EventSourcingHandler
    void on(IdentityLinked event) {
        identity = event.identity();
    }

    @EventSourcingHandler
    void on(EmployeeErased event) {
        erased = true;
    }

    @EventSourcingHandler
    void on(EmployeeForgotten event) {
        forgotten = true;
    }
}
