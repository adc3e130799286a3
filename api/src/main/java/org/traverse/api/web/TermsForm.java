package org.traverse.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.traverse.Bounds;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.Terms;

/**
 * On what terms a gig is given, as it was typed.
 *
 * @param remote empty unless it was ticked
 * @param audience the id of an org unit; empty for everybody
 */
public record TermsForm(String place, String remote, String zone, String languages, String audience, String topics) {
    /** One choice of audience. */
    public record Unit(String id, String name) {}

    static final Set<String> FIELDS = Set.of("place", "zone", "languages", "audience", "topics");

    static final TermsForm BLANK = new TermsForm("", "", "", "", "", "");

    public TermsForm {
        place = orEmpty(place);
        remote = orEmpty(remote);
        zone = orEmpty(zone);
        languages = orEmpty(languages);
        audience = orEmpty(audience);
        topics = orEmpty(topics);
    }

    public boolean isBlank() {
        return equals(BLANK);
    }

    /**
     * What is wrong with it is put beside the name of its field.
     *
     * @param units those there are
     */
    Terms read(Map<String, String> errors, List<Unit> units) {
        return new Terms(
                Fields.read(errors, "place", Optional.empty(), () -> Bounds.place("place", Optional.of(place))),
                !remote.isEmpty(),
                ZoneField.meant(errors, "zone", zone),
                Several.languages(errors, "languages", languages),
                unit(errors, units),
                Fields.read(
                        errors,
                        "topics",
                        List.of(),
                        () -> Bounds.topics("topics", Several.of(topics), Terms.MOST_TOPICS)));
    }

    private List<OrgUnitId> unit(Map<String, String> errors, List<Unit> units) {
        if (audience.isEmpty()) {
            return List.of();
        }
        if (units.stream().noneMatch(unit -> unit.id().equals(audience))) {
            errors.put("audience", "Choose a unit from the list.");
            return List.of();
        }
        return List.of(new OrgUnitId(UUID.fromString(audience)));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
