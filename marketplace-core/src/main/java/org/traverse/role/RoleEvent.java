package org.traverse.role;

import java.util.List;
import java.util.Optional;
import org.traverse.EventName;
import org.traverse.skill.Requirement;
import org.traverse.skill.Source;

/** The life of a role profile. Stored for ever: add, never edit. */
public sealed interface RoleEvent {
    RoleId id();

    @EventName("role.defined")
    record RoleDefined(
            RoleId id,
            String title,
            String description,
            String family,
            List<Requirement> requirements,
            Optional<Source> source)
            implements RoleEvent {}

    @EventName("role.revised")
    record RoleRevised(RoleId id, String title, String description, String family, List<Requirement> requirements)
            implements RoleEvent {}
}
