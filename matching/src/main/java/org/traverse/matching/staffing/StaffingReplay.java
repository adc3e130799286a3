package org.traverse.matching.staffing;

import java.util.List;
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
        StaffingPlan plan = null;
        for (var number = 0; number < problems.size(); number++) {
            var problem = plan == null ? problems.get(0) : problems.get(number).heldTo(plan);
            var before = plan == null ? List.<Long>of() : plan.steps();
            var limit = steps.get(number);
            var now = begin(problem, Math.max(1, limit));
            plan = limit == 0 ? now.asItWas(before) : now.solve(before);
            if (plan.stopped()) {
                break;
            }
        }
        return plan;
    }

    /** Makes {@link #solve} return soon, also when it has not begun yet. */
    public synchronized void stop() {
        stopped = true;
        if (stage != null) {
            stage.end();
        }
    }

    private synchronized Stage begin(StaffingProblem problem, long most) {
        stage = new Stage(problem, StaffingLimits.ofSteps(most), EnvironmentMode.REPRODUCIBLE, better -> {});
        if (stopped) {
            stage.end();
        }
        return stage;
    }
}
