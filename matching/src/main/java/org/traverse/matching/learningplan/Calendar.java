package org.traverse.matching.learningplan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When to study what: dated items in their weeks, and work only in hours for work; the others in what is left of the
 * hours, those first that something dated waits for. An item may be interrupted, so that "earliest deadline first" finds
 * a way if there is one (Horn, "Some Simple Scheduling Algorithms", Naval Research Logistics Quarterly 21, 1974).
 */
final class Calendar {
    private final List<LearningItem> items;
    private final Order order;
    private final StudyTime time;
    private final Weeks[] given;
    private final boolean anyDated;

    Calendar(List<LearningItem> items, Order order, StudyTime time) {
        this.items = items;
        this.order = order;
        this.time = time;
        given = items.stream()
                .map(item -> item.dates().map(dates -> Weeks.of(item, time)).orElse(null))
                .toArray(Weeks[]::new);
        anyDated = Arrays.stream(given).anyMatch(Objects::nonNull);
    }

    /** With all its hours in weeks that have so many. */
    static boolean fitsAlone(LearningItem item, StudyTime time) {
        return item.dates().stream()
                .allMatch(dates -> !dates.from().isBefore(time.from())
                        && !dates.to().isAfter(time.deadline())
                        && Weeks.of(item, time)
                                .isWithin(week -> dates.isWork()
                                        ? Math.min(time.hoursPerWeek(), time.workHoursIn(week))
                                        : time.hoursPerWeek()));
    }

    /** @param effort a step of it for each item, and for each week of a chosen one */
    boolean fits(boolean[] chosen, Effort effort) {
        if (!anyDated) {
            return true;
        }
        long count =
                IntStream.range(0, chosen.length).filter(item -> chosen[item]).count();
        effort.spend(items.size() + count * time.weeks());
        return of(chosen).isPresent();
    }

    /** Nothing for items that are not chosen; empty, if the chosen ones do not fit. */
    Optional<Weeks[]> of(boolean[] chosen) {
        int[] free = new int[time.weeks()];
        int[] working = new int[time.weeks()];
        Arrays.fill(free, time.hoursPerWeek());
        Arrays.setAll(working, time::workHoursIn);
        var weeks = new Weeks[items.size()];
        for (int item = 0; item < weeks.length; item++) {
            if (chosen[item] && isDated(item)) {
                weeks[item] = given[item];
                if (!weeks[item].takeFrom(free) || items.get(item).isWork() && !weeks[item].takeFrom(working)) {
                    return Optional.empty();
                }
            }
        }
        return areInOrder(chosen) && fill(chosen, free, weeks) ? Optional.of(weeks) : Optional.empty();
    }

    private boolean isDated(int item) {
        return given[item] != null;
    }

    private boolean areInOrder(boolean[] chosen) {
        for (int item = 0; item < chosen.length; item++) {
            if (chosen[item] && isDated(item)) {
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
        int[] lastWeek = IntStream.range(0, weeks.length)
                .map(item -> lastWeek(chosen, item))
                .toArray();
        int[] open = IntStream.range(0, weeks.length)
                .filter(item -> chosen[item] && !isDated(item))
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> lastWeek[item])
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
        return Arrays.stream(open).allMatch(item -> weeks[item] != null && weeks[item].last() <= lastWeek[item]);
    }

    /** After everything dated that comes before it. */
    private int firstWeek(int item) {
        return Arrays.stream(order.before(item))
                .filter(this::isDated)
                .map(before -> given[before].last() + 1)
                .max()
                .orElse(0);
    }

    /** Before everything dated that comes after it. */
    private int lastWeek(boolean[] chosen, int item) {
        return Arrays.stream(order.later(item))
                .filter(later -> chosen[later] && isDated(later))
                .map(later -> given[later].first() - 1)
                .min()
                .orElse(time.weeks() - 1);
    }
}
