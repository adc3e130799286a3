package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.traverse.matching.facts.Work;

/** A plan in the making: every seat that anybody could take, with or without somebody in it. */
@PlanningSolution
class Draft {

    @PlanningEntityCollectionProperty
    private List<Seat> seats;

    @ProblemFactCollectionProperty
    private List<MovesWith> together;

    @PlanningScore
    private HardMediumSoftLongScore score;

    private int spread;
    private Improving improving;

    Draft() {} // the solver clones drafts onto empty instances

    Draft(List<Seat> seats, List<MovesWith> together, int spread, Improving improving) {
        this.seats = seats;
        this.together = together;
        this.spread = spread;
        this.improving = improving;
    }

    /**
     * With everybody where they are, as far as their hours allow.
     *
     * @param pinned how many seats each person has beside the problem
     * @return none where it was ended before all seats had been looked at
     */
    static Optional<Draft> of(
            StaffingProblem problem, Map<UUID, Integer> pinned, Improving improving, BooleanSupplier ended) {
        var works = problem.worksById();
        var byId = problem.people().stream()
                .map(person -> new Candidate(person, problem.policy().spread(), pinned.getOrDefault(person.id(), 0)))
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        var held = problem.stillHeld();
        var pairings = problem.heldPairings();
        var holders = problem.joint().backfills().stream().collect(Collectors.toMap(Backfill::seat, Backfill::holder));
        var skilled = new Skilled(problem.people());
        var openings = new HashMap<UUID, Opening>();
        var seats = new ArrayList<Seat>();
        for (var toFill : problem.seats()) {
            if (ended.getAsBoolean()) {
                return Optional.empty();
            }
            var opening = openings.computeIfAbsent(
                    toFill.work(),
                    id -> Opening.of(works.get(id), enough(skilled, works.get(id), byId), pairings, problem));
            if (!opening.candidates().isEmpty()) {
                var holder = byId.get(holders.get(toFill));
                seats.add(new Seat(seats.size(), toFill, opening)
                        .heldBy(holder != null && opening.isOpenTo(holder) ? holder : null)
                        .takenBy(byId.get(held.get(toFill))));
            }
        }
        return Optional.of(
                new Draft(seats, together(problem, byId), problem.policy().spread(), improving));
    }

    private static List<Candidate> enough(Skilled skilled, Work work, Map<UUID, Candidate> byId) {
        return skilled.enoughFor(work).stream()
                .map(person -> byId.get(person.id()))
                .toList();
    }

    private static List<MovesWith> together(StaffingProblem problem, Map<UUID, Candidate> byId) {
        return problem.joint().pairs().stream()
                .flatMap(pair -> {
                    var one = byId.get(pair.one());
                    var other = byId.get(pair.other());
                    return Stream.of(
                            new MovesWith(one, other, pair.samePlace()), new MovesWith(other, one, pair.samePlace()));
                })
                .toList();
    }

    List<MovesWith> together() {
        return together;
    }

    int spread() {
        return spread;
    }

    Improving improving() {
        return improving;
    }

    List<Seat> seats() {
        return seats;
    }

    /** Whoever takes a seat. */
    Map<SeatToFill, UUID> people() {
        return seats.stream()
                .filter(seat -> !seat.isEmpty())
                .collect(Collectors.toMap(Seat::toFill, seat -> seat.candidate().id()));
    }

    Worth worth() {
        var taken = seats.stream().filter(seat -> !seat.isEmpty()).toList();
        return new Worth(taken.size(), taken.stream().mapToLong(Seat::fit).sum());
    }

    /** How many seats are filled, and how well in all. */
    record Worth(int filled, long fit) {}
}
