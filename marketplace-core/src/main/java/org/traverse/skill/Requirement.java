package org.traverse.skill;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a gig or role asks for in one skill.
 *
 * @param level empty when any level will do
 * @param must whether nobody without it can be chosen
 * @param original what an imported source said, on its own scale
 */
public record Requirement(SkillId skill, Optional<Proficiency> level, boolean must, Optional<Rating> original) {
    /** A source's own words: importance 1-5 and level 0-7 as O*NET's scales IM and LV have them. */
    public record Rating(double importance, double level) {}

    public static Requirement must(SkillId skill, int level) {
        return new Requirement(skill, Optional.of(Proficiency.of(level)), true, Optional.empty());
    }

    public static Requirement desirable(SkillId skill, int level) {
        return new Requirement(skill, Optional.of(Proficiency.of(level)), false, Optional.empty());
    }

    /** Good to know, at whatever level. */
    public static Requirement desirable(SkillId skill) {
        return new Requirement(skill, Optional.empty(), false, Optional.empty());
    }

    /** Refuses a list that asks for the same skill twice. */
    public static List<Requirement> distinct(List<Requirement> requirements) {
        Set<SkillId> seen = new HashSet<>();
        for (Requirement requirement : requirements) {
            if (!seen.add(requirement.skill())) {
                throw new IllegalArgumentException("skill " + requirement.skill() + " is asked for twice");
            }
        }
        return List.copyOf(requirements);
    }
}
