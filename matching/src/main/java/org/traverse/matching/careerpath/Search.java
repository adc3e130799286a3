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

    private static final Weight NEVER = new Weight(Long.MAX_VALUE / 2, 0);

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
        remaining = remaining();
    }

    static Found best(Steps steps, RoleGraph graph, int target, int enough) {
        return new Search(steps, graph, target, enough).run();
    }

    /** By the number of steps that are left, and by role; null where the target is too far. */
    private Weight[][] remaining() {
        int roles = graph.roles.size();
        var least = new Weight[graph.assumptions.changes()][roles];
        var leading = new Weight[roles][];
        for (int left = 0; left < least.length; left++) {
            least[left][target] = Weight.NONE;
            for (int from = 0; left > 0 && from < roles; from++) {
                if (from != target) {
                    leading[from] = leading[from] == null ? new Weight[steps.next(from).length] : leading[from];
                    least[left][from] = least(from, leading[from], least[left - 1]);
                }
            }
        }
        return least;
    }

    /** @param leading the steps from there, filled in as they are needed */
    private Weight least(int from, Weight[] leading, Weight[] after) {
        int[] next = steps.next(from);
        Weight least = null;
        for (int i = 0; i < next.length; i++) {
            if (after[next[i]] != null) {
                leading[i] = leading[i] == null ? orNever(steps.weight(from, next[i])) : leading[i];
                var weight = leading[i].plus(after[next[i]]);
                least = leading[i] == NEVER || least != null && weight.compareTo(least) >= 0 ? least : weight;
            }
        }
        return least;
    }

    private static Weight orNever(Weight weight) {
        return weight == null ? NEVER : weight;
    }

    private Found run() {
        goOn(new Way(null, Steps.START, 0, Weight.NONE, Weight.NONE, begun++));
        while (!open.isEmpty()
                && begun < WAYS_AT_MOST
                && mayBeAmongTheBest(open.peek().inAll())) {
            var way = open.remove();
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
        if (left < 0) {
            return;
        }
        for (int role : steps.next(way.role())) {
            if (remaining[left][role] != null && !way.leadsOver(role) && !isPointless(way, role)) {
                var step = steps.weight(way.role(), role);
                if (step != null) {
                    var spent = way.spent().plus(step);
                    var inAll = spent.plus(remaining[left][role]);
                    open.add(new Way(way, role, way.length() + 1, spent, inAll, begun++));
                }
            }
        }
    }

    /** Has the last stop taught nothing of what the next role asks for, and could one have gone there without it? */
    private boolean isPointless(Way way, int next) {
        if (way.length() == 0) {
            return false;
        }
        int before = way.before().role();
        return steps.teachesNothing(before, way.role(), next)
                && Arrays.binarySearch(steps.next(before), next) >= 0
                && steps.plausible(before, next) != null;
    }
}
