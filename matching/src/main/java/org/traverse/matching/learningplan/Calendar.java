package org.traverse.matching.learningplan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When to study what: dated items in their weeks, the others in what is left of the hours, those first that something
 * dated waits for. An item may be interrupted, so that "earliest deadline first" finds a way if there is one (Horn, "Some
 * Simple Scheduling Algorithms", Naval Research Logistics Quarterly 21, 1974).
 */
final class Calendar {
    /** @param first week of an item, counted from the first of the study time; the hours are those from then on */
    record Weeks(int first, int[] hours) {
        int last() {
            return first + hours.length - 1;
        }
    }

    private final List<LearningItem> items;
    private final Order order;
    private final StudyTime time;
    private final boolean anyDated;

    Calendar(List<LearningItem> items, Order order, StudyTime time) {
        this.items = items;
        this.order = order;
        this.time = time;
        anyDated = items.stream().anyMatch(item -> item.dates().isPresent());
    }

    /** With all its hours in weeks that have so many. */
    static boolean fitsAlone(LearningItem item, StudyTime time) {
        return item.dates().stream()
                .allMatch(dates -> !dates.from().isBefore(time.from())
                        && !dates.to().isAfter(time.deadline())
                        && Arrays.stream(given(item, time).hours()).allMatch(hours -> hours <= time.hoursPerWeek()));
    }

    boolean fits(boolean[] chosen) {
        return !anyDated || of(chosen).isPresent();
    }

    /** Nothing for items that are not chosen; empty, if the chosen ones do not fit. */
    Optional<Weeks[]> of(boolean[] chosen) {
        int[] free = new int[time.weeks()];
        Arrays.fill(free, time.hoursPerWeek());
        var weeks = new Weeks[items.size()];
        for (int item = 0; item < weeks.length; item++) {
            if (chosen[item] && isDated(item)) {
                weeks[item] = given(item);
                for (int i = 0; i < weeks[item].hours().length; i++) {
                    int week = weeks[item].first() + i;
                    free[week] -= weeks[item].hours()[i];
                    if (free[week] < 0) {
                        return Optional.empty();
                    }
                }
            }
        }
        return areInOrder(chosen, weeks) && fill(chosen, free, weeks) ? Optional.of(weeks) : Optional.empty();
    }

    private boolean isDated(int item) {
        return items.get(item).dates().isPresent();
    }

    private Weeks given(int item) {
        return given(items.get(item), time);
    }

    private static Weeks given(LearningItem item, StudyTime time) {
        var dates = item.dates().orElseThrow();
        int first = time.week(dates.from());
        long weeks = time.week(dates.to()) - first + 1;
        int[] hours = IntStream.range(0, (int) weeks)
                .map(week -> (int) (item.hours() * (week + 1L) / weeks - item.hours() * (long) week / weeks))
                .toArray();
        return new Weeks(first, hours);
    }

    private boolean areInOrder(boolean[] chosen, Weeks[] given) {
        for (int item = 0; item < given.length; item++) {
            if (chosen[item] && given[item] != null) {
                var begins = items.get(item).dates().orElseThrow().from();
                for (int before : order.before(item)) {
                    var dates = items.get(before).dates();
                    if (dates.isPresent() && !dates.get().to().isBefore(begins)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean fill(boolean[] chosen, int[] free, Weeks[] weeks) {
        int[] open = IntStream.range(0, weeks.length)
                .filter(item -> chosen[item] && !isDated(item))
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> lastWeek(chosen, item))
                        .thenComparing(item -> order.before(item).length)
                        .thenComparing(item -> item))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] firstWeek = Arrays.stream(open).map(this::firstWeek).toArray();
        int[] left = Arrays.stream(open).map(item -> items.get(item).hours()).toArray();
        int[][] spent = new int[open.length][free.length];
        int[] began = new int[open.length];
        Arrays.fill(began, -1);
        for (int week = 0; week < free.length; week++) {
            for (int i = 0; i < open.length; i++) {
                if (weeks[open[i]] == null && firstWeek[i] <= week && free[week] > 0) {
                    began[i] = began[i] < 0 ? week : began[i];
                    spent[i][week] = Math.min(free[week], left[i]);
                    free[week] -= spent[i][week];
                    left[i] -= spent[i][week];
                    if (left[i] == 0) {
                        weeks[open[i]] = new Weeks(began[i], Arrays.copyOfRange(spent[i], began[i], week + 1));
                    }
                }
            }
        }
        return Arrays.stream(open)
                .allMatch(item -> weeks[item] != null && weeks[item].last() <= lastWeek(chosen, item));
    }

    /** After everything dated that comes before it. */
    private int firstWeek(int item) {
        return Arrays.stream(order.before(item))
                .filter(this::isDated)
                .map(before -> given(before).last() + 1)
                .max()
                .orElse(0);
    }

    /** Before everything dated that comes after it. */
    private int lastWeek(boolean[] chosen, int item) {
        return Arrays.stream(order.later(item))
                .filter(later -> chosen[later] && isDated(later))
                .map(later -> given(later).first() - 1)
                .min()
                .orElse(time.weeks() - 1);
    }
}
