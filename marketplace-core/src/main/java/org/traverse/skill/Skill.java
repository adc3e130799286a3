package org.traverse.skill;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.traverse.RuleViolated;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillEvent.SkillDefined;
import org.traverse.skill.SkillEvent.SkillRevised;

/** One concept, which may be renamed but always stays the one its source speaks of. */
@Aggregate
class Skill {
    @AggregateIdentifier
    private SkillId id;

    private String name;
    private SkillKind kind;
    private Optional<Source> source;

    Skill() {} // Axon replays events onto an empty instance

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DefineSkill c) {
        if (id == null) {
            apply(new SkillDefined(c.id(), c.name(), c.kind(), c.source()));
            return;
        }
        if (!c.source().equals(source)) {
            throw new RuleViolated("this skill was taken from elsewhere");
        }
        if (!c.name().equals(name) || c.kind() != kind) {
            apply(new SkillRevised(id, c.name(), c.kind()));
        }
    }

    @EventSourcingHandler
    void on(SkillDefined event) {
        id = event.id();
        name = event.name();
        kind = event.kind();
        source = event.source();
    }

    @EventSourcingHandler
    void on(SkillRevised event) {
        name = event.name();
        kind = event.kind();
    }
}
