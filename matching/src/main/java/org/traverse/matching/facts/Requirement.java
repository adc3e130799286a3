package org.traverse.matching.facts;

import java.util.UUID;

/** A skill that work asks for at a level of 1-5, or at any level (0); without a must it is only desirable. */
public record Requirement(UUID skill, int level, boolean must) {

    public Requirement {
        Checked.present("skill", skill);
        Checked.between("level", level, 0, 5);
    }

    public boolean isMetBy(int have) {
        return have >= Math.max(1, level);
    }
}
