package org.traverse.matching.learningplan;

import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * A skill to get better at: the level one has (0: none) and the level one wants, 1-5.
 *
 * @param weight what each missing level is worth beside those of other skills, 1-1000
 */
public record Aim(UUID skill, int have, int want, int weight) {

    public Aim {
        Checked.present("skill", skill);
        Checked.between("level of skill " + skill, have, 0, 5);
        Checked.between("wanted level of skill " + skill, want, 1, 5);
        Checked.between("weight of skill " + skill, weight, 1, 1000);
    }
}
