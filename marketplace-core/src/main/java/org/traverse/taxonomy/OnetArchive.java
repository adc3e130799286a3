package org.traverse.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleId;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;

/**
 * The O*NET database in its text form, as its official archive brings it, read and found sound from end to end: the
 * skills to define, then the roles that ask for them. The same archive always gives the same list in the same order.
 */
public record OnetArchive(List<DefineSkill> skills, List<DefineRole> roles) {
    /** The scheme under which skills and roles name their source. */
    public static final String SCHEME = "O*NET";

    /** What a role can ask for; in O*NET 29.2 none asks for half as much. */
    private static final int MOST_REQUIREMENTS = 1_000;

    /**
     * @param name what the archive is called where it comes from, for messages about it as a whole
     * @throws DamagedArchive when anything in it is wrong
     */
    public static OnetArchive read(String name, InputStream archive) throws IOException {
        var problems = new OnetProblems();
        var occupations = new OnetOccupations();
        var skills = new OnetRatings("Skills.txt", SkillKind.SKILL);
        var knowledge = new OnetRatings("Knowledge.txt", SkillKind.KNOWLEDGE);
        var technologies = new OnetTechnologies();
        var skillTables = List.<OnetSkillTable>of(skills, knowledge, technologies);
        var tables = Stream.<OnetTable>concat(Stream.of(occupations), skillTables.stream())
                .collect(Collectors.toMap(OnetTable::file, Function.identity()));

        var found = new OnetZip(name, new OnetReader(problems), problems, tables).read(archive);
        problems.refuseIfAny(); // what follows would only repeat the consequences
        tables.keySet().stream()
                .filter(table -> !found.contains(table))
                .sorted()
                .forEach(table -> problems.add(table, 0, "is missing; the archive must be O*NET's text form"));
        problems.refuseIfAny();

        var codes = occupations.byCode().keySet();
        if (codes.isEmpty()) {
            problems.add(occupations.file(), 0, "has no occupations");
        }
        skillTables.forEach(table -> table.check(codes, problems));
        refuseShared(skills, knowledge, problems);
        problems.refuseIfAny();
        for (String code : codes) {
            if (requirements(code, skillTables).size() > MOST_REQUIREMENTS) {
                problems.add(
                        occupations.file(),
                        0,
                        "the occupation " + code + " asks for more than " + MOST_REQUIREMENTS + " skills");
            }
        }
        problems.refuseIfAny();

        return new OnetArchive(
                skillTables.stream().flatMap(table -> table.skills().stream()).toList(),
                occupations.byCode().entrySet().stream()
                        .map(o -> role(o.getKey(), o.getValue(), skillTables))
                        .toList());
    }

    /** Skills first, so that a role never asks for one that is not there yet. */
    List<Object> commands() {
        return Stream.<Object>concat(skills.stream(), roles.stream()).toList();
    }

    private static DefineRole role(String code, OnetOccupations.Occupation occupation, List<OnetSkillTable> tables) {
        return new DefineRole(
                RoleId.of(source(code)),
                occupation.title(),
                occupation.description(),
                occupation.family(),
                requirements(code, tables),
                Optional.of(source(code)));
    }

    private static List<Requirement> requirements(String code, List<OnetSkillTable> tables) {
        return tables.stream()
                .flatMap(table -> table.requirements(code).stream())
                .toList();
    }

    private static void refuseShared(OnetRatings skills, OnetRatings knowledge, OnetProblems problems) {
        var ids = skills.skills().stream().map(DefineSkill::id).collect(Collectors.toSet());
        knowledge.skills().stream()
                .filter(skill -> ids.contains(skill.id()))
                .forEach(skill -> problems.add(
                        knowledge.file(),
                        0,
                        "the element " + skill.source().orElseThrow().code() + " is in Skills.txt too"));
    }

    static Source source(String code) {
        return new Source(SCHEME, code);
    }
}
