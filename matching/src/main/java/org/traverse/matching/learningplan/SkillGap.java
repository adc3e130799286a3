package org.traverse.matching.learningplan;

import java.util.List;
import java.util.UUID;

/**
 * A required skill, the level a person has (0: none) and the level asked for (0: any), and the learning that leads
 * higher than today, best first; none when the requirement is met or nothing in the catalogue helps.
 */
public record SkillGap(UUID skill, int have, int need, List<UUID> learning) {

    public SkillGap {
        learning = List.copyOf(learning);
    }

    /** How many levels are missing. */
    public int size() {
        return Math.max(0, Math.max(1, need) - have);
    }

    public boolean isClosed() {
        return size() == 0;
    }
}
