package org.traverse.matching.staffing;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_MEDIUM;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;

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
            pairsMoveTogether(factory),
            pairsMoveToOnePlace(factory),
            whoeverLeavesIsBackfilled(factory),
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

    Constraint pairsMoveTogether(ConstraintFactory factory) {
        return factory.forEach(MovesWith.class)
                .ifExists(Seat.class, equal(MovesWith::one, Seat::candidate))
                .ifNotExists(Seat.class, equal(MovesWith::other, Seat::candidate))
                .penalizeLong(ONE_HARD, pair -> 1)
                .asConstraint("pairs move together");
    }

    Constraint pairsMoveToOnePlace(ConstraintFactory factory) {
        return factory.forEach(MovesWith.class)
                .filter(MovesWith::samePlace)
                .join(Seat.class, equal(MovesWith::one, Seat::candidate))
                .ifExists(
                        Seat.class,
                        equal((pair, seat) -> pair.other(), Seat::candidate),
                        filtering((pair, seat, other) -> seat.isApartFrom(other)))
                .penalizeLong(ONE_HARD, (pair, seat) -> 1)
                .asConstraint("pairs move to one place");
    }

    Constraint whoeverLeavesIsBackfilled(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Seat.class)
                .filter(Seat::isToBeBackfilled)
                .ifExists(
                        Seat.class,
                        equal(Seat::holder, Seat::candidate),
                        filtering((left, taken) -> taken.holder() != left.holder()))
                .penalizeLong(ONE_HARD, left -> 1)
                .asConstraint("whoever leaves is backfilled");
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
