package org.traverse.api.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.Planned;
import org.traverse.api.marketplace.LearningPlanning.Target;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.learningplan.LearningPlan.Study;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** Plans the learning for a role or an opportunity in the hours and for the money that somebody has. */
@Controller
class LearningPlanPages {
    private static final String CURRENCY = "EUR";
    private static final int HOURS_AT_MOST = 40;
    private static final int YEARS_AT_MOST = 5;

    /** As typed; null for what was not asked for. */
    record Asked(String hours, String deadline, String budget) {}

    private final LearningPlanning planning;
    private final SkillCatalogue skills;
    private final Labels labels;

    LearningPlanPages(LearningPlanning planning, SkillCatalogue skills, Labels labels) {
        this.planning = planning;
        this.skills = skills;
        this.labels = labels;
    }

    @GetMapping(path = "/career/plan", params = "role")
    String forRole(Caller caller, @RequestParam UUID role, Asked asked, Model model) {
        var target = planning.role(role).orElseThrow(() -> new Unknown("role"));
        return plan(
                caller,
                target,
                new LearningPlanView.Way(
                        "role", "/career?role=" + role, !target.requirements().isEmpty()),
                asked,
                model);
    }

    @GetMapping(path = "/career/plan", params = "opportunity")
    String forOpportunity(Caller caller, @RequestParam UUID opportunity, Asked asked, Model model) {
        var target = planning.opportunity(opportunity).orElseThrow(() -> new Unknown("opportunity"));
        var way = new LearningPlanView.Way("opportunity", "/opportunities/" + opportunity, true);
        return plan(caller, target, way, asked, model);
    }

    private String plan(Caller caller, Target target, LearningPlanView.Way way, Asked asked, Model model) {
        var errors = new LinkedHashMap<String, String>();
        String hours = or(asked.hours(), "3");
        String until = or(asked.deadline(), usually(target).toString());
        String budget = or(asked.budget(), "0");
        var planned = time(hours, until, budget, errors)
                .map(time -> plan(planning.plan(caller.self(), target, time, CURRENCY), time.deadline()));
        var form = new LearningPlanView.Form(hours, until, budget, errors);
        model.addAttribute("view", new LearningPlanView(target.id().toString(), target.title(), way, form, planned));
        model.addAttribute("today", labels.today().toString());
        return "learning-plan";
    }

    private static String or(String typed, String otherwise) {
        return typed == null ? otherwise : typed;
    }

    /** Before it begins; or half a year. */
    private LocalDate usually(Target target) {
        var today = labels.today();
        return target.begins()
                .map(day -> day.minusDays(1))
                .map(day -> day.isBefore(today) ? today : day)
                .orElse(today.plusMonths(6));
    }

    private Optional<StudyTime> time(String hours, String deadline, String budget, Map<String, String> errors) {
        if (!hours.matches("\\d{1,2}") || hours(hours) < 1 || hours(hours) > HOURS_AT_MOST) {
            errors.put("hours", "Say a number of hours from 1 to " + HOURS_AT_MOST + ".");
        }
        if (!budget.matches("\\d{1,6}")) {
            errors.put("budget", "Say a whole number from 0 to 999999.");
        }
        var until = date(deadline)
                .filter(day -> !day.isBefore(labels.today())
                        && day.isBefore(labels.today().plusYears(YEARS_AT_MOST)));
        if (until.isEmpty()) {
            errors.put("deadline", "Say a day from today on, within " + YEARS_AT_MOST + " years.");
        }
        return errors.isEmpty()
                ? until.map(day -> new StudyTime(hours(hours), labels.today(), day, 100L * Long.parseLong(budget)))
                : Optional.empty();
    }

    private static int hours(String typed) {
        return Integer.parseInt(typed);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private LearningPlanView.Plan plan(Planned planned, LocalDate deadline) {
        var plan = planned.plan();
        var names =
                skills.names(planned.gaps().stream().map(Gaps.SkillGap::skill).toList());
        return new LearningPlanView.Plan(
                plan.studies().stream()
                        .map(study -> step(planned, names, study, deadline))
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
                price(plan.cost()),
                plan.studies().stream()
                        .map(study -> last(study, deadline))
                        .max(LocalDate::compareTo)
                        .map(Words::date)
                        .orElse(""),
                plan.isOptimal(),
                plan.mayCloseMorePercent());
    }

    /** Of the weeks of a study, those days that the person has. */
    private static LocalDate last(Study study, LocalDate deadline) {
        var sunday = study.lastWeek().plusDays(6);
        return sunday.isAfter(deadline) ? deadline : sunday;
    }

    private LearningPlanView.Step step(Planned planned, Map<UUID, String> names, Study study, LocalDate deadline) {
        var item = planned.items().get(study.item());
        var first = study.firstWeek().isBefore(labels.today()) ? labels.today() : study.firstWeek();
        return new LearningPlanView.Step(
                item.title(),
                item.provider(),
                Words.name(item.modality()),
                item.hours(),
                price(item.minorUnits()),
                Words.span(first, last(study, deadline)),
                planned.gaps().stream()
                        .filter(gap -> item.gives().stream()
                                .anyMatch(gain -> gain.skill().value().equals(gap.skill())
                                        && gain.level().level() > gap.have()))
                        .map(gap -> names.getOrDefault(gap.skill(), ""))
                        .collect(Collectors.joining(", ")));
    }

    private static String price(long minorUnits) {
        return Words.price(minorUnits, CURRENCY);
    }
}
