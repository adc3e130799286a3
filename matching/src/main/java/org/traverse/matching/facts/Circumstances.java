package org.traverse.matching.facts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What may keep somebody from work beside skills and hours. What is not known keeps nobody from anything, but for the
 * groups: work for an audience is only for those who are known to belong to it.
 *
 * @param place where they work, by whatever name the company has for it, in whatever case
 * @param zone by whose clock they work
 * @param languages ISO 639-1 codes, each with a level of the Common European Framework from 1 (A1) to 6 (C2); none at all
 *     means that nothing is known
 * @param groups the audiences they belong to
 * @param optedOut whether they asked not to be matched with anything
 * @param inRoleSince the first day in their present role
 * @param workedFor the units or teams they have done work for
 */
public record Circumstances(
        Optional<String> place,
        Optional<ZoneId> zone,
        Map<String, Integer> languages,
        Set<String> groups,
        boolean optedOut,
        Optional<LocalDate> inRoleSince,
        Set<UUID> workedFor) {

    /** Of somebody of whom nothing of this is known. */
    public static final Circumstances UNKNOWN = new Circumstances(
            Optional.empty(), Optional.empty(), Map.of(), Set.of(), false, Optional.empty(), Set.of());

    public Circumstances {
        Checked.present("place", place);
        Checked.present("zone", zone);
        languages = Checked.languages(languages);
        groups = Set.copyOf(Checked.present("groups", groups));
        Checked.present("inRoleSince", inRoleSince);
        workedFor = Set.copyOf(Checked.present("workedFor", workedFor));
    }
}
