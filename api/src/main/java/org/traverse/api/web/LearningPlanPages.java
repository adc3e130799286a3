package org.traverse.api.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.api.marketplace.Gaps;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.RolePlan;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.learningplan.LearningPlan.Study;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** Plans the learning for a role in the hours and for the money that somebody has. */
@Controller
class LearningPlanPages {
    private static final String CURRENCY = "EUR";
    private static final int HOURS_AT_MOST = 40;
    private static final int YEARS_AT_MOST = 5;

    private final LearningPlanning planning;
    private final RoleCatalogue roles;
    private final SkillCatalogue skills;
    private final Labels labels;

    LearningPlanPages(LearningPlanning planning, RoleCatalogue roles, SkillCatalogue skills, Labels labels) {
        this.planning = planning;
        this.roles = roles;
        this.skills = skills;
        this.labels = labels;
    }

    @GetMapping("/career/plan")
    String plan(
            Caller caller,
            @RequestParam UUID role,
            @RequestParam(defaultValue = "3") String hours,
            @RequestParam(defaultValue = "") String deadline,
            @RequestParam(defaultValue = "0") String budget,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        String until = deadline.isEmpty() ? labels.today().plusMonths(6).toString() : deadline;
        Optional<StudyTime> time = time(hours, until, budget, errors);
        String title = roles.find(role).orElseThrow(() -> new Unknown("role")).title();
        var planned = time.flatMap(found -> planning.forRole(caller.self(), role, found, CURRENCY));
        var form = new LearningPlanView.Form(hours, until, budget, errors);
        model.addAttribute("view", new LearningPlanView(role.toString(), title, form, planned.map(this::plan)));
        model.addAttribute("today", labels.today().toString());
        return "learning-plan";
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

    private LearningPlanView.Plan plan(RolePlan planned) {
        var plan = planned.plan();
        var names =
                skills.names(planned.gaps().stream().map(Gaps.SkillGap::skill).toList());
        return new LearningPlanView.Plan(
                plan.studies().stream().map(study -> step(planned, study)).toList(),
                planned.gaps().stream()
                        .map(gap -> new LearningPlanView.Skill(
                                names.getOrDefault(gap.skill(), "A skill no longer listed"),
                                gap.must(),
                                gap.have(),
                                gap.need() == null ? 0 : gap.need(),
                                plan.reached().get(gap.skill())))
                        .sorted(Comparator.comparing(skill -> !skill.rises()))
                        .toList(),
                plan.hours(),
                price(plan.cost()),
                plan.studies().stream()
                        .map(Study::lastWeek)
                        .max(LocalDate::compareTo)
                        .map(week -> Words.date(week.plusDays(6)))
                        .orElse(""),
                plan.isOptimal(),
                100 * plan.gap());
    }

    private static LearningPlanView.Step step(RolePlan planned, Study study) {
        var item = planned.items().get(study.item());
        return new LearningPlanView.Step(
                item.title(),
                item.provider(),
                Words.name(item.modality()),
                item.hours(),
                price(item.minorUnits()),
                Words.span(study.firstWeek(), study.lastWeek().plusDays(6)));
    }

    private static String price(long minorUnits) {
        return minorUnits == 0 ? "free" : CURRENCY + " " + BigDecimal.valueOf(minorUnits, 2);
    }
}
