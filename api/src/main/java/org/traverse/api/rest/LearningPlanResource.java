package org.traverse.api.rest;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.RolePlan;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.learningplan.LearningPlan.Study;
import org.traverse.matching.learningplan.StudyTime;

/** The learning that brings somebody closest to a role, in the hours and for the money they have. */
@RestController
@RequestMapping("/api/employees/me/learning-plan")
class LearningPlanResource {
    /**
     * @param hours in all
     * @param cost in minor units of the plan's currency
     * @param firstWeek the Monday of the first ISO week of study
     * @param hoursPerWeek in that week and in each after it
     */
    record PlannedStudy(
            UUID learning, String title, int hours, long cost, LocalDate firstWeek, List<Integer> hoursPerWeek) {}

    /** @param have today, 0-5; @param need 1-5, null for any level; @param reached when all is done */
    record PlannedSkill(UUID skill, String name, int have, Integer need, boolean must, int reached) {}

    /**
     * @param items in the order of their beginning
     * @param optimal whether it is proven that no plan closes more of the gaps, or as much in fewer hours
     * @param gapPercent by how much a better one might close more; 0 when optimal
     */
    record PlanItem(
            UUID role,
            String title,
            List<PlannedSkill> skills,
            List<PlannedStudy> items,
            int hours,
            long cost,
            String currency,
            boolean optimal,
            double gapPercent) {}

    private final LearningPlanning planning;
    private final Requirements names;
    private final Clock clock;

    LearningPlanResource(LearningPlanning planning, Requirements names, Clock clock) {
        this.planning = planning;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param hoursPerWeek for learning, in every ISO week from the first day (today, if not given) to the deadline
     * @param budget in minor units of the currency; without one, only what is free of charge
     */
    @GetMapping
    PlanItem plan(
            Caller caller,
            @RequestParam UUID role,
            @RequestParam int hoursPerWeek,
            @RequestParam LocalDate deadline,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(defaultValue = "0") long budget,
            @RequestParam(defaultValue = "EUR") @Pattern(regexp = "[A-Z]{3}") String currency) {
        var time = new StudyTime(hoursPerWeek, from == null ? LocalDate.now(clock) : from, deadline, budget);
        return planning.forRole(caller.self(), role, time, currency)
                .map(plan -> item(plan, currency))
                .orElseThrow(() -> new Unknown("role"));
    }

    private PlanItem item(RolePlan planned, String currency) {
        Map<UUID, String> skills =
                names.of(planned.gaps().stream().map(Gaps.SkillGap::skill).toList());
        var plan = planned.plan();
        return new PlanItem(
                planned.role().id(),
                planned.role().title(),
                planned.gaps().stream()
                        .map(gap -> new PlannedSkill(
                                gap.skill(),
                                skills.getOrDefault(gap.skill(), ""),
                                gap.have(),
                                gap.need(),
                                gap.must(),
                                plan.reached().get(gap.skill())))
                        .toList(),
                plan.studies().stream().map(study -> study(planned, study)).toList(),
                plan.hours(),
                plan.cost(),
                currency,
                plan.isOptimal(),
                100 * plan.gap());
    }

    private static PlannedStudy study(RolePlan planned, Study study) {
        var item = planned.items().get(study.item());
        return new PlannedStudy(
                item.id(), item.title(), item.hours(), item.minorUnits(), study.firstWeek(), study.hours());
    }
}
