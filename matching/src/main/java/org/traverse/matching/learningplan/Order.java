package org.traverse.matching.learningplan;

import java.util.ArrayDeque;
import java.util.BitSet;

/** All items that come before each item, and all that come later, not only the next. */
final class Order {
    private final int[][] before;
    private final int[][] later;

    Order(int[][] after) {
        int items = after.length;
        BitSet[] all = new BitSet[items];
        BitSet[] dependents = new BitSet[items];
        for (int item = 0; item < items; item++) {
            dependents[item] = new BitSet();
        }
        for (int item = 0; item < items; item++) {
            all[item] = reachable(after, item);
            int from = item;
            all[item].stream().forEach(needed -> dependents[needed].set(from));
        }
        before = lists(all);
        later = lists(dependents);
    }

    private static BitSet reachable(int[][] after, int from) {
        var reached = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.add(from);
        while (!open.isEmpty()) {
            for (int needed : after[open.remove()]) {
                if (!reached.get(needed)) {
                    reached.set(needed);
                    open.add(needed);
                }
            }
        }
        return reached;
    }

    private static int[][] lists(BitSet[] sets) {
        int[][] lists = new int[sets.length][];
        for (int item = 0; item < sets.length; item++) {
            lists[item] = sets[item].stream().toArray();
        }
        return lists;
    }

    int[] before(int item) {
        return before[item];
    }

    int[] later(int item) {
        return later[item];
    }
}
