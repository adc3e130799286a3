package org.traverse.taxonomy;

import java.util.List;
import java.util.Set;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;

/** A table that says which skills there are, and which of them an occupation asks for. */
interface OnetSkillTable extends OnetTable {
    /** Finds what only shows once every table has been read. */
    void check(Set<String> occupations, OnetProblems problems);

    /** In the same order whatever the order of the rows. */
    List<DefineSkill> skills();

    /** In the same order whatever the order of the rows. */
    List<Requirement> requirements(String occupation);
}
