package org.traverse.api.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.traverse.api.demo.Company.Learning;
import org.traverse.api.demo.Company.Role;
import org.traverse.api.demo.Company.Skill;
import org.traverse.learning.Modality;
import org.traverse.learning.Price;
import org.traverse.skill.SkillKind;

/** What the company knows about work before anybody works there: skills, roles and learning. */
final class Catalogue {
    private final List<Skill> skills = skillTable();
    private final List<Role> roles = roleTable();
    private final List<Learning> learning = learningTable();
    private final Map<String, Skill> skillsByName = skills.stream().collect(toMap(Skill::name, Function.identity()));
    private final Map<String, List<String>> inHouseByFamily =
            skills.stream().filter(Skill::inHouse).collect(groupingBy(Skill::family, mapping(Skill::name, toList())));

    private Catalogue() {}

    static Catalogue read() {
        return new Catalogue();
    }

    List<Skill> skills() {
        return skills;
    }

    List<Role> roles() {
        return roles;
    }

    List<Learning> learning() {
        return learning;
    }

    private static List<Skill> skillTable() {
        return Table.read("skills").rows().stream()
                .map(row -> new Skill(
                        row.text("name"),
                        row.one(SkillKind.class, "kind"),
                        row.text("family"),
                        row.text("in house").equals("yes")))
                .toList();
    }

    private static List<Role> roleTable() {
        return Table.read("roles").rows().stream()
                .map(row -> new Role(
                        row.text("title"),
                        row.text("family"),
                        row.list("next", ";"),
                        row.requirements("requirements"),
                        row.text("description")))
                .toList();
    }

    private static List<Learning> learningTable() {
        return Table.read("learning").rows().stream()
                .map(row -> new Learning(
                        row.text("title"),
                        row.text("provider"),
                        row.one(Modality.class, "modality"),
                        row.number("hours"),
                        new Price(row.number("cost"), Currency.getInstance(row.text("currency"))),
                        row.levels("skills"),
                        row.text("description")))
                .toList();
    }

    Map<String, Skill> skillsByName() {
        return skillsByName;
    }

    Map<String, Role> rolesByTitle() {
        return roles.stream().collect(toMap(Role::title, Function.identity()));
    }

    /** The names of the skills that people here may have, by family. */
    Map<String, List<String>> inHouseByFamily() {
        return inHouseByFamily;
    }
}
