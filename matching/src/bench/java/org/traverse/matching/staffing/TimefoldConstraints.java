package org.traverse.matching.staffing;

import static ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_MEDIUM;
import static ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toList;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.List;
import org.traverse.matching.staffing.TimefoldDraft.TimefoldSeat;

/** {@link StaffingConstraints} for Timefold; who is not eligible is in no value range. */
public class TimefoldConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEach(TimefoldSeat.class)
                    .groupBy(TimefoldSeat::candidate, toList())
                    .filter((candidate, seats) -> hoursOver(candidate, seats) > 0)
                    .penalizeLong(ONE_HARD, TimefoldConstraints::hoursOver)
                    .asConstraint("nobody is above their hours"),
            factory.forEachUniquePair(
                            TimefoldSeat.class, equal(TimefoldSeat::candidate), equal(each -> each.seat.work()))
                    .penalizeLong(ONE_HARD, (one, other) -> 1)
                    .asConstraint("nobody takes two seats of one work"),
            factory.forEachIncludingUnassigned(TimefoldSeat.class)
                    .filter(each -> each.candidate == null)
                    .penalizeLong(ONE_MEDIUM, each -> each.seat.priority())
                    .asConstraint("every seat is filled"),
            factory.forEach(TimefoldSeat.class)
                    .rewardLong(ONE_SOFT, TimefoldSeat::score)
                    .asConstraint("people fit their seats"),
            factory.forEach(TimefoldSeat.class)
                    .groupBy(TimefoldSeat::candidate, count())
                    .penalizeLong(ONE_SOFT, Candidate::costOf)
                    .asConstraint("seats are spread")
        };
    }

    private static long hoursOver(Candidate candidate, List<TimefoldSeat> seats) {
        return candidate.hoursOver(seats.stream().map(each -> each.seat).toList());
    }
}
