package org.traverse.api.marketplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.matching.learningplan.Gap;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue.Role;
import org.traverse.skill.Requirement;

/** What somebody still has to learn for a role, and what teaches it. */
@Component
public class Gaps {
    /** @param need null for any level; @param learning best first, empty when the need is met */
    public record SkillGap(
            UUID skill, int have, Integer need, boolean must, boolean met, List<LearningCatalogue.Item> learning) {}

    /** @param skills empty when no requirements are known */
    public record RoleGap(Role role, List<SkillGap> skills) {}

    private final RoleCatalogue roles;
    private final LearningCatalogue learning;
    private final MatchFacts facts;

    Gaps(RoleCatalogue roles, LearningCatalogue learning, MatchFacts facts) {
        this.roles = roles;
        this.learning = learning;
        this.facts = facts;
    }

    public Optional<RoleGap> of(EmployeeId employee, UUID role) {
        return roles.find(role).map(found -> new RoleGap(found, of(employee, found.requirements())));
    }

    /** Musts and widest gaps first, those too that are none. */
    List<SkillGap> of(EmployeeId employee, List<Requirement> requirements) {
        Map<UUID, Integer> have = facts.person(employee.value())
                .map(person -> person.skills().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, known -> known.getValue().level())))
                .orElse(Map.of());
        Map<UUID, Requirement> asked =
                requirements.stream().collect(Collectors.toMap(r -> r.skill().value(), Function.identity()));
        Map<UUID, LearningCatalogue.Item> items = learning.giving(asked.keySet()).stream()
                .collect(Collectors.toMap(LearningCatalogue.Item::id, Function.identity()));
        var catalogue = items.values().stream().map(Facts::item).toList();
        return Gap.of(have, Facts.requirements(requirements), catalogue).stream()
                .map(gap -> new SkillGap(
                        gap.skill(),
                        gap.have(),
                        gap.need() == 0 ? null : gap.need(),
                        asked.get(gap.skill()).must(),
                        gap.isClosed(),
                        gap.learning().stream().map(items::get).toList()))
                .toList();
    }
}
