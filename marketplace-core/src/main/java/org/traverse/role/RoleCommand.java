package org.traverse.role;

import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.skill.Requirement;
import org.traverse.skill.Source;

/** Everything one can ask of a role profile. */
public sealed interface RoleCommand {
    /**
     * Defines a role, or revises it when something has changed; asking twice changes nothing.
     *
     * @param requirements empty when none are known; such a role is never matched
     */
    record DefineRole(
            @TargetAggregateIdentifier RoleId id,
            String title,
            String description,
            String family,
            List<Requirement> requirements,
            Optional<Source> source)
            implements RoleCommand {
        public DefineRole {
            title = Bounds.text("title", title, 200);
            description = Bounds.textOrEmpty("description", description, 4000);
            family = Bounds.textOrEmpty("family", family, 200);
            requirements = Requirement.distinct(Bounds.list("requirements", requirements, 1000));
        }
    }
}
