package org.traverse.api.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.CareerPlanning;
import org.traverse.api.marketplace.CareerPlanning.Planned;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.matching.careerpath.CareerAdvice;
import org.traverse.matching.careerpath.CareerAdvice.AlreadyMet;
import org.traverse.matching.careerpath.CareerAdvice.NoPath;
import org.traverse.matching.careerpath.CareerAdvice.Paths;
import org.traverse.matching.careerpath.CareerPath;
import org.traverse.matching.careerpath.CareerPaths;
import org.traverse.matching.careerpath.PathAim;
import org.traverse.matching.careerpath.Step;
import org.traverse.matching.careerpath.StepGap;

/** The ways to a role over other roles, and what each step takes. */
@RestController
@RequestMapping("/api/employees/me/career-paths")
class CareerPathResource {
    /** What there is to say of a role. */
    enum Standing {
        PATHS,
        ALREADY_MET,
        NO_PATH,
        REQUIREMENTS_UNKNOWN
    }

    /** @param hours in all; @param cost in minor units */
    record StepLearning(UUID id, String title, int hours, long cost) {}

    /** @param have 0-5, by then; @param need 1-5; @param learning for a must; what is no must is learnt in the role */
    record MissingSkill(UUID skill, String name, int have, int need, boolean must, List<UUID> learning) {}

    /**
     * @param readiness how much of what the role asks for one brings by then, in percent
     * @param learning before the move
     * @param studyHours of that, and by oneself for musts that nothing in the catalogue teaches
     * @param hoursInRole to settle in, and to learn there what is only desirable
     * @param fees of the learning, {@code cost} fees and hours, in minor units
     * @param weeks until the move
     * @param people seen to have gone this way
     */
    record PathStep(
            UUID role,
            String title,
            String family,
            int readiness,
            List<MissingSkill> gaps,
            List<StepLearning> learning,
            long studyHours,
            long hoursInRole,
            long fees,
            long cost,
            long weeks,
            int people) {}

    record Path(List<PathStep> steps, long weeks, long studyHours, long fees, long cost) {}

    /** @param from the role nearest to it that can be reached; null as one is today; @param step from there: too much */
    record TooFar(UUID from, String title, PathStep step) {}

    /**
     * @param items the best first; none unless there are paths
     * @param optimal whether it is proven that no others are better, and that there are no more, or none at all
     * @param nearest null unless there is no path
     */
    record CareerPathsItem(
            UUID to,
            String title,
            Standing standing,
            List<Path> items,
            boolean optimal,
            TooFar nearest,
            String currency) {}

    private final CareerPlanning planning;
    private final Requirements names;

    CareerPathResource(CareerPlanning planning, Requirements names) {
        this.planning = planning;
        this.names = names;
    }

    /**
     * From what the caller can do today. The cheapest costs the least in fees and hours, the fastest takes the fewest weeks,
     * the most travelled is the likeliest by the moves seen and, as long as there are none, by how similar the roles are.
     *
     * @param to the role wanted
     * @param alternatives so many paths at most
     * @param hoursPerWeek of study beside the job
     */
    @GetMapping
    CareerPathsItem paths(
            Caller caller,
            @RequestParam UUID to,
            @RequestParam(defaultValue = "fastest") @Pattern(regexp = "cheapest|fastest|most-travelled") String aim,
            @RequestParam(defaultValue = "3") @Min(1) @Max(CareerPaths.ALTERNATIVES_AT_MOST) int alternatives,
            @RequestParam(defaultValue = "4") @Min(1) @Max(40) int hoursPerWeek) {
        var wanted = PathAim.valueOf(aim.replace('-', '_').toUpperCase(Locale.ROOT));
        var planned = planning.paths(caller.self(), to, wanted, alternatives, hoursPerWeek)
                .orElseThrow(() -> new Unknown("role"));
        var skills = names.of(steps(planned)
                .flatMap(step -> step.gaps().stream())
                .map(StepGap::skill)
                .collect(Collectors.toSet()));
        return item(planned, skills);
    }

    private static Stream<Step> steps(Planned planned) {
        return planned.advice().stream().flatMap(advice -> advice.steps().stream());
    }

    private CareerPathsItem item(Planned planned, Map<UUID, String> skills) {
        var advice = planned.advice();
        var paths = advice.filter(Paths.class::isInstance).map(Paths.class::cast);
        var noPath = advice.filter(NoPath.class::isInstance).map(NoPath.class::cast);
        return new CareerPathsItem(
                planned.target().id(),
                planned.target().title(),
                advice.map(CareerPathResource::standing).orElse(Standing.REQUIREMENTS_UNKNOWN),
                paths.stream()
                        .flatMap(found -> found.paths().stream())
                        .map(path -> path(planned, skills, path))
                        .toList(),
                paths.map(Paths::areBest)
                        .or(() -> noPath.map(NoPath::isCertain))
                        .orElse(true),
                noPath.map(none -> tooFar(planned, skills, none)).orElse(null),
                planning.currency());
    }

    private static Standing standing(CareerAdvice advice) {
        return advice instanceof Paths
                ? Standing.PATHS
                : advice instanceof AlreadyMet ? Standing.ALREADY_MET : Standing.NO_PATH;
    }

    private static TooFar tooFar(Planned planned, Map<UUID, String> skills, NoPath none) {
        Optional<UUID> from = none.nearest();
        return new TooFar(
                from.orElse(null),
                from.map(role -> planned.roles().get(role).title()).orElse(null),
                step(planned, skills, none.last()));
    }

    private static Path path(Planned planned, Map<UUID, String> skills, CareerPath path) {
        return new Path(
                path.steps().stream().map(step -> step(planned, skills, step)).toList(),
                path.weeks(),
                path.studyHours(),
                path.fees(),
                path.cost());
    }

    private static PathStep step(Planned planned, Map<UUID, String> skills, Step step) {
        var role = planned.roles().get(step.role());
        return new PathStep(
                role.id(),
                role.title(),
                role.family(),
                step.readiness(),
                step.gaps().stream()
                        .map(gap -> new MissingSkill(
                                gap.skill(),
                                skills.getOrDefault(gap.skill(), ""),
                                gap.have(),
                                gap.want(),
                                gap.must(),
                                gap.learning()))
                        .toList(),
                step.items().stream()
                        .map(planned.items()::get)
                        .map(item -> new StepLearning(item.id(), item.title(), item.hours(), item.minorUnits()))
                        .toList(),
                step.studyHours(),
                step.hoursInRole(),
                step.fees(),
                step.cost(),
                step.weeks(),
                step.people());
    }
}
