package org.traverse.matching.staffing;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** {@link Draft} with Timefold's annotations. */
@PlanningSolution
public class TimefoldDraft {

    @PlanningEntityCollectionProperty
    public List<TimefoldSeat> seats;

    @PlanningScore
    public HardMediumSoftLongScore score;

    static TimefoldDraft of(Draft draft) {
        var copy = new TimefoldDraft();
        copy.seats = draft.seats().stream().map(TimefoldSeat::of).toList();
        return copy;
    }

    @PlanningEntity
    public static class TimefoldSeat {

        @PlanningId
        public Integer number;

        @PlanningVariable(valueRangeProviderRefs = "eligible", allowsUnassigned = true)
        public Candidate candidate;

        Seat seat;

        static TimefoldSeat of(Seat seat) {
            var copy = new TimefoldSeat();
            copy.number = seat.number();
            copy.seat = seat;
            return copy;
        }

        @ValueRangeProvider(id = "eligible")
        public List<Candidate> eligible() {
            return seat.eligible();
        }

        Candidate candidate() {
            return candidate;
        }

        int score() {
            return seat.opening().score(candidate);
        }
    }
}
