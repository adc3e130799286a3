package org.traverse.api.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.traverse.api.demo.Company.Claim;
import org.traverse.api.demo.Company.Role;
import org.traverse.api.demo.Company.Wants;
import org.traverse.skill.Language;
import org.traverse.skill.Language.Level;

/** What people say they want. Most have said nothing yet, as anywhere. */
final class Wishing {
    private static final int PERCENT_WHO_STATE = 20;
    private static final int PERCENT_WHO_OPT_OUT = 1;

    private static final List<String> TOPICS =
            List.of("data", "clean energy", "customers", "teaching", "security", "outdoors", "outages", "building");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Arabic", "ar"),
            Map.entry("Dutch", "nl"),
            Map.entry("English", "en"),
            Map.entry("French", "fr"),
            Map.entry("German", "de"),
            Map.entry("Hindi", "hi"),
            Map.entry("Polish", "pl"),
            Map.entry("Portuguese", "pt"),
            Map.entry("Spanish", "es"),
            Map.entry("Swedish", "sv"),
            Map.entry("Turkish", "tr"),
            Map.entry("Vietnamese", "vi"));

    private final Draw draw;

    Wishing(Draw draw) {
        this.draw = draw;
    }

    /** Written as {@code in Vik; about teaching; aims Python; likes Solberg; at most 6}. */
    static Optional<Wants> written(Phrases said) {
        return said.said().isEmpty()
                ? Optional.empty()
                : Optional.of(new Wants(
                        said.first("in"),
                        said.first("clock"),
                        said.languages(),
                        said.all("aims"),
                        said.all("about"),
                        said.all("likes"),
                        said.first("at most").map(Integer::parseInt).orElse(0)));
    }

    /** Languages are spoken as well as they are on the profile. */
    Optional<Wants> drawn(Role role, List<Claim> claims) {
        if (!draw.chance(PERCENT_WHO_STATE)) {
            return Optional.empty();
        }
        String town = draw.one(List.of("Solberg", "Solberg", "Vik"));
        return Optional.of(new Wants(
                Optional.of(town),
                Optional.of("Europe/Stockholm"),
                languages(claims),
                draw.some(draw.between(0, 2), role.requirements()).stream()
                        .map(Company.Requirement::skill)
                        .toList(),
                draw.some(draw.between(1, 3), TOPICS),
                draw.chance(50) ? List.of(town) : List.of(),
                draw.one(0, 0, 4, 6, 8)));
    }

    boolean optsOut() {
        return draw.chance(PERCENT_WHO_OPT_OUT);
    }

    private static List<Language> languages(List<Claim> claims) {
        var spoken = new TreeMap<String, Integer>();
        for (Claim claim : claims) {
            if (CODES.containsKey(claim.skill())) {
                spoken.merge(CODES.get(claim.skill()), claim.level(), Math::max);
            }
        }
        return spoken.entrySet().stream()
                .map(each -> new Language(each.getKey(), Level.values()[each.getValue()]))
                .toList();
    }
}
