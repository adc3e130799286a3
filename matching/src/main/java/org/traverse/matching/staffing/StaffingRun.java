package org.traverse.matching.staffing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.traverse.matching.assignment.Search;

/** One search for a staffing: solved on one thread, stopped from any other. */
public final class StaffingRun {

    private final StaffingProblem problem;
    private final Pins pins;
    private final Consumer<Progress> onBetter;
    private final Solver<Draft> solver;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;
    private long began;
    private final Optional<Duration> unimproved;
    private long better;

    StaffingRun(StaffingProblem problem, Consumer<Progress> onBetter, Staffing staffing) {
        this.problem = problem;
        pins = new Pins(problem);
        this.onBetter = onBetter;
        unimproved = staffing.limits().unimproved();
        solver = SolverFactory.<Draft>create(staffing.solver(this::heedAnEarlyStop))
                .buildSolver();
        solver.addEventListener(event -> tell(event.getNewBestSolution()));
    }

    /** Blocks until a limit is reached, nothing better can exist or somebody stops it; gives the best plan so far. */
    public StaffingPlan solve() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a run is solved only once");
        }
        began = System.nanoTime();
        better = began;
        var improving = new Improving(Staffing.SEED, this::endWhereNothingIsLeft);
        var draft = Draft.of(pins.rest(), pins.seatsByPerson(), improving, () -> stopped);
        return plan(draft.seats().isEmpty() ? draft : solver.solve(draft), improving.steps());
    }

    /** Makes {@link #solve} return soon, also when it has not begun yet. */
    public void stop() {
        stopped = true;
        solver.terminateEarly();
    }

    /** The solver forgets what was asked of it before it began. */
    private void heedAnEarlyStop(Draft draft) {
        if (stopped) {
            solver.terminateEarly();
        }
    }

    private void endWhereNothingIsLeft(Search search) {
        var inVain = search.hasSearchedInVain()
                && unimproved.isPresent()
                && System.nanoTime() - better > unimproved.get().toNanos();
        if (search.isProven() || inVain) {
            solver.terminateEarly();
        }
    }

    private void tell(Draft draft) {
        better = System.nanoTime();
        var worth = draft.worth();
        var elapsed = Duration.ofNanos(better - began);
        onBetter.accept(new Progress(
                elapsed, pins.number() + worth.filled(), problem.seats().size(), pins.fit() + worth.fit()));
    }

    private StaffingPlan plan(Draft draft, long steps) {
        var works = problem.worksById();
        var taken = draft.takenSeats();
        var why = new WhyEmpty(pins.rest(), taken.values());
        var people = problem.peopleById();
        var proposals = new ArrayList<Proposal>();
        var empty = new ArrayList<EmptySeat>();
        for (var toFill : problem.seats()) {
            var work = works.get(toFill.work());
            var seat = taken.get(toFill);
            var pinned = pins.person(toFill);
            if (seat == null && pinned == null) {
                empty.add(new EmptySeat(toFill, why.stays(work)));
            } else {
                var person = pinned == null ? seat.candidate().id() : pinned;
                proposals.add(new Proposal(toFill, person, problem.fit(people.get(person), work)));
            }
        }
        return new StaffingPlan(
                proposals, empty, stopped || Thread.currentThread().isInterrupted(), steps);
    }
}
