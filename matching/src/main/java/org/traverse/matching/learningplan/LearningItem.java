package org.traverse.matching.learningplan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.facts.Checked;

/**
 * Something one can learn from, a gig too: the level of 1-5 it leads to in each skill it gives, and the hours it takes
 * in all.
 *
 * @param cost in minor units of the one currency that all items of a plan share
 * @param after items that have to be completed before this one begins
 * @param dates when it takes place, if that is not for the learner to choose
 */
public record LearningItem(
        UUID id, Map<UUID, Integer> gives, int hours, long cost, Set<UUID> after, Optional<Dates> dates) {
    static final int HOURS_AT_MOST = 10_000;

    /**
     * The first day and the last; its hours are spread evenly over all ISO weeks it touches.
     *
     * @param isWork whether whoever takes part needs hours for work in those weeks, not only for study
     */
    public record Dates(LocalDate from, LocalDate to, boolean isWork) {
        public Dates {
            if (from == null || to == null) {
                throw new IllegalArgumentException("a date is missing");
            }
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("from " + from + " is after to " + to);
            }
        }

        public Dates(LocalDate from, LocalDate to) {
            this(from, to, false);
        }
    }

    public LearningItem {
        Checked.present("id", id);
        gives = Map.copyOf(Checked.present("gives", gives));
        gives.forEach((skill, level) -> Checked.between("level of skill " + skill, level, 1, 5));
        Checked.between("hours", hours, 1, HOURS_AT_MOST);
        if (cost < 0) {
            throw new IllegalArgumentException("cost is " + cost + ", but must not be negative");
        }
        after = Set.copyOf(Checked.present("after", after));
        Checked.present("dates", dates);
    }

    /** Free of charge, at any time, after nothing. */
    public LearningItem(UUID id, Map<UUID, Integer> gives, int hours) {
        this(id, gives, hours, 0, Set.of(), Optional.empty());
    }

    boolean isWork() {
        return dates.filter(Dates::isWork).isPresent();
    }
}
