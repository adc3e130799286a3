package org.traverse.taxonomy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;

/** The table of technologies an occupation uses: names only, neither rated nor required. */
class OnetTechnologies implements OnetSkillTable {
    private static final int LONGEST_NAME = 200;

    private record Used(int firstRow, SortedSet<String> technologies) {}

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Used> byOccupation = new LinkedHashMap<>();

    @Override
    public String file() {
        return "Technology Skills.txt";
    }

    @Override
    public List<String> columns() {
        return List.of(OnetRow.CODE, "Example");
    }

    @Override
    public void read(OnetRow row) {
        var code = row.code();
        var example = row.text("Example", LONGEST_NAME);
        var used = byOccupation.computeIfAbsent(code, c -> new Used(row.number(), new TreeSet<>()));
        // One string each, however often it is used.
        used.technologies().add(names.computeIfAbsent(example, e -> e));
    }

    @Override
    public void check(Set<String> occupations, OnetProblems problems) {
        byOccupation.forEach((code, used) -> {
            if (!occupations.contains(code)) {
                problems.add(file(), used.firstRow(), "the occupation " + code + " is not in Occupation Data.txt");
            }
        });
    }

    @Override
    public List<DefineSkill> skills() {
        return names.keySet().stream()
                .sorted()
                .map(name -> new DefineSkill(skill(name), name, SkillKind.TECHNOLOGY, Optional.of(source(name))))
                .toList();
    }

    @Override
    public List<Requirement> requirements(String occupation) {
        return byOccupation.containsKey(occupation)
                ? byOccupation.get(occupation).technologies().stream()
                        .map(name -> Requirement.desirable(skill(name)))
                        .toList()
                : List.of();
    }

    private static SkillId skill(String name) {
        return SkillId.of(source(name));
    }

    private static Source source(String name) {
        return OnetArchive.source("technology/" + name);
    }
}
