package org.traverse.matching.learningplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** All items that come before each item, and all that come later, not only the next. */
final class Order {
    private final int[][] before;
    private final int[][] later;

    Order(int[][] after) {
        before = allFrom(after);
        later = allFrom(turned(after));
    }

    private static int[][] turned(int[][] edges) {
        List<List<Integer>> turned = new ArrayList<>();
        for (int item = 0; item < edges.length; item++) {
            turned.add(new ArrayList<>());
        }
        for (int item = 0; item < edges.length; item++) {
            for (int needed : edges[item]) {
                turned.get(needed).add(item);
            }
        }
        return turned.stream()
                .map(items -> items.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static int[][] allFrom(int[][] edges) {
        int[][] all = new int[edges.length][];
        for (int item = 0; item < edges.length; item++) {
            all[item] = edges[item].length == 0 ? edges[item] : reachable(edges, item);
        }
        return all;
    }

    private static int[] reachable(int[][] edges, int from) {
        var reached = new TreeSet<Integer>();
        var open = new ArrayDeque<Integer>(List.of(from));
        while (!open.isEmpty()) {
            for (int next : edges[open.remove()]) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] before(int item) {
        return before[item];
    }

    int[] later(int item) {
        return later[item];
    }
}
