package org.traverse.matching.recommendation;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.traverse.matching.fit.Fit;

/**
 * The best few of many positions, in the order of {@link Fit#bestFirst} where positions are in the order of ids. Those that
 * could stand highest are looked at first, and none any more once nobody left could come among the best.
 */
final class Best {

    private Best() {}

    static List<Recommended> of(int count, int[] ceilings, IntPredicate wanted, IntFunction<Recommended> look) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", but must be at least 1");
        }
        var best = new TreeMap<Long, Recommended>();
        for (var position : highestFirst(ceilings)) {
            if (best.size() == count && best.firstKey() > rank(ceilings[position], position)) {
                break;
            }
            if (!wanted.test(position)) {
                continue;
            }
            var seen = look.apply(position);
            best.put(rank(seen.fit().standing(), position), seen);
            if (best.size() > count) {
                best.pollFirstEntry();
            }
        }
        return List.copyOf(best.descendingMap().values());
    }

    /** Higher is better: no two positions have the same. */
    private static long rank(int standing, int position) {
        return ((long) standing << Integer.SIZE) - position;
    }

    /** A counting sort, which keeps positions that could stand equally high in their order. */
    private static int[] highestFirst(int[] ceilings) {
        var next = new int[Fit.HIGHEST_STANDING + 2];
        for (var ceiling : ceilings) {
            next[Fit.HIGHEST_STANDING - ceiling + 1]++;
        }
        for (var place = 1; place < next.length; place++) {
            next[place] += next[place - 1];
        }
        var sorted = new int[ceilings.length];
        for (var position = 0; position < ceilings.length; position++) {
            sorted[next[Fit.HIGHEST_STANDING - ceilings[position]]++] = position;
        }
        return sorted;
    }
}
