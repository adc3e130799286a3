package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;

/** The decisions that a run leaves alone, and what is left to decide beside them: to that they are commitments. */
final class Pins {

    private final StaffingProblem problem;
    private final Map<SeatToFill, UUID> bySeat;
    private final Map<UUID, List<Commitment>> hours = new HashMap<>();

    private final long fit;

    Pins(StaffingProblem problem) {
        this.problem = problem;
        var works = problem.worksById();
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
        return new StaffingProblem(
                problem.people().stream().map(this::withPins).toList(),
                problem.works(),
                problem.seats().stream()
                        .filter(seat -> !bySeat.containsKey(seat))
                        .toList(),
                taken,
                problem.held().stream().filter(held -> !held.pinned()).toList(),
                problem.policy(),
                problem.today());
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
