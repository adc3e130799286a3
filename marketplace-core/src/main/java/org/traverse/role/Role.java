package org.traverse.role;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleEvent.RoleDefined;
import org.traverse.role.RoleEvent.RoleRevised;
import org.traverse.skill.Source;

/** What a job asks for, which may be revised but always stays the one its source speaks of. */
@Aggregate
class Role {
    @AggregateIdentifier
    private RoleId id;

    private Optional<Source> source;
    private RoleRevised current;

    Role() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DefineRole c) {
        if (id == null) {
            apply(new RoleDefined(c.id(), c.title(), c.description(), c.family(), c.requirements(), c.source()));
            return;
        }
        if (!c.source().equals(source)) {
            throw new RuleViolated("this role was taken from elsewhere");
        }
        var asked = new RoleRevised(id, c.title(), c.description(), c.family(), c.requirements());
        if (!asked.equals(current)) {
            apply(asked);
        }
    }

    @EventSourcingHandler
    void on(RoleDefined event) {
        id = event.id();
        source = event.source();
        current = new RoleRevised(id, event.title(), event.description(), event.family(), event.requirements());
    }

    @EventSourcingHandler
    void on(RoleRevised event) {
        current = event;
    }
}
