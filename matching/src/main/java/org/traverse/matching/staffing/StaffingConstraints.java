package org.traverse.matching.staffing;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_MEDIUM;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/** Hard: what a plan may never do. Medium: fill the seats that matter. Soft: with the people who fit best. */
public class StaffingConstraints implements ConstraintProvider { // public: the solver creates it

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            everybodyIsEligible(factory),
            nobodyIsAboveTheirHours(factory),
            nobodyTakesTwoSeatsOfOneWork(factory),
            everySeatIsFilled(factory),
            peopleFitTheirSeats(factory),
            seatsAreSpread(factory)
        };
    }

    Constraint everybodyIsEligible(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .filter(seat -> !seat.isTakenByOneEligible())
                .penalizeLong(ONE_HARD, seat -> 1)
                .asConstraint("everybody is eligible");
    }

    Constraint nobodyIsAboveTheirHours(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::candidate, toList())
                .filter((candidate, seats) -> candidate.hoursOver(seats) > 0)
                .penalizeLong(ONE_HARD, Candidate::hoursOver)
                .asConstraint("nobody is above their hours");
    }

    Constraint nobodyTakesTwoSeatsOfOneWork(ConstraintFactory factory) {
        return factory.forEachUniquePair(Seat.class, equal(Seat::candidate), equal(Seat::work))
                .penalizeLong(ONE_HARD, (one, other) -> 1)
                .asConstraint("nobody takes two seats of one work");
    }

    Constraint everySeatIsFilled(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Seat.class)
                .filter(Seat::isEmpty)
                .penalizeLong(ONE_MEDIUM, Seat::priority)
                .asConstraint("every seat is filled");
    }

    Constraint peopleFitTheirSeats(ConstraintFactory factory) {
        return factory.forEach(Seat.class).rewardLong(ONE_SOFT, Seat::score).asConstraint("people fit their seats");
    }

    Constraint seatsAreSpread(ConstraintFactory factory) {
        return factory.forEach(Seat.class)
                .groupBy(Seat::candidate, count())
                .penalizeLong(ONE_SOFT, Candidate::costOf)
                .asConstraint("seats are spread");
    }
}
