package org.traverse.matching.assignment;

/**
 * Chance that is the same on every machine and Java: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, 2014), and logarithms from a table made with StrictMath.
 */
final class Dice {

    private static final double[] PATIENCE = patience();
    private long state;

    Dice(long seed) {
        state = seed;
    }

    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Like {@link #below}, small numbers more often: the square of an even chance. */
    int lowBelow(int bound) {
        var even = (next() >>> 11) * 0x1.0p-53;
        return (int) (bound * even * even);
    }

    boolean oneIn(int bound) {
        return below(bound) == 0;
    }

    /** How much worse something may be to be taken all the same, 1 on average (the rule of Metropolis). */
    double patienceOfOne() {
        return PATIENCE[below(PATIENCE.length)];
    }

    /** 0 on average, and seldom more than 1. */
    double errorOfOne() {
        return patienceOfOne() - 1;
    }

    private long next() {
        var mixed = state += 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static double[] patience() {
        var table = new double[4096];
        for (var index = 0; index < table.length; index++) {
            table[index] = -StrictMath.log((index + 0.5) / table.length);
        }
        return table;
    }
}
