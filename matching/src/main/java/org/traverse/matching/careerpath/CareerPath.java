package org.traverse.matching.careerpath;

import java.util.List;

/** A way to a role, step by step; the last leads to the role wanted. */
public record CareerPath(List<Step> steps) {
    public CareerPath {
        steps = List.copyOf(steps);
    }

    /** In minor units. */
    public long fees() {
        return steps.stream().mapToLong(Step::fees).sum();
    }

    /** Fees and hours, in minor units. */
    public long cost() {
        return steps.stream().mapToLong(Step::cost).sum();
    }

    public long studyHours() {
        return steps.stream().mapToLong(Step::studyHours).sum();
    }

    /** Until one has the role wanted. */
    public long weeks() {
        return steps.stream().mapToLong(Step::weeks).sum();
    }
}
