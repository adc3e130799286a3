package org.traverse.api.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.marketplace.LearningOffer;
import org.traverse.api.marketplace.LearningOffer.Listed;
import org.traverse.api.marketplace.LearningOffer.OpenGig;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.Planned;
import org.traverse.matching.learningplan.Cheapest;
import org.traverse.matching.learningplan.LearningPlan.Study;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** A learning plan in the words of its page. */
@Component
class LearningPlanViews {
    private final SkillCatalogue skills;
    private final Currency currency;
    private final Labels labels;

    LearningPlanViews(SkillCatalogue skills, LearningPlanning planning, Labels labels) {
        this.skills = skills;
        currency = planning.currency();
        this.labels = labels;
    }

    LearningPlanView.Plan plan(Planned planned, StudyTime time, Cheapest cheapest) {
        var plan = planned.plan();
        var names =
                skills.names(planned.gaps().stream().map(Gaps.SkillGap::skill).toList());
        return new LearningPlanView.Plan(
                plan.studies().stream()
                        .map(study -> step(planned, names, study, time.deadline()))
                        .toList(),
                planned.gaps().stream()
                        .map(gap -> new LearningPlanView.Skill(
                                names.getOrDefault(gap.skill(), "A skill no longer listed"),
                                gap.must(),
                                gap.have(),
                                gap.need() == null ? 0 : gap.need(),
                                planned.reached(gap)))
                        .sorted(Comparator.comparing(skill -> !skill.rises()))
                        .toList(),
                plan.hours(),
                Words.price(plan.cost(), currency),
                plan.studies().stream()
                        .map(study -> last(study, time.deadline()))
                        .max(LocalDate::compareTo)
                        .map(Words::date)
                        .orElse(""),
                planned.otherCurrency(),
                planned.leavesGigsOut(),
                new LearningPlanView.Proof(plan.isOptimal(), plan.mayCloseMorePercent(), cheapest == Cheapest.MONEY));
    }

    /** Of the weeks of a study, those days that the person has. */
    private static LocalDate last(Study study, LocalDate deadline) {
        var sunday = study.lastWeek().plusDays(6);
        return sunday.isAfter(deadline) ? deadline : sunday;
    }

    private LearningPlanView.Step step(Planned planned, Map<UUID, String> names, Study study, LocalDate deadline) {
        var offer = planned.offers().get(study.item());
        return new LearningPlanView.Step(
                offer.title(),
                offer instanceof OpenGig ? Optional.of("/opportunities/" + offer.id()) : Optional.empty(),
                details(offer),
                when(offer, study, deadline),
                planned.gaps().stream()
                        .filter(gap -> offer.item().gives().getOrDefault(gap.skill(), 0) > gap.have())
                        .map(gap -> names.getOrDefault(gap.skill(), ""))
                        .collect(joining(", ")));
    }

    private String details(LearningOffer offer) {
        int hours = offer.item().hours();
        if (offer instanceof Listed listed) {
            return listed.entry().provider() + " · " + Words.name(listed.entry().modality()) + " · " + hours + " h · "
                    + Words.price(offer.item().cost(), currency);
        }
        var gig = ((OpenGig) offer).gig();
        return gig.hoursPerWeek() + " h a week · " + hours + " h in all";
    }

    private String when(LearningOffer offer, Study study, LocalDate deadline) {
        return offer.item()
                .dates()
                .map(dates -> Words.span(dates.from(), dates.to()))
                .orElseGet(() -> {
                    var today = labels.today();
                    var first = study.firstWeek().isBefore(today) ? today : study.firstWeek();
                    return Words.span(first, last(study, deadline));
                });
    }
}
