package org.traverse.matching.learningplan;

/**
 * The steps after which the best found so far is good enough. Counted rather than timed, so that the same question has
 * the same answer on every machine.
 */
final class Effort {
    private long left;

    Effort(long steps) {
        left = steps;
    }

    void spend(long steps) {
        left -= steps;
    }

    boolean isSpent() {
        return left < 0;
    }
}
