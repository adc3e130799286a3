package org.traverse.matching.recommendation;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Where one skill occurs: positions in an index, and beside each, as a number, how it occurs there. */
final class Postings {

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

    /** Adds to the credit at each position what the skill is worth there. */
    void addTo(long[] credits, IntToLongFunction worth) {
        for (var next = 0; next < size; next++) {
            credits[positions[next]] += worth.applyAsLong(how[next]);
        }
    }

    private void resize(int length) {
        positions = Arrays.copyOf(positions, length);
        how = Arrays.copyOf(how, length);
    }
}
