package org.traverse.matching.staffing;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * How a person ranked some work and its manager the person, from 1; empty where they did not. A plan heeds both, as a
 * market does that both sides rank for; neither is part of a fit, which both sides see, so that neither can tell from it
 * what the other ranked. Each is told their own only.
 */
public record Ranks(OptionalInt byPerson, int worksRanked, OptionalInt byManager, int peopleRanked) {

    public static Ranks of(Person person, Work work) {
        var works = person.wishes().ranked();
        var people = work.terms().ranked();
        return new Ranks(rank(works, work.id()), works.size(), rank(people, person.id()), people.size());
    }

    /**
     * What these are worth to a plan: of n that one side ranked, the first is worth all the points, the next the n-th part
     * less, and so on, as Borda (1781) counts them.
     *
     * @param points that a first rank is worth, on each side
     */
    int points(int points) {
        return share(points, byPerson, worksRanked) + share(points, byManager, peopleRanked);
    }

    /** Empty where the person ranked nothing of the kind. */
    public String toThePerson() {
        return byPerson.isEmpty() ? "" : "You ranked this work " + place(byPerson.getAsInt(), worksRanked) + ".";
    }

    /** Empty where the manager did not rank them. */
    public String toTheManager() {
        return byManager.isEmpty() ? "" : "You ranked this person " + place(byManager.getAsInt(), peopleRanked) + ".";
    }

    private static int share(int points, OptionalInt rank, int ranked) {
        return rank.isEmpty() ? 0 : points * (ranked + 1 - rank.getAsInt()) / ranked;
    }

    private static OptionalInt rank(List<UUID> ranked, UUID id) {
        var index = ranked.indexOf(id);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    private static String place(int rank, int ranked) {
        return "number " + rank + " of " + ranked;
    }
}
