package org.traverse.matching.learningplan;

import java.util.Map;
import java.util.UUID;

/** Something one can learn from: the level of 1-5 it leads to in each skill it gives, and the hours it takes in all. */
public record LearningItem(UUID id, Map<UUID, Integer> gives, int hours) {

    public LearningItem {
        if (id == null) {
            throw new IllegalArgumentException("id is missing");
        }
        if (gives == null) {
            throw new IllegalArgumentException("gives is missing");
        }
        gives = Map.copyOf(gives);
        gives.forEach((skill, level) -> {
            if (level < 1 || level > 5) {
                throw new IllegalArgumentException(
                        "level of skill " + skill + " is " + level + ", but must be between 1 and 5");
            }
        });
        if (hours < 0) {
            throw new IllegalArgumentException("hours is " + hours + ", but must not be negative");
        }
    }
}
