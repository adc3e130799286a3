package org.traverse.taxonomy;

import static java.util.Comparator.comparing;
import static org.traverse.taxonomy.OnetProblems.quoted;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;

/** A table that rates elements, skills or knowledge, for each occupation: one row for importance, one for level. */
class OnetRatings implements OnetSkillTable {
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ELEMENT = Pattern.compile("[0-9A-Za-z]+(\\.[0-9A-Za-z]+)*");

    private record Rating(double value, boolean unusable, int row) {}

    private static class Rated {
        private final String element;
        private Rating importance;
        private Rating level;

        private Rated(String element) {
            this.element = element;
        }

        private int row() {
            return importance != null ? importance.row() : level.row();
        }
    }

    private final String file;
    private final SkillKind kind;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Map<String, Rated>> byOccupation = new LinkedHashMap<>();

    OnetRatings(String file, SkillKind kind) {
        this.file = file;
        this.kind = kind;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public List<String> columns() {
        return List.of(
                OnetRow.CODE,
                "Element ID",
                "Element Name",
                "Scale ID",
                "Data Value",
                "Recommend Suppress",
                "Not Relevant");
    }

    @Override
    public void read(OnetRow row) {
        var code = row.code();
        var element = row.text("Element ID", LONGEST_ID);
        if (!ELEMENT.matcher(element).matches()) {
            throw new OnetMalformed("Element ID is not like 2.A.1.a: " + quoted(element));
        }
        var name = row.text("Element Name", LONGEST_NAME);
        var scale = row.text("Scale ID", LONGEST_ID);
        var rating = switch (scale) {
            case "IM" ->
                new Rating(
                        row.number("Data Value", OnetScales.LEAST_IMPORTANCE, OnetScales.MOST_IMPORTANCE),
                        row.yes("Recommend Suppress"),
                        row.number());
            case "LV" ->
                new Rating(
                        row.number("Data Value", OnetScales.LOWEST_LEVEL, OnetScales.HIGHEST_LEVEL),
                        row.yes("Recommend Suppress") | row.yes("Not Relevant"),
                        row.number());
            default -> throw new OnetMalformed("Scale ID is neither IM nor LV: " + quoted(scale));
        };
        var known = names.putIfAbsent(element, name);
        if (known != null && !known.equals(name)) {
            throw new OnetMalformed("the element " + quoted(element) + " is called " + quoted(name) + ", before it was "
                    + quoted(known));
        }
        var rated = byOccupation
                .computeIfAbsent(code, c -> new HashMap<>())
                .computeIfAbsent(element, e -> new Rated(e.intern()));
        if ((scale.equals("IM") ? rated.importance : rated.level) != null) {
            throw new OnetMalformed("the scale " + scale + " of element " + quoted(element) + " for occupation " + code
                    + " is there twice");
        }
        if (scale.equals("IM")) {
            rated.importance = rating;
        } else {
            rated.level = rating;
        }
    }

    @Override
    public void check(Set<String> occupations, OnetProblems problems) {
        byOccupation.forEach((code, rated) -> {
            if (!occupations.contains(code)) {
                var first = rated.values().stream().mapToInt(Rated::row).min().orElse(0);
                problems.add(file, first, "the occupation " + code + " is not in Occupation Data.txt");
            }
            for (Rated each : rated.values()) {
                if (each.importance == null || each.level == null) {
                    problems.add(
                            file,
                            each.row(),
                            "the element " + quoted(each.element) + " of occupation " + code
                                    + (each.level == null
                                            ? " has an importance (IM) but no level (LV)"
                                            : " has a level (LV) but no importance (IM)"));
                }
            }
        });
    }

    @Override
    public List<DefineSkill> skills() {
        return names.entrySet().stream()
                .map(e -> new DefineSkill(
                        skill(e.getKey()), e.getValue(), kind, Optional.of(OnetArchive.source(e.getKey()))))
                .toList();
    }

    @Override
    public List<Requirement> requirements(String occupation) {
        return byOccupation.getOrDefault(occupation, Map.of()).values().stream()
                .filter(r -> !r.importance.unusable() && !r.level.unusable())
                .filter(r -> OnetScales.required(r.importance.value()))
                // The most important first.
                .sorted(comparing((Rated r) -> -r.importance.value()).thenComparing(r -> r.element))
                .map(OnetRatings::requirement)
                .toList();
    }

    private static Requirement requirement(Rated rated) {
        double importance = rated.importance.value();
        double level = rated.level.value();
        return new Requirement(
                skill(rated.element),
                Optional.of(OnetScales.level(level)),
                OnetScales.must(importance),
                Optional.of(new Requirement.Rating(importance, level)));
    }

    private static SkillId skill(String element) {
        return SkillId.of(OnetArchive.source(element));
    }
}
