package org.traverse.matching.staffing;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Gives the solver, step by step, what the run's {@link Improving} finds; the solver scores it by the constraints. */
public class NearOptimal implements MoveIteratorFactory<Draft, Reassignment> { // public: the solver creates it

    @Override
    public long getSize(ScoreDirector<Draft> score) {
        return 1;
    }

    @Override
    public Iterator<Reassignment> createOriginalMoveIterator(ScoreDirector<Draft> score) {
        return createRandomMoveIterator(score, null);
    }

    @Override
    public Iterator<Reassignment> createRandomMoveIterator(ScoreDirector<Draft> score, Random unused) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Reassignment next() {
                var draft = score.getWorkingSolution();
                return draft.improving().next(draft);
            }
        };
    }
}
