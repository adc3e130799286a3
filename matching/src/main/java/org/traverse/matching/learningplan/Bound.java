package org.traverse.matching.learningplan;

import java.util.Arrays;

/**
 * More than this no choice can be worth: the budgets, the coverage and the order of items are given prices instead of
 * being kept (Lagrangian relaxation, as in Fisher, "The Lagrangian Relaxation Method for Solving Integer Programming
 * Problems", Management Science 27, 1981), and the prices are improved along subgradients with Polyak's step.
 */
final class Bound {
    private static final int PATIENCE = 4;

    private final Choice choice;
    private final int[][] needs;
    private final Budgets budgets;
    private final double[] scale;
    private final Prices work;

    /** Of a unit of each budget, of covering each element, and of having what an item comes after. */
    static final class Prices {
        final double[] budgets;
        final double[] elements;
        final double[][] order;

        Prices(Choice choice) {
            budgets = new double[choice.budgets().atMost().length];
            elements = new double[choice.weights().length];
            int[] coveredBy = new int[elements.length];
            Arrays.stream(choice.covers()).flatMapToInt(Arrays::stream).forEach(element -> coveredBy[element]++);
            Arrays.setAll(elements, element -> choice.weights()[element] / (coveredBy[element] > 1 ? 2.0 : 1.0));
            order = Arrays.stream(choice.after())
                    .map(needed -> new double[needed.length])
                    .toArray(double[][]::new);
        }

        void setTo(Prices other) {
            System.arraycopy(other.budgets, 0, budgets, 0, budgets.length);
            System.arraycopy(other.elements, 0, elements, 0, elements.length);
            for (int item = 0; item < order.length; item++) {
                System.arraycopy(other.order[item], 0, order[item], 0, order[item].length);
            }
        }
    }

    /** The bound at the best prices found. */
    double lowest;

    /** What each item brings at those prices, if it is open. */
    final double[] profit;

    /** How often, lately, each item was worth its price, 0-1. */
    final double[] share;

    Bound(Choice choice) {
        this.choice = choice;
        needs = choice.after();
        budgets = choice.budgets();
        scale = scale(choice);
        work = new Prices(choice);
        profit = new double[choice.items()];
        share = new double[choice.items()];
    }

    /** What an item takes on average, so that one step suits all prices; an hour of one week is priced like any hour. */
    private static double[] scale(Choice choice) {
        double[] scale = new double[choice.budgets().atMost().length];
        Arrays.fill(scale, Math.max(1, Arrays.stream(choice.hours()).average().orElse(1)));
        scale[Budgets.COST] = Math.max(1, Arrays.stream(choice.cost()).average().orElse(1));
        return scale;
    }

    /**
     * @param decided which items are in, out, or open
     * @param prices to begin with; afterwards the best ones found
     * @param best a bound that is no higher is as good as any lower one
     */
    double improve(Decided decided, Prices prices, long best, int steps) {
        work.setTo(prices);
        int items = choice.items();
        double[] now = new double[items];
        boolean[] covered = decided.covered();
        long[] left = new long[scale.length];
        lowest = Double.POSITIVE_INFINITY;
        double pace = 1;
        int unimproved = 0;
        int[] taken = new int[choice.weights().length];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(decided.left(), 0, left, 0, left.length);
            double bound = decided.worth();
            for (int budget = 0; budget < left.length; budget++) {
                bound += work.budgets[budget] * left[budget];
            }
            profits(decided, covered, now);
            Arrays.fill(taken, 0);
            for (int item = 0; item < items; item++) {
                boolean take = decided.isOpen(item) && now[item] > 0;
                if (take) {
                    bound += now[item];
                    budgets.take(item, left);
                    for (int element : choice.covers()[item]) {
                        taken[element]++;
                    }
                }
                share[item] = step == 0 ? (take ? 1 : 0) : 0.8 * share[item] + (take ? 0.2 : 0);
            }
            for (int element = 0; element < taken.length; element++) {
                bound += covered[element] ? 0 : choice.weights()[element] - work.elements[element];
            }
            if (bound < lowest) {
                unimproved = bound < lowest - 0.01 * (lowest - best) ? 0 : unimproved + 1;
                lowest = bound;
                prices.setTo(work);
                System.arraycopy(now, 0, profit, 0, items);
            } else {
                unimproved++;
            }
            if (isNoHigher(lowest, best)) {
                return lowest;
            }
            if (unimproved >= PATIENCE) {
                pace /= 2;
                unimproved = 0;
            }
            move(decided, covered, now, taken, left, pace * (bound - best));
        }
        return lowest;
    }

    /** Worth is a whole number. */
    static boolean isNoHigher(double bound, long best) {
        return whole(bound) <= best;
    }

    /** The highest whole number that is no higher, rounding errors aside. */
    static long whole(double bound) {
        return (long) Math.floor(bound + tolerance(bound));
    }

    static double tolerance(double bound) {
        return 1e-6 + 1e-11 * Math.abs(bound);
    }

    private void profits(Decided decided, boolean[] covered, double[] now) {
        for (int item = 0; item < now.length; item++) {
            if (!decided.isOpen(item)) {
                continue;
            }
            double profit = -choice.burden()[item] - budgets.price(item, work.budgets);
            for (int element : choice.covers()[item]) {
                profit += covered[element] ? 0 : work.elements[element];
            }
            now[item] = profit;
        }
        for (int item = 0; item < now.length; item++) {
            for (int k = 0; k < needs[item].length; k++) {
                if (decided.isOpen(item) && decided.isOpen(needs[item][k])) {
                    now[item] -= work.order[item][k];
                    now[needs[item][k]] += work.order[item][k];
                }
            }
        }
    }

    private void move(Decided decided, boolean[] covered, double[] now, int[] taken, long[] left, double distance) {
        double norm = 0;
        for (int budget = 0; budget < left.length; budget++) {
            double slope = slope(left, budget);
            norm += slope * slope;
        }
        for (int element = 0; element < taken.length; element++) {
            int slope = slope(covered, taken, element);
            norm += slope * slope;
        }
        for (int item = 0; item < needs.length; item++) {
            for (int k = 0; k < needs[item].length; k++) {
                int slope = slope(decided, now, item, k);
                norm += slope * slope;
            }
        }
        if (norm == 0) {
            return;
        }
        double step = distance / norm;
        for (int budget = 0; budget < left.length; budget++) {
            double price = work.budgets[budget] - step * slope(left, budget) / scale[budget];
            work.budgets[budget] = Math.max(0, price);
        }
        for (int element = 0; element < taken.length; element++) {
            double price = work.elements[element] - step * slope(covered, taken, element);
            work.elements[element] = Math.max(0, Math.min(choice.weights()[element], price));
        }
        for (int item = 0; item < needs.length; item++) {
            for (int k = 0; k < needs[item].length; k++) {
                work.order[item][k] = Math.max(0, work.order[item][k] - step * slope(decided, now, item, k));
            }
        }
    }

    private double slope(long[] left, int budget) {
        return work.budgets[budget] == 0 && left[budget] > 0 ? 0 : left[budget] / scale[budget];
    }

    private int slope(boolean[] covered, int[] taken, int element) {
        if (covered[element]) {
            return 0;
        }
        double price = work.elements[element];
        int slope = taken[element] - 1;
        return price <= 0 && slope > 0 || price >= choice.weights()[element] && slope < 0 ? 0 : slope;
    }

    private int slope(Decided decided, double[] now, int item, int k) {
        int needed = needs[item][k];
        if (!decided.isOpen(item) || !decided.isOpen(needed)) {
            return 0;
        }
        int slope = (now[needed] > 0 ? 1 : 0) - (now[item] > 0 ? 1 : 0);
        return work.order[item][k] <= 0 && slope > 0 ? 0 : slope;
    }
}
