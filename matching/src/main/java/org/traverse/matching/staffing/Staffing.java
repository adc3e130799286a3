package org.traverse.matching.staffing;

import java.util.List;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.AcceptorType;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Fills many seats at once: as many as possible, with the people who fit best, within everybody's hours. */
public final class Staffing {

    /** The version of the search: another whenever the same problem, seed and steps may give another plan. */
    public static final String ENGINE = "3";

    public static final long SEED = 0;

    private final StaffingLimits limits;
    private final EnvironmentMode mode;

    public Staffing(StaffingLimits limits) {
        this(limits, EnvironmentMode.REPRODUCIBLE);
    }

    Staffing(StaffingLimits limits, EnvironmentMode mode) {
        this.limits = limits;
        this.mode = mode;
    }

    /** A run to be solved once; it tells of every better plan on the thread that solves. */
    public StaffingRun start(StaffingProblem problem, Consumer<Progress> onBetter) {
        return new StaffingRun(problem, onBetter, this);
    }

    StaffingLimits limits() {
        return limits;
    }

    EnvironmentMode mode() {
        return mode;
    }

    static SolverConfig solver(StaffingLimits limits, EnvironmentMode mode, Consumer<Draft> atFirst) {
        var end = new TerminationConfig();
        limits.spent().ifPresent(end::setSpentLimit);
        var search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(NearOptimal.class))
                // What it is given is never worse; risks are taken behind that, where a look costs a thousandth.
                .withAcceptorConfig(
                        new LocalSearchAcceptorConfig().withAcceptorTypeList(List.of(AcceptorType.HILL_CLIMBING)))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        limits.steps()
                .ifPresent(steps -> search.setTerminationConfig(
                        new TerminationConfig().withStepCountLimit(Math.toIntExact(steps))));
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(SEED)
                .withSolutionClass(Draft.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(StaffingConstraints.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
                .withTerminationConfig(end)
                .withPhaseList(List.of(moment(atFirst), search));
    }

    private static CustomPhaseConfig moment(Consumer<Draft> what) {
        return new CustomPhaseConfig().<Draft>withCustomPhaseCommands(score -> what.accept(score.getWorkingSolution()));
    }
}
