package org.traverse.api.marketplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.matching.learningplan.Aim;
import org.traverse.matching.learningplan.LearningPlan;
import org.traverse.matching.learningplan.LearningPlans;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue.Role;

/** Which learning, and in which weeks, closes most of what separates somebody from a role. */
@Component
public class LearningPlanning {
    /** A level of a must counts as much as ten levels of what is only desirable. */
    private static final int MUST = 10;

    private static final int DESIRABLE = 1;

    /** @param gaps what is missing today; @param items those of the plan, and others */
    public record RolePlan(
            Role role, List<Gaps.SkillGap> gaps, LearningPlan plan, Map<UUID, LearningCatalogue.Item> items) {}

    private final Gaps gaps;
    private final LearningCatalogue learning;

    LearningPlanning(Gaps gaps, LearningCatalogue learning) {
        this.gaps = gaps;
        this.learning = learning;
    }

    /** @param currency ISO 4217; what costs money in another one is left aside */
    public Optional<RolePlan> forRole(EmployeeId employee, UUID role, StudyTime time, String currency) {
        return gaps.of(employee, role).map(gap -> {
            var missing = gap.skills().stream().filter(skill -> !skill.met()).toList();
            var teaching = learning
                    .giving(missing.stream().map(Gaps.SkillGap::skill).toList())
                    .stream()
                    .filter(item -> item.minorUnits() == 0 || item.currency().equals(currency))
                    .toList();
            var plan = LearningPlans.plan(
                    missing.stream().map(LearningPlanning::aim).toList(),
                    teaching.stream().map(Facts::item).toList(),
                    time);
            return new RolePlan(
                    gap.role(),
                    missing,
                    plan,
                    teaching.stream().collect(Collectors.toMap(LearningCatalogue.Item::id, Function.identity())));
        });
    }

    private static Aim aim(Gaps.SkillGap gap) {
        return new Aim(
                gap.skill(),
                gap.have(),
                gap.need() == null ? gap.have() + 1 : gap.need(),
                gap.must() ? MUST : DESIRABLE);
    }
}
