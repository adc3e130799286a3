package org.traverse.matching.recommendation;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Where one thing, such as a skill, occurs: positions in an index, and beside each, as a number, how it occurs there. */
final class Postings {

    static final Postings NONE = new Postings();

    private int[] positions = new int[4];
    private int[] how = new int[4];
    private int size;

    void add(int position, int howThere) {
        if (size == positions.length) {
            resize(2 * size);
        }
        positions[size] = position;
        how[size++] = howThere;
    }

    void trim() {
        resize(size);
    }

    /** Adds to the credit at each position what it is worth there. */
    void addTo(long[] credits, IntToLongFunction worth) {
        for (var next = 0; next < size; next++) {
            credits[positions[next]] += worth.applyAsLong(how[next]);
        }
    }

    /** Sets these bits of the credit at each position. */
    void mark(long[] credits, long bits) {
        for (var next = 0; next < size; next++) {
            credits[positions[next]] |= bits;
        }
    }

    private void resize(int length) {
        positions = Arrays.copyOf(positions, length);
        how = Arrays.copyOf(how, length);
    }
}
