package org.traverse.matching.staffing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;

class StaffingConstraintsTest {
    static final LocalDate MAY = LocalDate.parse("2025-05-05");
    static final LocalDate JUNE = LocalDate.parse("2025-06-02");
    static final LocalDate JULY = LocalDate.parse("2025-07-07");

    final ConstraintVerifier<StaffingConstraints, Draft> constraints = ConstraintVerifier.build(
                    new StaffingConstraints(), Draft.class, Seat.class)
            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);

    final Candidate ada = candidate(10);
    final Candidate ben = candidate(10);
    private final Map<Opening, UUID> works = new HashMap<>();
    private int seats;

    @Nested
    class EverybodyIsEligible {
        @Test
        void minusTheSeatsTakenByOthers() {
            var opening = opening(MAY, JUNE, 5, Map.of(ada, 80));
            constraints
                    .verifyThat(StaffingConstraints::everybodyIsEligible)
                    .given(
                            seat(opening).takenBy(ada),
                            seat(opening).takenBy(ben),
                            seat(opening).takenBy(ben),
                            seat(opening))
                    .penalizesBy(2);
        }
    }

    @Nested
    class NobodyIsAboveTheirHours {
        @Test
        void whenSeatsFollowEachOther() {
            verify(0, seat(MAY, JUNE.minusDays(1), 10), seat(JUNE, JULY, 10));
        }

        @Test
        void whenTwoSeatsFitIntoOneWeek() {
            verify(0, seat(MAY, JUNE, 4), seat(MAY, JULY, 6));
        }

        @Test
        void minusTheHoursTheFullestWeekHasTooMany() {
            verify(5, seat(MAY, JULY, 8), seat(JUNE, JULY, 7));
        }

        @Test
        void evenIfTheSeatsMeetOnlyInsideOneWeek() {
            verify(5, seat(MAY, JUNE, 8), seat(JUNE.plusDays(4), JULY, 7));
        }

        @Test
        void countingWhatTheyPromisedBefore() {
            var busy = new Candidate(
                    new Person(UUID.randomUUID(), Map.of(), 10, List.of(new Commitment(JUNE, JUNE, 6))), 0, 0);
            verify(busy, 2, seat(MAY, JULY, 6));
        }

        @Test
        void whateverOthersDo() {
            constraints
                    .verifyThat(StaffingConstraints::nobodyIsAboveTheirHours)
                    .given(seat(MAY, JULY, 8).takenBy(ada), seat(MAY, JULY, 8).takenBy(ben), seat(MAY, JULY, 8))
                    .penalizesBy(0);
        }

        private void verify(int hours, Seat... taken) {
            verify(ada, hours, taken);
        }

        private void verify(Candidate candidate, int hours, Seat... taken) {
            for (var seat : taken) {
                seat.takenBy(candidate);
            }
            constraints
                    .verifyThat(StaffingConstraints::nobodyIsAboveTheirHours)
                    .given((Object[]) taken)
                    .penalizesBy(hours);
        }

        private Seat seat(LocalDate from, LocalDate to, int hours) {
            return StaffingConstraintsTest.this.seat(opening(from, to, hours, Map.of()));
        }
    }

    @Nested
    class NobodyTakesTwoSeatsOfOneWork {
        final Opening opening = opening(MAY, JUNE, 5, Map.of(ada, 80, ben, 70));

        @Test
        void minusEachPairOfSeatsSomebodyHasThere() {
            verify(
                    1,
                    seat(opening).takenBy(ada),
                    seat(opening).takenBy(ada),
                    seat(opening).takenBy(ben));
        }

        @Test
        void butMayTakeSeatsOfDifferentWork() {
            verify(
                    0,
                    seat(opening).takenBy(ada),
                    seat(opening(MAY, JUNE, 5, Map.of(ada, 80))).takenBy(ada));
        }

        @Test
        void andEmptySeatsAreNobodys() {
            verify(0, seat(opening), seat(opening));
        }

        private void verify(int times, Seat... seats) {
            constraints
                    .verifyThat(StaffingConstraints::nobodyTakesTwoSeatsOfOneWork)
                    .given((Object[]) seats)
                    .penalizesBy(times);
        }
    }

    @Nested
    class PairsMoveTogether {
        final Opening opening = opening(MAY, JUNE, 5, Map.of(ada, 80, ben, 70));

        @Test
        void minusTheOneWhoHasASeatWithoutTheOther() {
            verify(1, seat(opening).takenBy(ada), seat(opening));
        }

        @Test
        void bothOrNeither() {
            verify(0, seat(opening).takenBy(ada), seat(opening).takenBy(ben));
            verify(0, seat(opening), seat(opening));
        }

        private void verify(int times, Seat... seats) {
            constraints
                    .verifyThat(StaffingConstraints::pairsMoveTogether)
                    .given(seats[0], seats[1], new MovesWith(ada, ben, false), new MovesWith(ben, ada, false))
                    .penalizesBy(times);
        }
    }

    @Nested
    class PairsMoveToOnePlace {
        @Test
        void minusTheSeatsThatAreInAnotherPlaceThanOneOfTheOther() {
            verify(1, true, "Gdynia", "Warsaw");
        }

        @Test
        void unlessTheyAreInOneOrAnyOrItIsTheSameToThem() {
            verify(0, true, "Gdynia", "Gdynia");
            verify(0, true, "Gdynia", null);
            verify(0, false, "Gdynia", "Warsaw");
        }

        private void verify(int times, boolean samePlace, String one, String other) {
            constraints
                    .verifyThat(StaffingConstraints::pairsMoveToOnePlace)
                    .given(in(one).takenBy(ada), in(other).takenBy(ben), new MovesWith(ada, ben, samePlace))
                    .penalizesBy(times);
        }

        private Seat in(String place) {
            var scores = Map.of(ada, 80, ben, 70);
            return seat(new Opening(new Commitment(MAY, JUNE, 5), Optional.ofNullable(place), scores, scores));
        }
    }

    @Nested
    class WhoeverLeavesIsBackfilled {
        final Opening opening = opening(MAY, JUNE, 5, Map.of(ada, 80, ben, 70));

        @Test
        void minusTheEmptySeatsOfThoseWhoTookAnother() {
            verify(1, seat(opening).heldBy(ada), seat(opening).takenBy(ada));
        }

        @Test
        void unlessSomebodyCameOrTheyHaveOnlySuchSeats() {
            verify(0, seat(opening).heldBy(ada).takenBy(ben), seat(opening).takenBy(ada));
            verify(0, seat(opening).heldBy(ada), seat(opening).heldBy(ada).takenBy(ada));
            verify(0, seat(opening).heldBy(ada), seat(opening).takenBy(ben));
        }

        private void verify(int times, Seat... seats) {
            constraints
                    .verifyThat(StaffingConstraints::whoeverLeavesIsBackfilled)
                    .given((Object[]) seats)
                    .penalizesBy(times);
        }
    }

    @Nested
    class EverySeatIsFilled {
        @Test
        void minusTheEmptyOnes() {
            var opening = opening(MAY, JUNE, 5, Map.of(ada, 80));
            constraints
                    .verifyThat(StaffingConstraints::everySeatIsFilled)
                    .given(seat(opening).takenBy(ada), seat(opening), seat(opening))
                    .penalizesBy(2);
        }
    }

    @Nested
    class ASeatThatMattersMore {
        @Test
        void countsMoreWhenItIsEmpty() {
            var opening = opening(MAY, JUNE, 5, Map.of(ada, 80));
            constraints
                    .verifyThat(StaffingConstraints::everySeatIsFilled)
                    .given(new Seat(1, new SeatToFill(work(opening), 1, 7), opening), seat(opening))
                    .penalizesBy(8);
        }
    }

    @Nested
    class PeopleFitTheirSeats {
        @Test
        void asWellAsTheirScoresSay() {
            var opening = opening(MAY, JUNE, 5, Map.of(ada, 80, ben, 75));
            constraints
                    .verifyThat(StaffingConstraints::peopleFitTheirSeats)
                    .given(seat(opening).takenBy(ada), seat(opening).takenBy(ben), seat(opening))
                    .rewardsWith(155);
        }
    }

    @Nested
    class SeatsAreSpread {
        @Test
        void becauseEachFurtherSeatOfOnePersonCostsMore() {
            var opening = opening(MAY, JUNE, 5, Map.of(ada, 80, ben, 75));
            constraints
                    .verifyThat(StaffingConstraints::seatsAreSpread)
                    .given(
                            seat(opening).takenBy(ada),
                            seat(opening).takenBy(ada),
                            seat(opening).takenBy(ben),
                            seat(opening))
                    .penalizesBy(2 * 4 + 2);
        }
    }

    private static Candidate candidate(int hours) {
        return new Candidate(new Person(UUID.randomUUID(), Map.of(), hours, List.of()), 2, 0);
    }

    private static Opening opening(LocalDate from, LocalDate to, int hours, Map<Candidate, Integer> scores) {
        return new Opening(new Commitment(from, to, hours), scores);
    }

    private UUID work(Opening opening) {
        return works.computeIfAbsent(opening, next -> UUID.randomUUID());
    }

    private Seat seat(Opening opening) {
        seats++;
        return new Seat(seats, new SeatToFill(work(opening), seats), opening);
    }
}
