package org.traverse.skill;

/** What sort of concept a skill is. */
public enum SkillKind {
    SKILL,
    KNOWLEDGE,
    TECHNOLOGY,
    LANGUAGE,
    TRANSVERSAL
}
