package org.traverse.matching.staffing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Some seats, and who takes each instead: nobody (null), or a candidate. */
final class Reassignment extends AbstractMove<Draft> {

    private final List<Seat> seats;
    private final Candidate[] candidates;

    Reassignment(List<Seat> seats, Candidate[] candidates) {
        this.seats = List.copyOf(seats);
        this.candidates = candidates;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Draft> score) {
        return true; // also when nothing changes: a slice that finds nothing is a step as well
    }

    @Override
    protected Reassignment createUndoMove(ScoreDirector<Draft> score) {
        return new Reassignment(seats, seats.stream().map(Seat::candidate).toArray(Candidate[]::new));
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Draft> score) {
        for (var index = 0; index < candidates.length; index++) {
            var seat = seats.get(index);
            score.beforeVariableChanged(seat, "candidate");
            seat.take(candidates[index]);
            score.afterVariableChanged(seat, "candidate");
        }
    }

    @Override
    public Reassignment rebase(ScoreDirector<Draft> score) {
        return new Reassignment(seats.stream().map(score::lookUpWorkingObject).toList(), candidates);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return seats;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return Arrays.asList(candidates);
    }
}
