package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/** The decisions that a run leaves alone, and what is left to decide beside them: to that they are commitments. */
final class Pins {

    private final StaffingProblem problem;
    private final Map<UUID, Work> works;
    private final Map<SeatToFill, UUID> bySeat;
    private final Map<UUID, List<Commitment>> hours = new HashMap<>();
    private final long fit;

    Pins(StaffingProblem problem) {
        this.problem = problem;
        works = problem.worksById();
        var people = problem.peopleById();
        bySeat = problem.held().stream().filter(Held::pinned).collect(Collectors.toMap(Held::seat, Held::person));
        bySeat.forEach((seat, person) -> hours.computeIfAbsent(person, none -> new ArrayList<>())
                .add(works.get(seat.work()).remaining(problem.today())));
        fit = bySeat.entrySet().stream()
                .mapToLong(pin -> problem.fit(
                                people.get(pin.getValue()),
                                works.get(pin.getKey().work()))
                        .score())
                .sum();
        problem.joint().pairs().forEach(this::mustBeInOnePlace);
        for (var person : problem.people()) {
            var over = person.hoursOver(hours.getOrDefault(person.id(), List.of()));
            if (over > 0) {
                throw new IllegalArgumentException("person " + person.id() + " is pinned to seats of " + over
                        + " hours a week more than are free");
            }
        }
    }

    Map<SeatToFill, UUID> bySeat() {
        return bySeat;
    }

    int number() {
        return bySeat.size();
    }

    /** The scores of all of them together. */
    long fit() {
        return fit;
    }

    Map<UUID, Integer> seatsByPerson() {
        return hours.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, pinned -> pinned.getValue().size()));
    }

    StaffingProblem rest() {
        if (bySeat.isEmpty()) {
            return problem;
        }
        var taken = new HashSet<>(problem.taken());
        bySeat.forEach((seat, person) -> taken.add(new Pairing(person, seat.work())));
        problem.joint().pairs().forEach(pair -> taken.addAll(inOtherPlaces(pair)));
        return new StaffingProblem(
                problem.people().stream().map(this::withPins).toList(),
                problem.works(),
                problem.seats().stream()
                        .filter(seat -> !bySeat.containsKey(seat))
                        .toList(),
                taken,
                problem.held().stream().filter(held -> !held.pinned()).toList(),
                jointMoves(),
                problem.policy(),
                problem.today());
    }

    private JointMoves jointMoves() {
        var joint = problem.joint();
        return new JointMoves(
                joint.pairs().stream()
                        .filter(pair -> !hours.containsKey(pair.one()) && !hours.containsKey(pair.other()))
                        .toList(),
                joint.backfills().stream()
                        .filter(backfill -> !bySeat.containsKey(backfill.seat()))
                        .toList());
    }

    private void mustBeInOnePlace(Pair pair) {
        for (var one : pinnedWorks(pair.one())) {
            for (var other : pinnedWorks(pair.other())) {
                if (pair.samePlace() && Bonds.areApart(one, other)) {
                    throw new IllegalArgumentException("persons " + pair.one() + " and " + pair.other()
                            + ", who move to one place, are pinned to two");
                }
            }
        }
    }

    /** The works that one of a pair is not to have because of where the other is pinned. */
    private List<Pairing> inOtherPlaces(Pair pair) {
        if (!pair.samePlace()) {
            return List.of();
        }
        return Stream.of(pair.one(), pair.other())
                .flatMap(person -> problem.works().stream()
                        .filter(work -> pinnedWorks(pair.partnerOf(person)).stream()
                                .anyMatch(pinned -> Bonds.areApart(work, pinned)))
                        .map(work -> new Pairing(person, work.id())))
                .toList();
    }

    private List<Work> pinnedWorks(UUID person) {
        return bySeat.entrySet().stream()
                .filter(pin -> pin.getValue().equals(person))
                .map(pin -> works.get(pin.getKey().work()))
                .toList();
    }

    private Person withPins(Person person) {
        var pinned = hours.get(person.id());
        if (pinned == null) {
            return person;
        }
        var all = new ArrayList<>(person.commitments());
        all.addAll(pinned);
        return person.withCommitments(all);
    }
}
