package org.traverse.gig;

import java.util.List;
import java.util.Optional;
import org.traverse.Bounds;
import org.traverse.employee.OrgUnitId;
import org.traverse.skill.Language;

/**
 * On what terms a gig is given, beside skills and hours. Whatever is left out asks nothing of anybody.
 *
 * @param place where it is done, by whatever name the company has for it
 * @param remote whether it can be done from anywhere
 * @param zone by whose clock it is done, as the IANA time zone database names it
 * @param languages with the least level of each, by code
 * @param audience the org units whose people, and those of all units below, may do it; none means everybody
 * @param topics what it is about, in lower case
 */
public record Terms(
        Optional<String> place,
        boolean remote,
        Optional<String> zone,
        List<Language> languages,
        List<OrgUnitId> audience,
        List<String> topics) {
    public static final int MOST_TOPICS = 20;
    private static final int MOST_UNITS = 50;

    public static final Terms NONE =
            new Terms(Optional.empty(), false, Optional.empty(), List.of(), List.of(), List.of());

    /** As it may be stored: tidied, or refused by the name of the field. */
    Terms checked() {
        return new Terms(
                Bounds.place("place", place),
                remote,
                Bounds.zone("zone", zone),
                Language.distinct(languages),
                Bounds.list("audience", audience, MOST_UNITS).stream()
                        .distinct()
                        .toList(),
                Bounds.topics("topics", topics, MOST_TOPICS));
    }
}
