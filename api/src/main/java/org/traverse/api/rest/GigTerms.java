package org.traverse.api.rest;

import java.util.List;
import java.util.Optional;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.Terms;
import org.traverse.skill.Language;

/**
 * On what terms work is given; all of it may be left out.
 *
 * @param place where it is done
 * @param remote whether it can be done from anywhere
 * @param zone by whose clock, such as {@code Europe/Amsterdam}
 * @param languages each an ISO 639-1 code and the least level of the Common European Framework, {@code A1} to {@code C2}
 * @param audience ids of the org units whose people, and those of all units below, may do it
 * @param topics what it is about
 */
record GigTerms(
        String place,
        Boolean remote,
        String zone,
        List<Language> languages,
        List<OrgUnitId> audience,
        List<String> topics) {
    static GigTerms of(Terms terms) {
        return new GigTerms(
                terms.place().orElse(null),
                terms.remote(),
                terms.zone().orElse(null),
                terms.languages(),
                terms.audience(),
                terms.topics());
    }

    Terms terms() {
        return new Terms(
                Optional.ofNullable(place),
                Boolean.TRUE.equals(remote),
                Optional.ofNullable(zone),
                orNone(languages),
                orNone(audience),
                orNone(topics));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
