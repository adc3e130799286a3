package org.traverse.api.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Part;
import org.traverse.matching.fit.RequirementMet;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue.Skill;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** Requirements as programs read and write them: a skill by its id, with its name beside it. */
@Component
class Requirements {
    /** @param level 1-5; null for any level */
    record AskedSkill(UUID skill, String name, Integer level, boolean must) {}

    /** @param level 1-5 asked for, null for any; @param have 0-5, 0 for nothing */
    record MetSkill(UUID skill, String name, Integer level, boolean must, int have, boolean met) {}

    /** A named share of the score; points of all parts add up to it. */
    record ScorePart(String name, int points, int max, String because) {
        static List<ScorePart> of(List<Part> parts) {
            return parts.stream()
                    .map(part -> new ScorePart(part.name(), part.points(), part.max(), part.because()))
                    .toList();
        }
    }

    /** @param skill the id of a skill, or its exact name where only one has it; @param level 1-5, null for any */
    record NewRequirement(String skill, Integer level, boolean must) {}

    private static final String FIELD = "requirements[%d].%s";

    private final SkillCatalogue skills;

    Requirements(SkillCatalogue skills) {
        this.skills = skills;
    }

    Map<UUID, String> of(Collection<UUID> ids) {
        return skills.names(ids);
    }

    /** Must-haves first. */
    List<AskedSkill> asked(List<Requirement> requirements, Map<UUID, String> names) {
        return requirements.stream()
                .sorted((a, b) -> Boolean.compare(b.must(), a.must()))
                .map(r -> new AskedSkill(
                        r.skill().value(),
                        names.getOrDefault(r.skill().value(), ""),
                        r.level().map(level -> level.level()).orElse(null),
                        r.must()))
                .toList();
    }

    /** Must-haves first. */
    List<MetSkill> met(Fit fit, Map<UUID, String> names) {
        return fit.requirements().stream()
                .sorted((a, b) -> Boolean.compare(b.must(), a.must()))
                .map(r -> new MetSkill(
                        r.skill(),
                        names.getOrDefault(r.skill(), ""),
                        r.level() == 0 ? null : r.level(),
                        r.must(),
                        r.have(),
                        r.met()))
                .toList();
    }

    Map<UUID, String> in(Collection<Fit> fits) {
        return skills.names(fits.stream()
                .flatMap(fit -> fit.requirements().stream())
                .map(RequirementMet::skill)
                .collect(Collectors.toSet()));
    }

    /** @throws InvalidField naming the requirement and the field */
    List<Requirement> read(List<NewRequirement> asked) {
        Map<SkillId, Requirement> read = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            NewRequirement each = asked.get(i);
            if (each == null || each.skill() == null) {
                throw new InvalidField(FIELD.formatted(i, "skill"), "must be given");
            }
            if (each.level() != null && (each.level() < 1 || each.level() > 5)) {
                throw new InvalidField(FIELD.formatted(i, "level"), "is 1 to 5, not " + each.level());
            }
            var skill = skill(each.skill(), FIELD.formatted(i, "skill"));
            var requirement = each.level() == null
                    ? new Requirement(skill, Optional.empty(), each.must(), Optional.empty())
                    : each.must() ? Requirement.must(skill, each.level()) : Requirement.desirable(skill, each.level());
            if (read.put(skill, requirement) != null) {
                throw new InvalidField(FIELD.formatted(i, "skill"), "is asked for twice");
            }
        }
        return List.copyOf(read.values());
    }

    /** @throws InvalidField naming the field, unless this is a skill's id, or the name of one skill only */
    SkillId skill(String idOrName, String field) {
        Optional<UUID> id = parse(idOrName);
        List<Skill> meant = id.isPresent() ? skills.find(id.get()).stream().toList() : skills.named(idOrName);
        if (meant.size() == 1) {
            return new SkillId(meant.get(0).id());
        }
        throw new InvalidField(
                field,
                meant.isEmpty()
                        ? "names no skill: " + idOrName
                        : "names more than one skill, so give the id: " + idOrName);
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
