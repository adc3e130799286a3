package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
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
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.skill.Requirement;

/** Which learning, and in which weeks, closes most of what separates somebody from a role or from open work. */
@Component
public class LearningPlanning {
    /** A level of a must counts as much as ten levels of what is only desirable. */
    private static final int MUST = 10;

    private static final int DESIRABLE = 1;

    /** What is aimed at; {@code begins} is empty for a role. */
    public record Target(UUID id, String title, Optional<LocalDate> begins, List<Requirement> requirements) {}

    /** @param gaps what is missing today; @param items those of the plan, and others */
    public record Planned(
            Target target, List<Gaps.SkillGap> gaps, LearningPlan plan, Map<UUID, LearningCatalogue.Item> items) {
        public int reached(Gaps.SkillGap gap) {
            return plan.reached().get(gap.skill());
        }

        /** Is every must met when all is done? */
        public boolean isEligible() {
            return !target.requirements().isEmpty()
                    && gaps.stream()
                            .filter(Gaps.SkillGap::must)
                            .allMatch(gap -> reached(gap) >= (gap.need() == null ? 1 : gap.need()));
        }
    }

    private final Gaps gaps;
    private final RoleCatalogue roles;
    private final GigBoard gigs;
    private final MatchFacts facts;
    private final LearningCatalogue learning;
    private final Clock clock;

    LearningPlanning(
            Gaps gaps, RoleCatalogue roles, GigBoard gigs, MatchFacts facts, LearningCatalogue learning, Clock clock) {
        this.gaps = gaps;
        this.roles = roles;
        this.gigs = gigs;
        this.facts = facts;
        this.learning = learning;
        this.clock = clock;
    }

    public Optional<Target> role(UUID id) {
        return roles.find(id).map(role -> new Target(id, role.title(), Optional.empty(), role.requirements()));
    }

    /** Of open work only the musts: they are what stands between somebody and it. */
    public Optional<Target> opportunity(UUID id) {
        return gigs.find(id)
                .filter(gig -> gig.isOpen(LocalDate.now(clock)))
                .flatMap(gig -> facts.gig(id)
                        .map(work -> new Target(
                                id,
                                gig.title(),
                                Optional.of(work.from()),
                                work.requirements().stream()
                                        .filter(Requirement::must)
                                        .toList())));
    }

    /** @param currency ISO 4217; what costs money in another one is left aside */
    public Planned plan(EmployeeId employee, Target target, StudyTime time, String currency) {
        var missing = gaps.of(employee, target.requirements()).stream()
                .filter(skill -> !skill.met())
                .toList();
        var teaching = learning
                .giving(missing.stream().map(Gaps.SkillGap::skill).toList())
                .stream()
                .filter(item -> item.minorUnits() == 0 || item.currency().equals(currency))
                .toList();
        var plan = LearningPlans.plan(
                missing.stream().map(LearningPlanning::aim).toList(),
                teaching.stream().map(Facts::item).toList(),
                time);
        return new Planned(
                target,
                missing,
                plan,
                teaching.stream().collect(Collectors.toMap(LearningCatalogue.Item::id, Function.identity())));
    }

    private static Aim aim(Gaps.SkillGap gap) {
        return new Aim(
                gap.skill(),
                gap.have(),
                gap.need() == null ? gap.have() + 1 : gap.need(),
                gap.must() ? MUST : DESIRABLE);
    }
}
