package org.traverse.matching.learningplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What to learn and when, to close most of the weighted gaps, and of what closes as much, what is cheapest.
 *
 * @param studies in the order of their beginning
 * @param reached the level of every skill aimed at when all is done
 * @param closed missing levels that are closed, each by its skill's weight
 * @param hours of all studies
 * @param cost of all studies, in minor currency units
 * @param isOptimal whether it is proven that nothing is better
 * @param mayCloseMore how much more than {@code closed} a better one might close; 0 when at most hours or money could be
 *     saved
 */
public record LearningPlan(
        List<Study> studies,
        Map<UUID, Integer> reached,
        long closed,
        int hours,
        long cost,
        boolean isOptimal,
        long mayCloseMore) {

    /**
     * An item, and when it is studied.
     *
     * @param firstWeek the Monday of the ISO week of its first hour
     * @param hours in that week and in each one after it, up to that of the last hour; there may be weeks without
     */
    public record Study(UUID item, LocalDate firstWeek, List<Integer> hours) {
        public Study {
            hours = List.copyOf(hours);
        }

        /** The Monday of the week of its last hour. */
        public LocalDate lastWeek() {
            return firstWeek.plusWeeks(hours.size() - 1L);
        }
    }

    public LearningPlan {
        studies = List.copyOf(studies);
        reached = Map.copyOf(reached);
    }

    /** How much more a better one might close, in percent of what this one closes. */
    public double mayCloseMorePercent() {
        return 100.0 * mayCloseMore / Math.max(1, closed);
    }
}
