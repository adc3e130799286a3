package org.traverse.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same purpose always draws the same, whatever else is drawn. */
final class Draw {
    private static final long SEED = 20_260_101;

    private final SplittableRandom random;

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    static Draw of(String purpose) {
        return new Draw(new SplittableRandom(SEED * 31 + purpose.hashCode()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From first to last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One of the values; a value drawn twice as often stands there twice. */
    int one(int... of) {
        return of[random.nextInt(of.length)];
    }

    <T> List<T> some(int count, List<T> of) {
        return shuffled(of).subList(0, Math.min(count, of.size()));
    }

    <T> List<T> shuffled(List<T> of) {
        var shuffled = new ArrayList<>(of);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            shuffled.set(i, shuffled.set(j, shuffled.get(i)));
        }
        return shuffled;
    }
}
