package org.traverse.matching.staffing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.traverse.matching.assignment.Search;

/** The part of a run during which the facts do not change. */
final class Stage {

    /** Nearly all plans have all their reasons in less. */
    private static final Duration REASONS_OF_AN_ENDED_RUN = Duration.ofSeconds(1);

    private final StaffingProblem problem;
    private final Pins pins;
    private final StaffingLimits limits;
    private final Solver<Draft> solver;
    private final Improving improving = new Improving(Staffing.SEED, this::endWhereNothingIsLeft, this::isEnded);
    private volatile boolean ended;
    private long better = System.nanoTime();

    /** @param onBetter is told how many seats are filled, and how well in all */
    Stage(StaffingProblem problem, StaffingLimits limits, EnvironmentMode mode, Consumer<Draft.Worth> onBetter) {
        this.problem = problem;
        this.limits = limits;
        pins = new Pins(problem);
        solver = SolverFactory.<Draft>create(Staffing.solver(limits, mode, draft -> heedAnEarlyEnd()))
                .buildSolver();
        solver.addEventListener(event -> {
            better = System.nanoTime();
            var worth = event.getNewBestSolution().worth();
            onBetter.accept(new Draft.Worth(pins.number() + worth.filled(), pins.fit() + worth.fit()));
        });
    }

    /** Whom each seat goes to that is not empty. */
    Map<SeatToFill, UUID> solve() {
        var draft = Draft.of(pins.rest(), pins.seatsByPerson(), improving, this::isEnded);
        return draft.map(begun -> begun.seats().isEmpty() ? begun : solver.solve(begun))
                .map(solved -> withPins(solved.people()))
                .orElseGet(this::asItWas);
    }

    /** The same where there was no time for a single step. */
    Map<SeatToFill, UUID> asItWas() {
        return withPins(pins.rest().stillHeld());
    }

    private Map<SeatToFill, UUID> withPins(Map<SeatToFill, UUID> found) {
        var all = new HashMap<>(found);
        all.putAll(pins.bySeat());
        return all;
    }

    long steps() {
        return improving.steps();
    }

    /** Whether somebody ended it before its limits did. */
    boolean isEnded() {
        return ended || Thread.currentThread().isInterrupted();
    }

    /** Makes {@link #solve} and {@link #plan} return soon, also when they have not begun yet. */
    void end() {
        ended = true;
        solver.terminateEarly();
    }

    /** The solver forgets what was asked of it before it began. */
    private void heedAnEarlyEnd() {
        if (ended) {
            solver.terminateEarly();
        }
    }

    private void endWhereNothingIsLeft(Search search) {
        var inVain = search.hasSearchedInVain()
                && limits.unimproved()
                        .filter(most ->
                                Duration.ofNanos(System.nanoTime() - better).compareTo(most) > 0)
                        .isPresent();
        if (search.isProven() || inVain) {
            solver.terminateEarly();
        }
    }

    /** What was found, without reasons for the empty seats, which take a look at everybody. */
    List<Proposal> proposals(Map<SeatToFill, UUID> found) {
        var works = problem.worksById();
        var people = problem.peopleById();
        return problem.seats().stream()
                .filter(found::containsKey)
                .map(seat -> new Proposal(
                        seat, found.get(seat), problem.fit(people.get(found.get(seat)), works.get(seat.work()))))
                .toList();
    }

    /**
     * What was found, with the reasons.
     *
     * @param steps of all stages so far
     */
    StaffingPlan plan(Map<SeatToFill, UUID> found, List<Long> steps) {
        var works = problem.worksById();
        var began = System.nanoTime();
        var why = new WhyEmpty(
                problem, found, () -> isEnded() && System.nanoTime() - began > REASONS_OF_AN_ENDED_RUN.toNanos());
        var empty = problem.seats().stream()
                .filter(seat -> !found.containsKey(seat))
                .map(seat -> new EmptySeat(seat, why.stays(works.get(seat.work()))))
                .toList();
        return new StaffingPlan(proposals(found), empty, isEnded(), steps);
    }
}
