package org.traverse.learning;

import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;

/** The level a learning resource brings somebody to. */
public record SkillGain(SkillId skill, Proficiency level) {}
