package org.traverse.skill;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well somebody does something: 1 to 5, named after the stages of Dreyfus and Dreyfus (1980). */
public record Proficiency(@JsonValue int level) implements Comparable<Proficiency> {
    public Proficiency {
        if (level < 1 || level > 5) {
            throw new IllegalArgumentException("a level is 1 to 5, not " + level);
        }
    }

    public static Proficiency of(int level) {
        return new Proficiency(level);
    }

    /** The stage in words. */
    public String stage() {
        return switch (level) {
            case 1 -> "Novice";
            case 2 -> "Advanced beginner";
            case 3 -> "Competent";
            case 4 -> "Proficient";
            default -> "Expert";
        };
    }

    @Override
    public int compareTo(Proficiency other) {
        return Integer.compare(level, other.level);
    }
}
