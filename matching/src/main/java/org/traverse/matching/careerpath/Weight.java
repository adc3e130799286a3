package org.traverse.matching.careerpath;

/** What is to be small, and what is to be small where that is the same. */
record Weight(long first, long then) implements Comparable<Weight> {
    static final Weight NONE = new Weight(0, 0);

    Weight plus(Weight other) {
        return new Weight(first + other.first, then + other.then);
    }

    @Override
    public int compareTo(Weight other) {
        int byFirst = Long.compare(first, other.first);
        return byFirst != 0 ? byFirst : Long.compare(then, other.then);
    }
}
