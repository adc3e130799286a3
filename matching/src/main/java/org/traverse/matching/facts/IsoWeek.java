package org.traverse.matching.facts;

import java.time.LocalDate;

/** ISO weeks as consecutive numbers, so that a new year is nothing special. */
final class IsoWeek {

    private IsoWeek() {}

    static long of(LocalDate date) {
        // The epoch was a Thursday: three days later than the Monday its ISO week began with.
        return Math.floorDiv(date.toEpochDay() + 3, 7);
    }
}
