package org.traverse.matching.fit;

/** One reason for a score: the points it gives out of the most it can give, and why, in a sentence for people. */
public record Part(String name, int points, int max, String because) {

    public Part {
        if (points < 0 || points > max) {
            throw new IllegalArgumentException(name + " has " + points + " points, but must have 0 to " + max);
        }
    }
}
