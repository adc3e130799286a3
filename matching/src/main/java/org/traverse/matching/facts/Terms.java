package org.traverse.matching.facts;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * On what terms work is given, beside skills and hours. What is not said asks nothing of anybody.
 *
 * @param place where it is done
 * @param remote whether it can be done from anywhere
 * @param zone by whose clock it is done
 * @param languages ISO 639-1 codes, each with the least level of the Common European Framework, from 1 (A1) to 6 (C2)
 * @param audience who may do it: those who belong to one of these groups; none means everybody
 * @param topics what it is about
 * @param unit whom it is done for
 * @param ranked people in the order in which whoever gives it wants them, the dearest first; the others are not ranked
 */
public record Terms(
        Optional<String> place,
        boolean remote,
        Optional<ZoneId> zone,
        Map<String, Integer> languages,
        Set<String> audience,
        Set<String> topics,
        Optional<UUID> unit,
        List<UUID> ranked) {

    public static final Terms NONE =
            new Terms(Optional.empty(), false, Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.empty());

    public Terms {
        Checked.present("place", place);
        Checked.present("zone", zone);
        languages = Checked.languages(languages);
        audience = Set.copyOf(Checked.present("audience", audience));
        topics = Set.copyOf(Checked.present("topics", topics));
        Checked.present("unit", unit);
        ranked = Checked.ranked(ranked);
    }

    /** With nobody ranked. */
    public Terms(
            Optional<String> place,
            boolean remote,
            Optional<ZoneId> zone,
            Map<String, Integer> languages,
            Set<String> audience,
            Set<String> topics,
            Optional<UUID> unit) {
        this(place, remote, zone, languages, audience, topics, unit, List.of());
    }

    public Terms withRanked(List<UUID> people) {
        return new Terms(place, remote, zone, languages, audience, topics, unit, people);
    }

    /** The place where it has to be done, to compare in whatever case it is written; empty where any will do. */
    public Optional<String> site() {
        return place.filter(somewhere -> !remote).map(somewhere -> somewhere.toLowerCase(Locale.ROOT));
    }
}
