package org.traverse.matching.careerpath;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * Who wants to get somewhere.
 *
 * @param skills the level, 1-5, of each skill they have
 * @param role the one they have now, if it is known: no path leads through it
 * @param studyHours per ISO week, 1-40, beside the job
 */
public record Traveller(Map<UUID, Integer> skills, Optional<UUID> role, int studyHours) {
    public Traveller {
        skills = Map.copyOf(Checked.present("skills", skills));
        skills.forEach((skill, level) -> Checked.between("level of skill " + skill, level, 1, 5));
        Checked.present("role", role);
        Checked.between("study hours per week", studyHours, 1, 40);
    }
}
