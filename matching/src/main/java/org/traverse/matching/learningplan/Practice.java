package org.traverse.matching.learningplan;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.facts.IsoWeek;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.learningplan.LearningItem.Dates;

/**
 * Work as learning: whoever may do it gets to the next level of each desirable skill of which it asks no more than that.
 * Free of charge, on the dates of the work, for its hours in every ISO week that they touch.
 */
public final class Practice {
    private Practice() {}

    /** Empty for work that the person may not do or that teaches them nothing. */
    public static Optional<LearningItem> of(Person person, Work work, Policy policy, LocalDate today) {
        var gives = gives(person, work);
        long weeks = IsoWeek.of(work.to()) - IsoWeek.of(work.from()) + 1;
        long hours = work.hoursPerWeek() * weeks;
        if (gives.isEmpty()
                || hours < 1
                || hours > LearningItem.HOURS_AT_MOST
                || !Fit.of(person, work, policy, today).eligible()) {
            return Optional.empty();
        }
        var dates = new Dates(work.from(), work.to(), true);
        return Optional.of(new LearningItem(work.id(), gives, (int) hours, 0, Set.of(), Optional.of(dates)));
    }

    /** Of musts nothing: whoever may do the work has them already. */
    private static Map<UUID, Integer> gives(Person person, Work work) {
        return work.requirements().stream()
                .filter(asked -> Math.max(1, asked.level()) == person.levelOf(asked.skill()) + 1)
                .collect(toMap(Requirement::skill, asked -> Math.max(1, asked.level())));
    }
}
