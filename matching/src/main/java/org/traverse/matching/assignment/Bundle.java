package org.traverse.matching.assignment;

import java.util.Arrays;

/**
 * The places that one person would best take of those on offer: a knapsack with a size in each week, by depth-first
 * search. A branch ends where Dantzig's bound, taken for the places that begin in the same week, leaves nothing to win.
 */
final class Bundle {

    private static final double NOTHING = 1e-9;

    private final Market market;
    private final Shortlist list;
    private final int[] from; // of a choice
    private final int[] until;
    private final int[] work;
    private final int[] left;
    private int person;
    private int held;
    private int[] item = new int[64]; // choices on offer: those that begin first, and of these the best by the hour
    private double[] gain = new double[64]; // beside the cost of a first place
    private int items;
    private int[] picked = new int[65];
    private int depth;
    private int[] best = new int[65];
    private int size;
    private double most;
    private int nodes;
    private int mostNodes;

    Bundle(Shortlist list) {
        this.list = list;
        market = list.market();
        from = new int[list.person.length];
        until = new int[list.person.length];
        work = new int[list.person.length];
        for (var number = 0; number < market.places.size(); number++) {
            var place = market.places.get(number);
            for (var choice = list.first[number]; choice < list.first[number + 1]; choice++) {
                from[choice] = place.from();
                until[choice] = place.until();
                work[choice] = place.work();
            }
        }
        left = new int[market.weeks];
    }

    void of(int somebody) {
        person = somebody;
        held = market.held[person];
        items = 0;
        System.arraycopy(market.capacity, person * market.weeks, left, 0, market.weeks);
    }

    /** @param points what it earns beside the cost of spreading; nothing that earns nothing is ever taken */
    void offer(int choice, double points) {
        var net = points - market.costOfOneMore(held);
        if (net <= 0) {
            return;
        }
        if (items == item.length) {
            item = Arrays.copyOf(item, 2 * items);
            gain = Arrays.copyOf(gain, 2 * items);
            picked = new int[2 * items + 1];
            best = new int[2 * items + 1];
        }
        var at = items++;
        while (at > 0 && isBefore(choice, net, item[at - 1], gain[at - 1])) {
            gain[at] = gain[at - 1];
            item[at] = item[at - 1];
            at--;
        }
        gain[at] = net;
        item[at] = choice;
    }

    /** What the best bundle earns, the cost of spreading taken off; the best that so many looks find. */
    double solve(int looks) {
        mostNodes = looks;
        most = 0;
        size = 0;
        depth = 0;
        nodes = 0;
        visit(0, 0);
        return most;
    }

    int size() {
        return size;
    }

    int choice(int index) {
        return best[index];
    }

    private boolean isBefore(int choice, double points, int other, double otherPoints) {
        return from[choice] < from[other]
                || from[choice] == from[other] && points * list.hours[other] > otherPoints * list.hours[choice];
    }

    private void visit(int next, double sum) {
        if (sum > most + NOTHING) {
            most = sum;
            size = depth;
            System.arraycopy(picked, 0, best, 0, depth);
        }
        for (var at = next; at < items; at++) {
            if (++nodes > mostNodes || sum + bound(at) <= most + NOTHING) {
                return;
            }
            var choice = item[at];
            var more = gain[at] - 2d * market.spread * depth;
            if (fits(choice)) {
                take(choice, -1);
                picked[depth++] = choice;
                visit(at + 1, sum + more);
                depth--;
                take(choice, 1);
            }
        }
    }

    private double bound(int next) {
        var sum = 0d;
        var at = next;
        while (at < items) {
            var week = from[item[at]];
            var rest = left[week];
            for (; at < items && from[item[at]] == week; at++) {
                var hours = list.hours[item[at]];
                if (hours <= rest) {
                    sum += gain[at];
                    rest -= hours;
                } else if (rest > 0) {
                    sum += gain[at] * rest / hours;
                    rest = 0;
                }
            }
        }
        return sum;
    }

    private boolean fits(int choice) {
        for (var week = from[choice]; week < until[choice]; week++) {
            if (left[week] < list.hours[choice]) {
                return false;
            }
        }
        if (work[choice] >= 0) {
            for (var index = 0; index < depth; index++) {
                if (work[picked[index]] == work[choice]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void take(int choice, int sign) {
        for (var week = from[choice]; week < until[choice]; week++) {
            left[week] += sign * list.hours[choice];
        }
    }
}
