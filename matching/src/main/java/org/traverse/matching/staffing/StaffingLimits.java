package org.traverse.matching.staffing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a run ends by itself: after some time in all, after some time without anything better, or after so many plans
 * were tried, which is the only one of the three that gives the same result each time.
 */
public record StaffingLimits(Optional<Duration> spent, Optional<Duration> unimproved, OptionalLong plansTried) {

    public StaffingLimits {
        if (spent.isEmpty() && plansTried.isEmpty()) {
            throw new IllegalArgumentException("a run without a limit of time or of plans tried might not end");
        }
        spent.ifPresent(time -> positive("time spent", time));
        unimproved.ifPresent(time -> positive("time unimproved", time));
        if (plansTried.orElse(1) < 1) {
            throw new IllegalArgumentException("plans tried is " + plansTried.getAsLong() + ", but must be at least 1");
        }
    }

    public static StaffingLimits ofTime(Duration spent, Duration unimproved) {
        return new StaffingLimits(Optional.of(spent), Optional.of(unimproved), OptionalLong.empty());
    }

    public static StaffingLimits ofPlansTried(long plansTried) {
        return new StaffingLimits(Optional.empty(), Optional.empty(), OptionalLong.of(plansTried));
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " is " + time + ", but must be positive");
        }
    }
}
