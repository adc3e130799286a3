package org.traverse.matching.facts;

import java.time.LocalDate;

/** ISO weeks as consecutive numbers, so that a new year is nothing special. */
public final class IsoWeek {

    private IsoWeek() {}

    public static long of(LocalDate date) {
        // The epoch was a Thursday: three days later than the Monday its ISO week began with.
        return Math.floorDiv(date.toEpochDay() + 3, 7);
    }

    public static LocalDate monday(long week) {
        return LocalDate.ofEpochDay(week * 7 - 3);
    }
}
