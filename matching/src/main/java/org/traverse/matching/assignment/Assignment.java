package org.traverse.matching.assignment;

/**
 * A plan: for each place the number of the choice that takes it, or {@link Place#NONE}; the priorities of the places that
 * are filled, and their fits less what spreading costs.
 */
public record Assignment(int[] choices, long filled, long fit) {

    boolean isBetterThan(Assignment other) {
        return filled > other.filled || filled == other.filled && fit > other.fit;
    }
}
