package org.traverse.matching.staffing;

import java.util.List;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import org.optaplanner.core.config.constructionheuristic.ConstructionHeuristicType;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Fills many seats at once: as many as possible, with the people who fit best, within everybody's hours. */
public final class Staffing {

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

    SolverConfig solver(Consumer<Draft> atFirst, Consumer<Draft> onceConstructed) {
        var whole = new TerminationConfig();
        limits.spent().ifPresent(whole::setSpentLimit);
        limits.plansTried().ifPresent(whole::setScoreCalculationCountLimit);
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(0L)
                .withSolutionClass(Draft.class)
                .withEntityClasses(Seat.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(StaffingConstraints.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
                .withTerminationConfig(whole)
                // To the solver even an empty plan is complete, so it says nothing of the first that was constructed.
                .withPhaseList(List.of(moment(atFirst), construction(), moment(onceConstructed), search()));
    }

    private static CustomPhaseConfig moment(Consumer<Draft> what) {
        return new CustomPhaseConfig().<Draft>withCustomPhaseCommands(score -> what.accept(score.getWorkingSolution()));
    }

    private static ConstructionHeuristicPhaseConfig construction() {
        return new ConstructionHeuristicPhaseConfig()
                .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT_DECREASING);
    }

    private LocalSearchPhaseConfig search() {
        var search = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new UnionMoveSelectorConfig(
                        List.of(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig())))
                // Late acceptance would first undo most of what construction did well; annealing this cool keeps it.
                // The candidates of a seat differ by some ten points: begun hotter, the search betters next to nothing.
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature("0hard/1medium/4soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        // Of the search alone: a long construction has nothing better to show before it ends.
        limits.unimproved()
                .ifPresent(time -> search.setTerminationConfig(new TerminationConfig().withUnimprovedSpentLimit(time)));
        return search;
    }
}
