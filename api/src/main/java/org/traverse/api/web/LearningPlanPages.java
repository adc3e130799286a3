package org.traverse.api.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.marketplace.LearningPlanning.Target;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.learningplan.Cheapest;
import org.traverse.matching.learningplan.StudyTime;

/** Plans the learning for a role or an opportunity in the hours and for the money that somebody has. */
@Controller
class LearningPlanPages {
    private static final int HOURS_AT_MOST = 40;
    private static final int YEARS_AT_MOST = 5;

    /** As typed; null for what was not asked for. */
    record Asked(String hours, String deadline, String budget, String cheapest) {}

    private final LearningPlanning planning;
    private final LearningPlanViews views;
    private final Labels labels;

    LearningPlanPages(LearningPlanning planning, LearningPlanViews views, Labels labels) {
        this.planning = planning;
        this.views = views;
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
        var cheapest = "money".equals(asked.cheapest()) ? Cheapest.MONEY : Cheapest.HOURS;
        String currency = planning.currency().getCurrencyCode();
        var plan = time(hours, until, budget, errors)
                .map(time -> views.plan(planning.plan(caller, target, time, currency, cheapest), time, cheapest));
        var form = new LearningPlanView.Form(hours, until, budget, cheapest == Cheapest.MONEY, currency, errors);
        model.addAttribute("view", new LearningPlanView(target.id().toString(), target.title(), way, form, plan));
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
                ? until.map(day -> new StudyTime(
                        hours(hours),
                        labels.today(),
                        day,
                        Words.minorUnits(Long.parseLong(budget), planning.currency())))
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
}
