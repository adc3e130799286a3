package org.traverse.matching.careerpath;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.Requirement;

/** A role, and the skills it is known to ask for: at least one, for of a role that asks for nothing nothing is known. */
public record RoleProfile(UUID id, List<Requirement> requirements) {
    public RoleProfile {
        Checked.present("id of a role", id);
        requirements = List.copyOf(Checked.present("requirements of role " + id, requirements));
        if (requirements.isEmpty()) {
            throw new IllegalArgumentException("role " + id + " has no requirements");
        }
        var skills = new HashSet<UUID>();
        for (var requirement : requirements) {
            if (!skills.add(requirement.skill())) {
                throw new IllegalArgumentException("skill " + requirement.skill() + " is required twice by role " + id);
            }
        }
    }
}
