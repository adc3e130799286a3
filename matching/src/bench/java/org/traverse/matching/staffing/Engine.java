package org.traverse.matching.staffing;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.traverse.matching.assignment.Pace;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;

/** Something that staffs an organisation within a limit; gives the person for each seat. */
interface Engine {

    int[] plan(Organisation organisation, CpuLimit limit);

    static Engine named(String name) {
        return switch (name) {
            case "ours" -> Engine::ours;
            case "optaplanner-default" -> Engine::optaPlanner;
            case "timefold-default" -> Engine::timefold;
            case "cp-sat" -> (organisation, limit) -> new CpStaffing(organisation).plan(limit);
            default -> throw new IllegalArgumentException("there is no engine " + name);
        };
    }

    private static int[] ours(Organisation organisation, CpuLimit limit) {
        var pace = new Pace(CpuLimit::now, limit.end());
        var improving = new Improving(Staffing.SEED, pace::sliceDone, () -> false);
        var limits = StaffingLimits.ofTime(Duration.ofDays(1), Duration.ofDays(1));
        var solver =
                Staffing.solver(limits, org.optaplanner.core.config.solver.EnvironmentMode.REPRODUCIBLE, draft -> {});
        return solve(solver, draft(organisation, improving), limit);
    }

    private static int[] optaPlanner(Organisation organisation, CpuLimit limit) {
        var solver = new SolverConfig()
                .withSolutionClass(Draft.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(StaffingConstraints.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET));
        return solve(solver, draft(organisation, null), limit);
    }

    private static int[] solve(SolverConfig config, Draft draft, CpuLimit limit) {
        var solver = SolverFactory.<Draft>create(config).buildSolver();
        limit.thenRun(solver::terminateEarly);
        return solver.solve(draft).seats().stream()
                .mapToInt(seat -> seat.isEmpty() ? Organisation.NOBODY : number(seat.candidate()))
                .toArray();
    }

    private static int[] timefold(Organisation organisation, CpuLimit limit) {
        var solver = ai.timefold.solver.core.api.solver.SolverFactory.<TimefoldDraft>create(
                        new ai.timefold.solver.core.config.solver.SolverConfig()
                                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                                .withSolutionClass(TimefoldDraft.class)
                                .withEntityClasses(TimefoldDraft.TimefoldSeat.class)
                                .withConstraintProviderClass(TimefoldConstraints.class))
                .buildSolver();
        limit.thenRun(solver::terminateEarly);
        return solver.solve(TimefoldDraft.of(draft(organisation, null))).seats.stream()
                .mapToInt(seat -> seat.candidate == null ? Organisation.NOBODY : number(seat.candidate))
                .toArray();
    }

    private static int number(Candidate candidate) {
        return (int) candidate.id().getLeastSignificantBits();
    }

    private static Draft draft(Organisation organisation, Improving improving) {
        var candidates = IntStream.range(0, organisation.people().size())
                .mapToObj(number -> new Candidate(
                        person(number, organisation.people().get(number).hours()), organisation.spread(), 0))
                .toList();
        var seats = new ArrayList<Seat>();
        for (var open : organisation.seats()) {
            var hours = new Commitment(monday(open.from()), monday(open.until()).minusDays(1), open.hoursPerWeek());
            Map<Candidate, Integer> scores = open.candidates().stream()
                    .collect(Collectors.toMap(
                            possible -> candidates.get(possible.person()), Organisation.Possible::fit));
            var toFill = new SeatToFill(new UUID(2, open.gig()), seats.size() + 1, open.priority());
            seats.add(new Seat(seats.size(), toFill, new Opening(hours, scores)));
        }
        return new Draft(seats, List.of(), organisation.spread(), improving);
    }

    private static Person person(int number, int[] hours) {
        var most = IntStream.of(hours).max().orElse(0);
        List<Commitment> busy = IntStream.range(0, hours.length)
                .filter(week -> hours[week] < most)
                .mapToObj(week -> new Commitment(monday(week), monday(week).plusDays(6), most - hours[week]))
                .toList();
        return new Person(new UUID(1, number), Map.of(), most, busy);
    }

    private static LocalDate monday(int week) {
        return LocalDate.parse("2025-03-03").plusWeeks(week);
    }
}
