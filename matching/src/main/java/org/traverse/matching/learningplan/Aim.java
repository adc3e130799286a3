package org.traverse.matching.learningplan;

import java.util.UUID;

/**
 * A skill to get better at: the level one has (0: none) and the level one wants, 1-5.
 *
 * @param weight what each missing level is worth beside those of other skills, 1-1000
 */
public record Aim(UUID skill, int have, int want, int weight) {

    public Aim {
        if (skill == null) {
            throw new IllegalArgumentException("skill is missing");
        }
        between("level of skill " + skill, have, 0, 5);
        between("wanted level of skill " + skill, want, 1, 5);
        between("weight of skill " + skill, weight, 1, 1000);
    }

    private static void between(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be between " + lowest + " and " + highest);
        }
    }
}
