package org.traverse.skill;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;

/** Everything one can ask of a skill. */
public sealed interface SkillCommand {
    /** Defines a skill, or revises it when its name or kind has changed; asking twice changes nothing. */
    record DefineSkill(@TargetAggregateIdentifier SkillId id, String name, SkillKind kind, Optional<Source> source)
            implements SkillCommand {
        public DefineSkill {
            name = Bounds.text("name", name, 200);
        }
    }
}
