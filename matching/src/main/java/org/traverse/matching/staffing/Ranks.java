package org.traverse.matching.staffing;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * What it is worth to a plan that a person ranked some work, and its manager the person. A plan heeds both, as a market does
 * that both sides rank for; neither is part of a fit, which both sides see, so that neither can tell from it what the other
 * ranked.
 */
final class Ranks {
    private Ranks() {}

    /**
     * Of n that one side ranked, the first is worth all the points, the next the n-th part less, and so on, as Borda (1781)
     * counts them; rounded up, so that each is worth something.
     *
     * @param points that a first rank is worth, on each side
     */
    static int points(Person person, Work work, int points) {
        return share(points, person.wishes().ranked(), work.id())
                + share(points, work.terms().ranked(), person.id());
    }

    /** The same person, who ranks only such works. */
    static Person only(Predicate<UUID> works, Person person) {
        var ranked = person.wishes().ranked();
        return ranked.stream().allMatch(works)
                ? person
                : person.withRanked(ranked.stream().filter(works).toList());
    }

    /** The same work, whose manager ranks only such people. */
    static Work only(Predicate<UUID> people, Work work) {
        var ranked = work.terms().ranked();
        return ranked.stream().allMatch(people)
                ? work
                : work.withRanked(ranked.stream().filter(people).toList());
    }

    private static int share(int points, List<UUID> ranked, UUID id) {
        var above = ranked.indexOf(id);
        return above < 0 ? 0 : (points * (ranked.size() - above) + ranked.size() - 1) / ranked.size();
    }
}
