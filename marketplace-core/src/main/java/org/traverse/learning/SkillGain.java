package org.traverse.learning;

import java.util.List;
import org.traverse.Bounds;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

/** The level a learning resource brings somebody to. */
public record SkillGain(SkillId skill, Proficiency level) {
    /** Refuses a list that gives the same skill twice. */
    static List<SkillGain> distinct(List<SkillGain> gives) {
        List<SkillGain> gains = Bounds.list("gives", gives, 50);
        if (gains.stream().map(SkillGain::skill).distinct().count() < gains.size()) {
            throw new IllegalArgumentException("gives names a skill twice");
        }
        return gains;
    }
}
