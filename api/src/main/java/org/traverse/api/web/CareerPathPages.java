package org.traverse.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.traverse.api.marketplace.CareerPlanning;
import org.traverse.api.marketplace.CareerPlanning.Planned;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.careerpath.CareerAdvice;
import org.traverse.matching.careerpath.CareerAdvice.NoPath;
import org.traverse.matching.careerpath.CareerAdvice.Paths;
import org.traverse.matching.careerpath.CareerPath;
import org.traverse.matching.careerpath.PathAim;
import org.traverse.matching.careerpath.Step;
import org.traverse.matching.careerpath.StepGap;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** Shows the ways from what a person can do to the role they picked. */
@Controller
class CareerPathPages {
    private static final int ALTERNATIVES = 3;
    private static final int HOURS_AT_MOST = 40;
    private static final String USUAL_HOURS = "4";

    private final CareerPlanning planning;
    private final SkillCatalogue skills;

    CareerPathPages(CareerPlanning planning, SkillCatalogue skills) {
        this.planning = planning;
        this.skills = skills;
    }

    @GetMapping("/career/paths")
    String paths(
            Caller caller,
            @RequestParam UUID role,
            @RequestParam(defaultValue = "fastest") String aim,
            @RequestParam(defaultValue = USUAL_HOURS) String hours,
            Model model) {
        var errors = new LinkedHashMap<String, String>();
        if (!hours.matches("\\d{1,2}") || Integer.parseInt(hours) < 1 || Integer.parseInt(hours) > HOURS_AT_MOST) {
            errors.put("hours", "Say a number of hours from 1 to " + HOURS_AT_MOST + ".");
        }
        boolean known =
                CareerPathsView.AIMS.stream().anyMatch(each -> each.key().equals(aim));
        var form = new CareerPathsView.Form(known ? aim : "fastest", hours, errors);
        int studyHours = Integer.parseInt(errors.isEmpty() ? hours : USUAL_HOURS);
        var planned = planning.paths(caller.self(), role, aim(form.aim()), ALTERNATIVES, studyHours)
                .orElseThrow(() -> new Unknown("role"));
        model.addAttribute(
                "view",
                new CareerPathsView(
                        role.toString(),
                        planned.target().title(),
                        isOnet(planned),
                        form,
                        errors.isEmpty() ? outcome(planned) : new CareerPathsView.Refused(),
                        assumed()));
        return "career-paths";
    }

    private static boolean isOnet(Planned planned) {
        var steps = planned.advice().stream().flatMap(advice -> advice.steps().stream());
        return Stream.concat(
                        Stream.of(planned.target()),
                        steps.map(step -> planned.roles().get(step.role())))
                .anyMatch(role -> "O*NET".equals(role.scheme()));
    }

    private static PathAim aim(String key) {
        return PathAim.valueOf(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private List<String> assumed() {
        var assumed = CareerPlanning.ASSUMED;
        return List.of(
                "You stay in a role for " + Words.time(assumed.weeksInRole())
                        + " before the next, and study beside it.",
                "A must-have is learnt before the move: from the catalogue or, where it teaches no such thing, by yourself in "
                        + Words.count(assumed.hoursPerLevel(), "hour") + " a level.",
                "What is only nice to have is learnt in the role, in "
                        + Words.count(assumed.hoursPerLevelInRole(), "hour") + " a level; settling in takes "
                        + Words.count(assumed.settlingInHours(), "hour") + ".",
                "What you learnt two roles ago does not count, nor what a course taught beyond the role it was for.",
                "An hour costs " + Words.roughly(assumed.hourlyCost(), planning.currency()) + ".",
                "A role would take you once you bring " + assumed.readiness()
                        + " % of what it asks for, if no more than "
                        + Words.count(assumed.hoursToLearn(), "hour")
                        + " of learning are left. Must-haves count three times, rare skills more than common ones.");
    }

    private CareerPathsView.Outcome outcome(Planned planned) {
        if (planned.advice().isEmpty()) {
            return new CareerPathsView.RequirementsUnknown();
        }
        var advice = planned.advice().get();
        var names = names(advice);
        if (advice instanceof Paths found) {
            return new CareerPathsView.Paths(
                    found.paths().stream()
                            .map(path -> path(planned, names, path))
                            .toList(),
                    found.areBest(),
                    found.steps().stream().anyMatch(step -> step.people() > 0));
        }
        if (advice instanceof NoPath none) {
            return new CareerPathsView.NoPath(
                    none.isCertain(),
                    none.nearest().map(role -> planned.roles().get(role).title()),
                    none.last().readiness(),
                    needs(names, none.last().gaps()));
        }
        return new CareerPathsView.AlreadyMet();
    }

    private Map<UUID, String> names(CareerAdvice advice) {
        return skills.names(advice.steps().stream()
                .flatMap(step -> step.gaps().stream())
                .map(StepGap::skill)
                .collect(Collectors.toSet()));
    }

    private CareerPathsView.Path path(Planned planned, Map<UUID, String> names, CareerPath path) {
        return new CareerPathsView.Path(
                path.steps().stream().map(step -> step(planned, names, step)).toList(),
                Words.time(path.weeks()),
                path.studyHours(),
                Words.roughly(path.fees(), planning.currency()),
                Words.roughly(path.cost(), planning.currency()));
    }

    private CareerPathsView.Step step(Planned planned, Map<UUID, String> names, Step step) {
        var role = planned.roles().get(step.role());
        var courses = step.items().stream().map(planned.items()::get).toList();
        long taught = courses.stream().mapToLong(item -> item.hours()).sum();
        return new CareerPathsView.Step(
                role.id().toString(),
                role.title(),
                role.family(),
                step.readiness(),
                Words.time(step.weeks()),
                needs(names, step.gaps()),
                courses.stream()
                        .map(item -> new CareerPathsView.Course(
                                item.title(),
                                item.provider(),
                                item.hours(),
                                Words.roughly(item.minorUnits(), planning.currency())))
                        .toList(),
                step.studyHours() - taught,
                step.hoursInRole(),
                step.people());
    }

    private static List<FitView.Need> needs(Map<UUID, String> names, List<StepGap> gaps) {
        return gaps.stream()
                .map(gap -> new FitView.Need(
                        names.getOrDefault(gap.skill(), "A skill no longer listed"),
                        gap.want(),
                        gap.must(),
                        gap.have()))
                .toList();
    }
}
