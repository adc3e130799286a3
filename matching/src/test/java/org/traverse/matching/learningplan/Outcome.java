package org.traverse.matching.learningplan;

import java.util.Comparator;

/** What a plan comes to: weighted levels, hours and money. */
record Outcome(long closed, long hours, long cost) {
    static Outcome of(LearningPlan plan) {
        return new Outcome(plan.closed(), plan.hours(), plan.cost());
    }

    /** The best last. */
    static Comparator<Outcome> by(Cheapest cheapest) {
        var closed = Comparator.comparing(Outcome::closed);
        var hours = Comparator.comparing(Outcome::hours).reversed();
        return cheapest == Cheapest.HOURS
                ? closed.thenComparing(hours)
                : closed.thenComparing(Comparator.comparing(Outcome::cost).reversed())
                        .thenComparing(hours);
    }
}
