package org.traverse.matching.learningplan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.traverse.matching.learningplan.Bound.Prices;

/**
 * The choice that is worth most: branch and bound, where items whose price decides about them are decided without
 * branching. The same choice always takes the same steps.
 */
final class BestSet {
    private static final int STEPS_FIRST = 400;
    private static final int STEPS_LATER = 30;

    /** @param bound what no choice can be worth more than; the worth itself, if that is proven */
    record Found(boolean[] chosen, long worth, long bound) {}

    private final Choice choice;
    private final Order order;
    private final Predicate<boolean[]> canBeDone;
    private final Bound bound;
    private final Effort effort;
    private boolean[] best;
    private long bestWorth;
    private double unexplored;

    private BestSet(Choice choice, Order order, Predicate<boolean[]> canBeDone, Effort effort) {
        this.choice = choice;
        this.canBeDone = canBeDone;
        this.order = order;
        bound = new Bound(choice);
        this.effort = effort;
        best = new boolean[choice.items()];
    }

    /**
     * @param canBeDone of what cannot be done, nothing with more items can be done either
     * @param effort a step of it for each price of an item or an element that is looked at
     */
    static Found of(Choice choice, Order order, Predicate<boolean[]> canBeDone, Effort effort) {
        var search = new BestSet(choice, order, canBeDone, effort);
        var open = new Decided(choice, order);
        var prices = new Prices(choice);
        double above = search.bound.improve(open, prices, 0, STEPS_LATER);
        search.complete(open); // the better the best, the straighter the way of the prices
        search.explore(open, prices, above, STEPS_FIRST);
        long most = Math.max(search.bestWorth, Bound.whole(search.unexplored));
        return new Found(search.best, search.bestWorth, most);
    }

    /** @param above a bound that holds already */
    private void explore(Decided decided, Prices prices, double above, int steps) {
        double highest = above;
        Progress progress;
        do {
            if (effort.isSpent()) {
                unexplored = Math.max(unexplored, highest);
                return;
            }
            if (!canBeDone.test(decided.chosen())) {
                return;
            }
            effort.spend((long) steps * (choice.items() + choice.weights().length));
            highest = Math.min(highest, bound.improve(decided, prices, bestWorth, steps));
            if (Bound.isNoHigher(highest, bestWorth)) {
                return;
            }
            complete(decided);
            if (Bound.isNoHigher(highest, bestWorth)) {
                return;
            }
            steps = STEPS_LATER;
            progress = decideByPrice(decided);
            if (progress == Progress.CONTRADICTION) {
                return;
            }
        } while (progress == Progress.SOME);
        int item = mostDoubtful(decided);
        if (item < 0) {
            return; // completed above
        }
        boolean first = bound.share[item] >= 0.5;
        branch(decided, prices, highest, item, first);
        branch(decided, prices, highest, item, !first);
    }

    private void branch(Decided decided, Prices prices, double above, int item, boolean in) {
        var next = decided.copy();
        if (in ? next.putIn(item) : next.leaveOut(item)) {
            var copy = new Prices(choice);
            copy.setTo(prices);
            explore(next, copy, above, STEPS_LATER);
        }
    }

    private enum Progress {
        NONE,
        SOME,
        CONTRADICTION
    }

    /** An item is in, or out, if the other way round not even the bound is better than the best. */
    private Progress decideByPrice(Decided decided) {
        double slack = bound.lowest - bestWorth - 1 + Bound.tolerance(bound.lowest);
        double[] profit = bound.profit;
        var progress = Progress.NONE;
        for (int item = 0; item < choice.items(); item++) {
            if (!decided.isOpen(item)) {
                continue;
            }
            boolean in = profit[item] > slack;
            boolean out = !decided.canPay(item) || -profit[item] > slack;
            if (in && out || in && !decided.putIn(item) || !in && out && !decided.leaveOut(item)) {
                return Progress.CONTRADICTION;
            }
            if (in || out) {
                progress = Progress.SOME;
            }
        }
        return progress;
    }

    private int mostDoubtful(Decided decided) {
        long mostHours = choice.budgets().atMost()[Budgets.HOURS];
        int doubtful = -1;
        double most = -1;
        for (int item = 0; item < choice.items(); item++) {
            if (decided.isOpen(item)) {
                double doubt = 0.5 - Math.abs(bound.share[item] - 0.5) + 1e-3 * choice.hours()[item] / mostHours;
                if (doubt > most) {
                    most = doubt;
                    doubtful = item;
                }
            }
        }
        return doubtful;
    }

    /** Adds what is worth it, the most promising first, and remembers the outcome if it is the best so far. */
    private void complete(Decided decided) {
        var full = decided.copy();
        int[] promising = IntStream.range(0, choice.items())
                .filter(decided::isOpen)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -bound.share[item])
                        .thenComparing(item -> -bound.profit[item])
                        .thenComparing(item -> choice.cost()[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int item : promising) {
            if (effort.isSpent()) {
                break;
            }
            if (full.isOpen(item) && full.gain(item) > 0 && canBeDoneWith(full, item)) {
                full.putIn(item);
            }
        }
        boolean[] chosen = withoutTheUseless(full.chosen());
        long worth = choice.worth(chosen);
        if (worth > bestWorth) {
            bestWorth = worth;
            best = chosen;
        }
    }

    private boolean canBeDoneWith(Decided decided, int item) {
        boolean[] chosen = decided.chosen();
        chosen[item] = true;
        for (int needed : order.before(item)) {
            chosen[needed] = true;
        }
        return canBeDone.test(chosen);
    }

    private boolean[] withoutTheUseless(boolean[] chosen) {
        boolean[] less = chosen.clone();
        long worth = choice.worth(less);
        for (int item = 0; item < less.length; item++) {
            boolean needed = Arrays.stream(order.later(item)).anyMatch(later -> less[later]);
            if (less[item] && !needed) {
                less[item] = false;
                long without = choice.worth(less);
                less[item] = without < worth;
                worth = Math.max(worth, without);
            }
        }
        return less;
    }
}
