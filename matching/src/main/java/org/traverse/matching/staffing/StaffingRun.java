package org.traverse.matching.staffing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One search for a staffing: solved on one thread, told of changes and stopped from any other. A change of the facts ends a
 * stage of it; the next one begins with what was found and can still be done, and mends it.
 */
public final class StaffingRun {

    private static final int MOST_CHANGES = 20;

    private final Consumer<Progress> onBetter;
    private final Staffing staffing;
    private final long began = System.nanoTime();
    private Stage stage;
    private Optional<StaffingProblem> changed = Optional.empty();
    private int changes;
    private boolean started;
    private boolean stopped;
    private boolean searched;

    StaffingRun(StaffingProblem problem, Consumer<Progress> onBetter, Staffing staffing) {
        this.onBetter = onBetter;
        this.staffing = staffing;
        stage = stage(problem, staffing.limits());
    }

    /** Blocks until a limit is reached, nothing better can exist or somebody stops it; gives the best plan so far. */
    public StaffingPlan solve() {
        synchronized (this) {
            if (started) {
                throw new IllegalStateException("a run is solved only once");
            }
            started = true;
        }
        var steps = new ArrayList<Long>();
        Map<SeatToFill, UUID> found;
        do {
            found = stage.solve();
            steps.add(stage.steps());
        } while (goesOnFrom(found));
        return stage.plan(found, steps);
    }

    /**
     * The facts are these from now on. Of several changes before the next step, the last counts. None does any more once
     * the search or the time for the run is over, or there have been too many: a run ends, whatever happens meanwhile.
     *
     * @throws IllegalArgumentException when something is pinned that cannot be
     */
    public synchronized void change(StaffingProblem problem) {
        new Pins(problem);
        if (!searched && changes < MOST_CHANGES && !staffing.limits().areSpentAfter(elapsed())) {
            changed = Optional.of(problem);
            stage.end();
        }
    }

    /** Makes {@link #solve} return soon, also when it has not begun yet. */
    public synchronized void stop() {
        stopped = true;
        stage.end();
    }

    /** How many changes have taken effect. */
    public synchronized int changes() {
        return changes;
    }

    private synchronized boolean goesOnFrom(Map<SeatToFill, UUID> found) {
        if (stopped || changed.isEmpty()) {
            searched = true; // a change would only cut short the reasons of a run that nobody stopped
            return false;
        }
        stage = stage(changed.get().heldTo(found), staffing.limits().after(elapsed()));
        changed = Optional.empty();
        changes++;
        return true;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Stage stage(StaffingProblem problem, StaffingLimits limits) {
        var seats = problem.seats().size();
        return new Stage(
                problem,
                limits,
                staffing.mode(),
                worth -> onBetter.accept(new Progress(elapsed(), worth.filled(), seats, worth.fit())));
    }
}
