package org.traverse.preferences;

import java.util.List;
import java.util.Optional;
import org.traverse.Bounds;
import org.traverse.skill.Language;
import org.traverse.skill.SkillId;

/**
 * Where and how somebody works, and what they would like. Whatever is left out stands in nobody's way.
 *
 * @param place where they work, by whatever name the company has for it
 * @param zone by whose clock they work, as the IANA time zone database names it
 * @param languages by code; none at all means that nothing is said of them
 * @param aims skills they want to use and get better at
 * @param topics what interests them, in lower case
 * @param places where they would like to work; none means that any will do
 * @param mostHoursPerWeek of one piece of work, in hours per ISO week; 0 when any number will do
 */
public record Statement(
        Optional<String> place,
        Optional<String> zone,
        List<Language> languages,
        List<SkillId> aims,
        List<String> topics,
        List<String> places,
        int mostHoursPerWeek) {
    public static final int MOST = 20;

    public static final Statement NOTHING =
            new Statement(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), 0);

    /** As it may be stored: tidied, or refused by the name of the field. */
    Statement checked() {
        return new Statement(
                Bounds.place("place", place),
                Bounds.zone("zone", zone),
                Language.distinct(languages),
                Bounds.list("aims", aims, MOST).stream().distinct().toList(),
                Bounds.topics("topics", topics, MOST),
                Bounds.places("places", places, MOST),
                Bounds.number("mostHoursPerWeek", mostHoursPerWeek, 0, 60));
    }
}
