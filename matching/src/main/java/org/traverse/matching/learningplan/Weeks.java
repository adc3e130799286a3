package org.traverse.matching.learningplan;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * When something is studied.
 *
 * @param first counted from the first week of the study time
 * @param hours in that week and in each one after it
 */
record Weeks(int first, int[] hours) {
    static final Weeks NONE = new Weeks(0, new int[0]);

    /** Of an item with dates: evenly over all weeks it touches. */
    static Weeks of(LearningItem item, StudyTime time) {
        var dates = item.dates().orElseThrow();
        int first = time.week(dates.from());
        long weeks = time.week(dates.to()) - first + 1;
        int[] hours = IntStream.range(0, (int) weeks)
                .map(week -> (int) (item.hours() * (week + 1L) / weeks - item.hours() * (long) week / weeks))
                .toArray();
        return new Weeks(first, hours);
    }

    int last() {
        return first + hours.length - 1;
    }

    int hoursIn(int week) {
        return week < first || week > last() ? 0 : hours[week - first];
    }

    /** No more hours in any week. */
    boolean isWithin(IntUnaryOperator hoursOfWeek) {
        return IntStream.rangeClosed(first, last()).allMatch(week -> hoursIn(week) <= hoursOfWeek.applyAsInt(week));
    }

    /** False, if there are not so many. */
    boolean takeFrom(int[] hoursOfWeeks) {
        boolean enough = true;
        for (int i = 0; i < hours.length; i++) {
            hoursOfWeeks[first + i] -= hours[i];
            enough &= hoursOfWeeks[first + i] >= 0;
        }
        return enough;
    }
}
