package org.traverse.matching.learningplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What to learn and when: no other choice closes more of the weighted gaps, and none that closes as much takes fewer
 * hours, except by {@code gap}.
 *
 * @param studies in the order of their beginning
 * @param reached the level of every skill aimed at when all is done
 * @param closed missing levels that are closed, each by its skill's weight
 * @param hours of all studies
 * @param cost of all studies, in minor currency units
 * @param gap by what part of {@code closed} a better plan may be better; 0 when that is proven to be impossible
 */
public record LearningPlan(
        List<Study> studies, Map<UUID, Integer> reached, long closed, int hours, long cost, double gap) {

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

    public boolean isOptimal() {
        return gap == 0;
    }
}
