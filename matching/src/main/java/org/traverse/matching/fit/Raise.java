package org.traverse.matching.fit;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * What would raise a fit: one skill, the level to reach, the points that gains, and whether the person may then take
 * the work. It is no estimate: the fit is computed again for the person with that skill proven today.
 */
public record Raise(UUID skill, int toLevel, int points, boolean eligible) {

    private static final int AT_MOST = 3;
    private static final Comparator<Raise> BEST_FIRST = comparing((Raise raise) -> !raise.eligible())
            .thenComparing(raise -> -raise.points())
            .thenComparing(Raise::skill);

    /** The three best at most: first what lets the person in, then what gains most. */
    public static List<Raise> best(Person person, Work work, Policy policy, LocalDate today) {
        var now = Fit.of(person, work, policy, today);
        return now.requirements().stream()
                .filter(asked -> !asked.met())
                .map(asked -> {
                    var level = Math.max(1, asked.level());
                    var then = Fit.of(knowing(person, asked.skill(), level, today), work, policy, today);
                    return new Raise(asked.skill(), level, then.score() - now.score(), then.eligible());
                })
                .filter(raise -> raise.points() > 0 || raise.eligible() != now.eligible())
                .sorted(BEST_FIRST)
                .limit(AT_MOST)
                .toList();
    }

    private static Person knowing(Person person, UUID skill, int level, LocalDate today) {
        var skills = new HashMap<>(person.skills());
        skills.put(skill, new KnownSkill(level, Optional.of(today)));
        return person.withSkills(skills);
    }
}
