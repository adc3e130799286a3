package org.traverse.matching.careerpath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The best paths without a circle and without a pointless stop, the best first: of equal ones that with fewer steps, then
 * by the ids of their roles.
 *
 * <p>What is least to come, from each role and in each number of steps, is found backwards from the target, step by step
 * (Bellman, "On a Routing Problem", Quarterly of Applied Mathematics 16, 1958). With that as its estimate, A* takes up
 * paths in the order of the best they can become (Hart, Nilsson and Raphael, "A Formal Basis for the Heuristic
 * Determination of Minimum Cost Paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968), so that the first
 * to arrive are the best; it goes on until there are enough. Yen's algorithm (Management Science 17, 1971) would avoid
 * circles too, but not pointless stops.
 */
final class Search {
    /** Some hundred milliseconds; a thousandth of it is usually enough. */
    private static final int WAYS_AT_MOST = 200_000;

    private static final Weight NEVER = new Weight(Long.MAX_VALUE, 0);

    /** @param areBest whether it is proven that nothing is better, and that there is no other if they are too few */
    record Found(List<int[]> paths, boolean areBest) {}

    /** As far as a role, in so many steps; and the least that all of it takes to the target. */
    private record Way(Way before, int role, int length, Weight spent, Weight inAll, int number) {
        boolean leadsOver(int other) {
            for (var way = this; way != null; way = way.before) {
                if (way.role == other) {
                    return true;
                }
            }
            return false;
        }

        int[] roles() {
            int[] roles = new int[length];
            for (var way = this; way.length > 0; way = way.before) {
                roles[way.length - 1] = way.role;
            }
            return roles;
        }
    }

    private final Steps steps;
    private final RoleGraph graph;
    private final int target;
    private final int enough;
    private final Weight[][] weights;
    private final Weight[][] remaining;
    private final PriorityQueue<Way> open =
            new PriorityQueue<>(Comparator.comparing(Way::inAll).thenComparing(Way::number));
    private final List<Way> arrived = new ArrayList<>();
    private int begun;

    private Search(Steps steps, RoleGraph graph, int target, int enough) {
        this.steps = steps;
        this.graph = graph;
        this.target = target;
        this.enough = enough;
        weights = new Weight[graph.roles.size() + 1][];
        remaining = remaining();
    }

    static Found best(Steps steps, RoleGraph graph, int target, int enough) {
        return new Search(steps, graph, target, enough).run();
    }

    /** By the number of steps that are left, and by role; null where the target is too far. */
    private Weight[][] remaining() {
        var least = new Weight[graph.assumptions.changes()][graph.roles.size()];
        for (int left = 0; left < least.length; left++) {
            least[left][target] = Weight.NONE;
            for (int from = 0; left > 0 && from < graph.roles.size(); from++) {
                if (from != target) {
                    least[left][from] = least(from, least[left - 1]);
                }
            }
        }
        return least;
    }

    private Weight least(int from, Weight[] after) {
        int[] next = steps.next(from);
        Weight least = null;
        for (int i = 0; i < next.length; i++) {
            if (after[next[i]] != null && step(from, i) != NEVER) {
                var weight = step(from, i).plus(after[next[i]]);
                least = least == null || weight.compareTo(least) < 0 ? weight : least;
            }
        }
        return least;
    }

    /** What the i-th step from there takes, judged once and only if it is asked for. */
    private Weight step(int from, int i) {
        int row = from == Steps.START ? graph.roles.size() : from;
        if (weights[row] == null) {
            weights[row] = new Weight[steps.next(from).length];
        }
        if (weights[row][i] == null) {
            var weight = steps.weight(from, steps.next(from)[i]);
            weights[row][i] = weight == null ? NEVER : weight;
        }
        return weights[row][i];
    }

    private Found run() {
        goOn(new Way(null, Steps.START, 0, Weight.NONE, Weight.NONE, begun++));
        while (!open.isEmpty()
                && begun < WAYS_AT_MOST
                && mayBeAmongTheBest(open.peek().inAll())) {
            var way = open.remove();
            if (isPointless(way)) {
                continue;
            }
            if (way.role() == target) {
                arrived.add(way);
            } else {
                goOn(way);
            }
        }
        return new Found(
                arrived.stream()
                        .sorted(Comparator.comparing(Way::inAll)
                                .thenComparing(Way::length)
                                .thenComparing(Way::roles, Arrays::compare))
                        .limit(enough)
                        .map(Way::roles)
                        .toList(),
                begun < WAYS_AT_MOST);
    }

    private boolean mayBeAmongTheBest(Weight weight) {
        return arrived.size() < enough
                || weight.compareTo(arrived.get(enough - 1).inAll()) <= 0;
    }

    private void goOn(Way way) {
        int left = graph.assumptions.changes() - way.length() - 1;
        int[] next = left < 0 ? new int[0] : steps.next(way.role());
        for (int i = 0; i < next.length; i++) {
            var after = remaining[left][next[i]];
            if (after != null && step(way.role(), i) != NEVER && !way.leadsOver(next[i])) {
                var spent = way.spent().plus(step(way.role(), i));
                open.add(new Way(way, next[i], way.length() + 1, spent, spent.plus(after), begun++));
            }
        }
    }

    /** Has the last stop taught nothing of what the role after it asks for, and could one have gone there without it? */
    private boolean isPointless(Way way) {
        if (way.length() < 2) {
            return false;
        }
        int before = way.before().before().role();
        return steps.teachesNothing(before, way.before().role(), way.role())
                && Arrays.binarySearch(steps.next(before), way.role()) >= 0
                && steps.plausible(before, way.role()) != null;
    }
}
