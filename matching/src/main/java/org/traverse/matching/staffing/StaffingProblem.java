package org.traverse.matching.staffing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * The seats to fill and the people in scope. Pairings that are taken, because the person has applied, was rejected or is
 * at work there already, are not proposed. A person's n-th seat costs {@code spread * (2n - 1)} points of fit, so that
 * seats go to many where that costs little.
 */
public record StaffingProblem(
        List<Person> people,
        List<Work> works,
        List<SeatToFill> seats,
        Set<Pairing> taken,
        LocalDate today,
        int spread) {

    private static final int MOST_SPREAD = 1000;

    public StaffingProblem {
        people = List.copyOf(people);
        works = List.copyOf(works);
        seats = List.copyOf(seats);
        taken = Set.copyOf(taken);
        if (today == null) {
            throw new IllegalArgumentException("today is missing");
        }
        if (spread < 0 || spread > MOST_SPREAD) {
            throw new IllegalArgumentException("spread is " + spread + ", but must be between 0 and " + MOST_SPREAD);
        }
        distinct("person", people, Person::id);
        var known = distinct("work", works, Work::id);
        distinct("seat", seats, seat -> "number " + seat.number() + " of " + seat.work());
        for (var seat : seats) {
            if (!known.contains(seat.work())) {
                throw new IllegalArgumentException("a seat's work " + seat.work() + " is not among the works");
            }
        }
    }

    public StaffingProblem(
            List<Person> people, List<Work> works, List<SeatToFill> seats, Set<Pairing> taken, LocalDate today) {
        this(people, works, seats, taken, today, 0);
    }

    Map<UUID, Work> worksById() {
        return works.stream().collect(Collectors.toMap(Work::id, Function.identity()));
    }

    private static <T, I> Set<I> distinct(String name, Collection<T> all, Function<T, I> id) {
        var ids = new HashSet<I>();
        for (var each : all) {
            if (!ids.add(id.apply(each))) {
                throw new IllegalArgumentException(name + " " + id.apply(each) + " is given twice");
            }
        }
        return ids;
    }
}
