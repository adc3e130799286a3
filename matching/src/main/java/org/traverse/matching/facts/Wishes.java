package org.traverse.matching.facts;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody would like. It keeps them from nothing; it makes them fit better.
 *
 * @param aims skills they want to use and get better at
 * @param topics what interests them, by whatever names the company has for it
 * @param places where they would like to work, in whatever case; none means that any will do
 * @param mostHoursPerWeek of one piece of work; empty when any number will do
 * @param ranked works in the order in which they want them, the dearest first; what is not in it, they did not rank
 */
public record Wishes(
        Set<UUID> aims, Set<String> topics, Set<String> places, OptionalInt mostHoursPerWeek, List<UUID> ranked) {

    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of(), OptionalInt.empty());

    public Wishes {
        aims = Set.copyOf(Checked.present("aims", aims));
        topics = Set.copyOf(Checked.present("topics", topics));
        places = Set.copyOf(Checked.present("places", places));
        Checked.present("mostHoursPerWeek", mostHoursPerWeek).ifPresent(Checked::hoursPerWeek);
        ranked = Checked.ranked(ranked);
    }

    /** With no work ranked. */
    public Wishes(Set<UUID> aims, Set<String> topics, Set<String> places, OptionalInt mostHoursPerWeek) {
        this(aims, topics, places, mostHoursPerWeek, List.of());
    }

    public Wishes withRanked(List<UUID> works) {
        return new Wishes(aims, topics, places, mostHoursPerWeek, works);
    }
}
