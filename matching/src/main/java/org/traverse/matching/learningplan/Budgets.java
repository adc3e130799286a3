package org.traverse.matching.learningplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What no choice may overspend: hours in all, money, and the hours of each week in which more is dated than there is time
 * for, be it for study or for work.
 *
 * @param of the budgets that each item takes of
 * @param takes how much of each of them
 * @param atMost there is of each budget
 */
record Budgets(int[][] of, long[][] takes, long[] atMost) {
    static final int HOURS = 0;
    static final int COST = 1;

    private record Budget(long[] takes, long atMost) {
        static Budget of(List<LearningItem> items, long atMost, IntToLongFunction takes) {
            long[] all = IntStream.range(0, items.size()).mapToLong(takes).toArray();
            long step = Choice.greatestCommonDivisor(Arrays.stream(all));
            return new Budget(all, atMost / step * step);
        }

        boolean isShort() {
            return Arrays.stream(takes).sum() > atMost;
        }
    }

    static Budgets of(List<LearningItem> items, StudyTime time) {
        var all = new ArrayList<Budget>();
        all.add(Budget.of(items, time.hours(), item -> items.get(item).hours()));
        all.add(Budget.of(items, time.budget(), item -> items.get(item).cost()));
        if (items.stream().anyMatch(item -> item.dates().isPresent())) {
            addWeeks(all, items, time);
        }
        int[][] of = new int[items.size()][];
        long[][] takes = new long[items.size()][];
        for (int i = 0; i < of.length; i++) {
            int item = i;
            of[item] = IntStream.range(0, all.size())
                    .filter(budget -> all.get(budget).takes()[item] > 0)
                    .toArray();
            takes[item] = IntStream.of(of[item])
                    .mapToLong(budget -> all.get(budget).takes()[item])
                    .toArray();
        }
        return new Budgets(of, takes, all.stream().mapToLong(Budget::atMost).toArray());
    }

    private static void addWeeks(List<Budget> all, List<LearningItem> items, StudyTime time) {
        var weeks = items.stream()
                .map(item -> item.dates().map(dates -> Weeks.of(item, time)).orElse(Weeks.NONE))
                .toList();
        for (int i = 0; i < time.weeks(); i++) {
            int week = i;
            IntToLongFunction studied = item -> weeks.get(item).hoursIn(week);
            IntToLongFunction worked = item -> items.get(item).isWork() ? studied.applyAsLong(item) : 0;
            var work = Budget.of(items, Math.min(time.hoursPerWeek(), time.workHoursIn(week)), worked);
            var study = Budget.of(items, time.hoursPerWeek(), studied);
            if (work.isShort()) {
                all.add(work);
            }
            if (study.isShort() && !Arrays.equals(study.takes(), work.takes())) {
                all.add(study);
            }
        }
    }

    /** False, if there was not enough of each. */
    boolean take(int item, long[] left) {
        int[] budgets = of[item];
        long[] amounts = takes[item];
        boolean enough = true;
        for (int k = 0; k < budgets.length; k++) {
            left[budgets[k]] -= amounts[k];
            enough &= left[budgets[k]] >= 0;
        }
        return enough;
    }

    boolean isThere(int item, long[] left) {
        for (int k = 0; k < of[item].length; k++) {
            if (takes[item][k] > left[of[item][k]]) {
                return false;
            }
        }
        return true;
    }

    /** @param prices of a unit of each budget */
    double price(int item, double[] prices) {
        int[] budgets = of[item];
        long[] amounts = takes[item];
        double price = 0;
        for (int k = 0; k < budgets.length; k++) {
            price += amounts[k] * prices[budgets[k]];
        }
        return price;
    }
}
