package org.traverse.skill;

import java.util.Optional;
import org.traverse.EventName;

/** The life of a skill. Stored for ever: add, never edit. */
public sealed interface SkillEvent {
    SkillId id();

    @EventName("skill.defined")
    record SkillDefined(SkillId id, String name, SkillKind kind, Optional<Source> source) implements SkillEvent {}

    @EventName("skill.revised")
    record SkillRevised(SkillId id, String name, SkillKind kind) implements SkillEvent {}
}
