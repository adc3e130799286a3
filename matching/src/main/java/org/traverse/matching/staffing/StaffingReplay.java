package org.traverse.matching.staffing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.optaplanner.core.config.solver.EnvironmentMode;

/** A run that took place before, once more: with the same facts, and changes and the end after the same steps. */
public final class StaffingReplay {

    private final List<StaffingProblem> problems;
    private final List<Long> steps;
    private Stage stage;
    private boolean stopped;

    /**
     * @param problems the facts at the beginning and after each change
     * @param steps of each stage, as {@link StaffingPlan#steps} has them
     */
    public StaffingReplay(List<StaffingProblem> problems, List<Long> steps) {
        if (problems.isEmpty() || problems.size() != steps.size()) {
            throw new IllegalArgumentException(
                    "there are " + problems.size() + " problems and the steps of " + steps.size() + " stages");
        }
        this.problems = List.copyOf(problems);
        this.steps = List.copyOf(steps);
    }

    /** Gives the same plan as then, but for whether it was stopped, unless it is itself stopped. */
    public StaffingPlan solve() {
        var found = found();
        return stage.plan(found, steps);
    }

    /**
     * The proposals of that plan, which take less time than its reasons.
     *
     * @return none when it was stopped
     */
    public Optional<List<Proposal>> proposals() {
        var found = found();
        return stage.isEnded() ? Optional.empty() : Optional.of(stage.proposals(found));
    }

    private Map<SeatToFill, UUID> found() {
        var now = begin(problems.get(0), steps.get(0));
        var found = found(now, steps.get(0));
        for (var number = 1; number < problems.size() && !now.isEnded(); number++) {
            now = begin(problems.get(number).heldTo(found), steps.get(number));
            found = found(now, steps.get(number));
        }
        return found;
    }

    private static Map<SeatToFill, UUID> found(Stage stage, long limit) {
        return limit == 0 ? stage.asItWas() : stage.solve();
    }

    /** Makes {@link #solve} return soon, also when it has not begun yet. */
    public synchronized void stop() {
        stopped = true;
        if (stage != null) {
            stage.end();
        }
    }

    private synchronized Stage begin(StaffingProblem problem, long most) {
        stage = new Stage(
                problem, StaffingLimits.ofSteps(Math.max(1, most)), EnvironmentMode.REPRODUCIBLE, better -> {});
        if (stopped) {
            stage.end();
        }
        return stage;
    }
}
