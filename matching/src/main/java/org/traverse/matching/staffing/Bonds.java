package org.traverse.matching.staffing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/** What joint moves leave open to somebody while everybody else stays where a plan has them. */
public final class Bonds {

    private final StaffingProblem problem;
    private final Map<SeatToFill, UUID> found;
    private final Map<UUID, Work> works;
    private final Map<UUID, List<SeatToFill>> seats;
    private final Map<UUID, Pair> pairs = new HashMap<>();
    private final Map<UUID, Set<SeatToFill>> toBackfill = new HashMap<>();

    /** @param problem without pins; found may change meanwhile */
    Bonds(StaffingProblem problem, Map<SeatToFill, UUID> found) {
        this.problem = problem;
        this.found = found;
        works = problem.worksById();
        seats = problem.seats().stream().collect(Collectors.groupingBy(SeatToFill::work));
        for (var pair : problem.joint().pairs()) {
            pairs.put(pair.one(), pair);
            pairs.put(pair.other(), pair);
        }
        var people = problem.peopleById();
        for (var backfill : problem.joint().backfills()) {
            if (mayHave(people.get(backfill.holder()), backfill.seat())) {
                toBackfill
                        .computeIfAbsent(backfill.holder(), none -> new HashSet<>())
                        .add(backfill.seat());
            }
        }
    }

    /** In a finished plan, of which found has every seat that is filled. */
    public static Bonds of(StaffingProblem problem, Map<SeatToFill, UUID> found) {
        return new Bonds(new Pins(problem).rest(), found);
    }

    /** Whether the person moves with somebody who has no seat. */
    public boolean waits(UUID person) {
        return pairs.containsKey(person)
                && !found.containsValue(pairs.get(person).partnerOf(person));
    }

    /** Whether they may take an empty seat of this work. */
    public boolean allow(UUID person, Work work) {
        return seats.getOrDefault(work.id(), List.of()).stream()
                .filter(seat -> !found.containsKey(seat))
                .anyMatch(seat -> allow(person, seat));
    }

    /** Whether they may take or keep this seat. */
    boolean allow(UUID person, SeatToFill seat) {
        return !problem.taken().contains(new Pairing(person, seat.work()))
                && !waits(person)
                && isWhereTheOtherIs(person, works.get(seat.work()))
                && leavesNothingEmpty(person, seat);
    }

    private boolean isWhereTheOtherIs(UUID person, Work work) {
        var pair = pairs.get(person);
        if (pair == null || !pair.samePlace()) {
            return true;
        }
        var other = pair.partnerOf(person);
        return found.entrySet().stream()
                .filter(taken -> taken.getValue().equals(other))
                .map(taken -> works.get(taken.getKey().work()))
                .noneMatch(theirs -> areApart(work, theirs));
    }

    static boolean areApart(Work one, Work other) {
        return areApart(one.terms().site(), other.terms().site());
    }

    static boolean areApart(Optional<String> site, Optional<String> otherSite) {
        return site.isPresent() && otherSite.isPresent() && !site.equals(otherSite);
    }

    private boolean leavesNothingEmpty(UUID person, SeatToFill seat) {
        var theirs = toBackfill.getOrDefault(person, Set.of());
        return theirs.contains(seat) || found.keySet().containsAll(theirs);
    }

    private boolean mayHave(Person holder, SeatToFill seat) {
        return !problem.taken().contains(new Pairing(holder.id(), seat.work()))
                && problem.fit(holder, works.get(seat.work())).eligible();
    }
}
