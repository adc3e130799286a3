package org.traverse.api.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.marketplace.LearningOffer.OpenGig;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.Planned;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.learningplan.Cheapest;
import org.traverse.matching.learningplan.LearningPlan.Study;
import org.traverse.matching.learningplan.StudyTime;

/** The learning that brings somebody closest to a role or to open work, in the hours and for the money they have. */
@RestController
@RequestMapping("/api/employees/me/learning-plan")
class LearningPlanResource {
    /**
     * @param learning of the catalogue, null for a gig
     * @param gig an opportunity that teaches by being done, null for anything else
     * @param hours in all
     * @param cost in minor units of the plan's currency
     * @param firstWeek the Monday of the first ISO week of study
     * @param hoursPerWeek in that week and in each after it
     */
    record PlannedStudy(
            UUID learning,
            UUID gig,
            String title,
            int hours,
            long cost,
            LocalDate firstWeek,
            List<Integer> hoursPerWeek) {}

    /** @param have today, 0-5; @param need 1-5, null for any level; @param reached when all is done */
    record PlannedSkill(UUID skill, String name, int have, Integer need, boolean must, int reached) {}

    /**
     * @param target the role or the opportunity
     * @param eligible whether every must of it is met when all is done
     * @param items in the order of their beginning
     * @param otherCurrency how many items of the catalogue were left aside because they cost money in another currency
     * @param optimal whether it is proven that no plan closes more of the gaps, or as much and is cheaper
     * @param mayCloseMorePercent how much more of the gaps a better one might close; 0 when optimal
     */
    record PlanItem(
            UUID target,
            String title,
            List<PlannedSkill> skills,
            List<PlannedStudy> items,
            int hours,
            long cost,
            String currency,
            int otherCurrency,
            boolean eligible,
            boolean optimal,
            double mayCloseMorePercent) {}

    private final LearningPlanning planning;
    private final Requirements names;
    private final Clock clock;

    LearningPlanResource(LearningPlanning planning, Requirements names, Clock clock) {
        this.planning = planning;
        this.names = names;
        this.clock = clock;
    }

    /**
     * For a role all it asks for; for an opportunity only its musts, and so the cheapest way to become eligible for it.
     *
     * @param hoursPerWeek for learning, in every ISO week from the first day (today, if not given) to the deadline; gigs
     *     take of these, and together no more than the caller has free for work either
     * @param deadline the last day; for an opportunity, if not given, the one before it begins
     * @param budget in minor units of the currency; without one, only what is free of charge
     * @param currency that of the company, if not given; what costs money in another one is left aside
     * @param cheapest of plans that close as much: the fewest hours, or the least money and then the fewest hours
     */
    @GetMapping
    PlanItem plan(
            Caller caller,
            @RequestParam(required = false) UUID role,
            @RequestParam(required = false) UUID opportunity,
            @RequestParam @Min(1) @Max(168) int hoursPerWeek,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate deadline,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000_000_000L) long budget,
            @RequestParam(required = false) @Pattern(regexp = "[A-Z]{3}") String currency,
            @RequestParam(defaultValue = "hours") @Pattern(regexp = "hours|money") String cheapest) {
        if ((role == null) == (opportunity == null)) {
            throw new InvalidField("role", "give either this or an opportunity");
        }
        var target = role == null
                ? planning.opportunity(opportunity).orElseThrow(() -> new Unknown("opportunity"))
                : planning.role(role).orElseThrow(() -> new Unknown("role"));
        LocalDate last = Optional.ofNullable(deadline)
                .or(() -> target.begins().map(day -> day.minusDays(1)))
                .orElseThrow(() -> new InvalidField("deadline", "is missing"));
        var time = time(hoursPerWeek, from == null ? LocalDate.now(clock) : from, last, budget);
        String paid = currency == null ? planning.currency().getCurrencyCode() : currency;
        var wanted = Cheapest.valueOf(cheapest.toUpperCase(Locale.ROOT));
        return item(planning.plan(caller, target, time, paid, wanted), paid);
    }

    private static StudyTime time(int hoursPerWeek, LocalDate from, LocalDate deadline, long budget) {
        try {
            return new StudyTime(hoursPerWeek, from, deadline, budget);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("deadline", e.getMessage());
        }
    }

    private PlanItem item(Planned planned, String currency) {
        Map<UUID, String> skills =
                names.of(planned.gaps().stream().map(Gaps.SkillGap::skill).toList());
        var plan = planned.plan();
        return new PlanItem(
                planned.target().id(),
                planned.target().title(),
                planned.gaps().stream()
                        .map(gap -> new PlannedSkill(
                                gap.skill(),
                                skills.getOrDefault(gap.skill(), ""),
                                gap.have(),
                                gap.need(),
                                gap.must(),
                                planned.reached(gap)))
                        .toList(),
                plan.studies().stream().map(study -> study(planned, study)).toList(),
                plan.hours(),
                plan.cost(),
                currency,
                planned.otherCurrency(),
                planned.isEligible(),
                plan.isOptimal(),
                plan.mayCloseMorePercent());
    }

    private static PlannedStudy study(Planned planned, Study study) {
        var offer = planned.offers().get(study.item());
        boolean isGig = offer instanceof OpenGig;
        return new PlannedStudy(
                isGig ? null : offer.id(),
                isGig ? offer.id() : null,
                offer.title(),
                offer.item().hours(),
                offer.item().cost(),
                study.firstWeek(),
                study.hours());
    }
}
