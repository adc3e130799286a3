package org.traverse.api.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.traverse.matching.fit.Policy;
import org.traverse.preferences.Statement;

/**
 * What somebody says of themselves, and what the company makes of it.
 *
 * @param places of open work, to choose from
 * @param topics of open work, as an example
 * @param outSince a date, empty for whoever is matched
 * @param errors by the name of the field
 */
public record PreferencesView(
        Typed typed,
        RankingView ranking,
        List<String> places,
        String topics,
        String outSince,
        Policy policy,
        Map<String, String> errors) {
    private static final int FEWEST_ROWS = 3;

    /** As it was typed; given back as it was when something about it is refused. */
    public record Typed(
            String place,
            String zone,
            String languages,
            List<String> skill,
            String topics,
            String places,
            String hours) {
        public Typed {
            place = orEmpty(place);
            zone = orEmpty(zone);
            languages = orEmpty(languages);
            skill = skill == null ? List.of() : skill;
            topics = orEmpty(topics);
            places = orEmpty(places);
            hours = orEmpty(hours);
        }

        private static String orEmpty(String value) {
            return value == null ? "" : value;
        }
    }

    /** With room for one more, unless they are as many as may be. */
    public List<String> aims() {
        int typedIn = typed.skill().size();
        int rows = Math.max(FEWEST_ROWS, typedIn < Statement.MOST ? typedIn + 1 : typedIn);
        return Stream.concat(typed.skill().stream(), Stream.generate(() -> ""))
                .limit(rows)
                .toList();
    }

    public boolean out() {
        return !outSince.isEmpty();
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What some of it is worth, in the company's own policy. */
    public String worth(int points) {
        return points == 0
                ? "Your company gives no points for this yet; it is kept for when it does."
                : "Worth up to " + Words.count(points, "point") + " of 100.";
    }
}
