package org.traverse.matching.staffing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The moves that a plan makes only together with others; nobody is in two pairs, and a seat has one holder. In an order of
 * their own, so that a plan does not depend on the one in which they were given.
 */
public record JointMoves(List<Pair> pairs, List<Backfill> backfills) {

    public static final JointMoves NONE = new JointMoves(List.of(), List.of());

    public JointMoves {
        pairs = pairs.stream()
                .sorted(Comparator.comparing(pair -> pair.one().toString()))
                .toList();
        backfills = backfills.stream()
                .sorted(Comparator.comparing(
                                (Backfill backfill) -> backfill.seat().work())
                        .thenComparing(backfill -> backfill.seat().number()))
                .toList();
        var paired = new HashSet<UUID>();
        for (var pair : pairs) {
            for (var person : List.of(pair.one(), pair.other())) {
                if (!paired.add(person)) {
                    throw new IllegalArgumentException("person " + person + " is in two pairs");
                }
            }
        }
        var seats = new HashSet<SeatToFill>();
        for (var backfill : backfills) {
            if (!seats.add(backfill.seat())) {
                throw new IllegalArgumentException(backfill.seat() + " is to be backfilled twice");
            }
        }
    }

    /** @throws IllegalArgumentException naming a person or seat that is not among these */
    void mustBeOf(Set<UUID> people, Set<SeatToFill> places) {
        for (var pair : pairs) {
            for (var person : List.of(pair.one(), pair.other())) {
                if (!people.contains(person)) {
                    throw new IllegalArgumentException("person " + person + " of a pair is not in scope");
                }
            }
        }
        for (var backfill : backfills) {
            if (!places.contains(backfill.seat())) {
                throw new IllegalArgumentException(
                        backfill.seat() + ", which is to be backfilled, is not among the seats");
            }
            if (!people.contains(backfill.holder())) {
                throw new IllegalArgumentException(
                        "person " + backfill.holder() + ", who is to be backfilled, is not in scope");
            }
        }
    }
}
