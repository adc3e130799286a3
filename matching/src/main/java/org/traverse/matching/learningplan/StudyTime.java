package org.traverse.matching.learningplan;

import java.time.LocalDate;
import org.traverse.matching.facts.IsoWeek;

/**
 * What somebody can spend on learning.
 *
 * @param hoursPerWeek in each ISO week that the days from the first to the last touch, 1-168; a week that is only touched
 *     counts in full
 * @param budget in minor currency units, up to a million million
 */
public record StudyTime(int hoursPerWeek, LocalDate from, LocalDate deadline, long budget) {
    private static final int WEEKS_AT_MOST = 520;
    private static final long BUDGET_AT_MOST = 1_000_000_000_000L;

    public StudyTime {
        if (hoursPerWeek < 1 || hoursPerWeek > 168) {
            throw new IllegalArgumentException("hours per week is " + hoursPerWeek + ", but must be between 1 and 168");
        }
        if (from == null || deadline == null) {
            throw new IllegalArgumentException((from == null ? "from" : "deadline") + " is missing");
        }
        if (deadline.isBefore(from)) {
            throw new IllegalArgumentException("deadline " + deadline + " is before from " + from);
        }
        if (IsoWeek.of(deadline) - IsoWeek.of(from) >= WEEKS_AT_MOST) {
            throw new IllegalArgumentException(
                    "deadline " + deadline + " is more than " + WEEKS_AT_MOST + " weeks after " + from);
        }
        if (budget < 0 || budget > BUDGET_AT_MOST) {
            throw new IllegalArgumentException("budget is " + budget + ", but must be between 0 and " + BUDGET_AT_MOST);
        }
    }

    StudyTime withBudget(long other) {
        return new StudyTime(hoursPerWeek, from, deadline, other);
    }

    long hours() {
        return (long) weeks() * hoursPerWeek;
    }

    int weeks() {
        return (int) (IsoWeek.of(deadline) - IsoWeek.of(from)) + 1;
    }

    /** Counted from the first. */
    int week(LocalDate date) {
        return (int) Math.max(-1, Math.min(WEEKS_AT_MOST, IsoWeek.of(date) - IsoWeek.of(from)));
    }
}
