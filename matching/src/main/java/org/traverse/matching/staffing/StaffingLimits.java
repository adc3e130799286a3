package org.traverse.matching.staffing;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a run ends by itself: after some time in all, when it has long searched in vain, or after so many steps, which is
 * the only one of the three that gives the same result each time. It also ends when nothing better can exist.
 */
public record StaffingLimits(Optional<Duration> spent, Optional<Duration> unimproved, OptionalLong steps) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public StaffingLimits {
        if (spent.isEmpty() && steps.isEmpty()) {
            throw new IllegalArgumentException("a run without a limit of time or of steps might not end");
        }
        spent.ifPresent(time -> positive("time spent", time));
        unimproved.ifPresent(time -> positive("time unimproved", time));
        if (steps.orElse(1) < 1) {
            throw new IllegalArgumentException("steps is " + steps.getAsLong() + ", but must be at least 1");
        }
    }

    public static StaffingLimits ofTime(Duration spent, Duration unimproved) {
        return new StaffingLimits(Optional.of(spent), Optional.of(unimproved), OptionalLong.empty());
    }

    public static StaffingLimits ofSteps(long steps) {
        return new StaffingLimits(Optional.empty(), Optional.empty(), OptionalLong.of(steps));
    }

    boolean areSpentAfter(Duration elapsed) {
        return spent.filter(all -> all.compareTo(elapsed) <= 0).isPresent();
    }

    /** What is left of them after so long, but a second at least: a change wants to be mended. */
    StaffingLimits after(Duration elapsed) {
        var left = spent.map(all -> all.minus(elapsed).truncatedTo(ChronoUnit.MILLIS)) // all that a solver takes
                .map(rest -> rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest);
        return new StaffingLimits(left, unimproved, steps);
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " is " + time + ", but must be positive");
        }
    }
}
