package org.traverse.matching.careerpath;

import org.traverse.matching.facts.Checked;

/**
 * What is taken for granted about careers where no record tells. None of it is a law of nature: a company that has
 * figures of its own sets them.
 *
 * @param hoursPerLevel to study one level of a must that nothing in the catalogue teaches
 * @param hoursPerLevelInRole to learn one level of what is only desirable, once in the role
 * @param settlingInHours that every change of role takes, whatever one knows
 * @param weeksInRole that one stays before the next change
 * @param hourlyCost of an hour not worked, in minor units of the one currency that all fees share
 * @param readiness least percent of what a role asks for that somebody has to bring: wanted levels, a must's counting three
 *     times, each by how rare its skill is among roles ({@link RoleGraph})
 * @param hoursToLearn most hours of learning, before and in a role, that a step may take
 * @param changes of role, the last included, that anybody plans ahead
 * @param neighbours of each role so many are looked at that are most similar; all, where there are no more
 */
public record Assumptions(
        int hoursPerLevel,
        int hoursPerLevelInRole,
        int settlingInHours,
        int weeksInRole,
        long hourlyCost,
        int readiness,
        int hoursToLearn,
        int changes,
        int neighbours) {

    public Assumptions {
        Checked.between("hours per level", hoursPerLevel, 1, 10_000);
        Checked.between("hours per level in a role", hoursPerLevelInRole, 0, 10_000);
        Checked.between("settling-in hours", settlingInHours, 0, 10_000);
        Checked.between("weeks in a role", weeksInRole, 0, 520);
        Checked.between("hourly cost", hourlyCost, 0, 1_000_000_000);
        Checked.between("readiness", readiness, 0, 100);
        Checked.between("hours to learn", hoursToLearn, 0, 100_000);
        Checked.between("changes", changes, 1, 10);
        Checked.between("neighbours", neighbours, 1, 1_000);
    }

    /**
     * A working week for a level, a year in a role, 40.00 an hour, five changes. With 15 % and 400 hours, of the pairs that
     * the O*NET 29.2 Database calls primarily related 82 % count as a step, of all pairs 42 %.
     */
    public static Assumptions usual() {
        return new Assumptions(40, 10, 40, 52, 40_00, 15, 400, 5, 100);
    }
}
