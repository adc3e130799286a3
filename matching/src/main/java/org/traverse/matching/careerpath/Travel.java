package org.traverse.matching.careerpath;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Who goes from where to where: between similar roles, and wherever somebody went before.
 *
 * <p>How likely a move is, is its share of the moves from a role, as if {@value #PRIOR} more people had left it, for
 * similar roles and for each in proportion to its similarity. So similarity alone decides on the first day, and gives way
 * as moves are seen (a Dirichlet prior: MacKay and Peto, "A Hierarchical Dirichlet Language Model", Natural Language
 * Engineering 1, 1995).
 */
final class Travel {
    private static final int PRIOR = 10;
    private static final int MILLION = 1_000_000;

    private record Way(int from, int to) {}

    private final Neighbours neighbours;
    private final int[][] next;
    private final Map<Way, Integer> people = new HashMap<>();
    private final long[] leaving;
    private final long[] similar;

    Travel(Numbers roles, List<Moves> moves, Neighbours neighbours, int neighboursAtMost) {
        this.neighbours = neighbours;
        leaving = new long[roles.size()];
        similar = new long[roles.size()];
        var connected = new BitSet[roles.size()];
        Arrays.setAll(connected, role -> new BitSet());
        for (int role = 0; role < connected.length; role++) {
            for (int other : neighbours.of(role, neighboursAtMost)) {
                connected[role].set(other);
                connected[other].set(role);
            }
        }
        for (var each : moves) {
            int from = number(roles, each.from());
            int to = number(roles, each.to());
            see(each, from, to);
            if (each.people() > 0) {
                connected[from].set(to);
            }
        }
        next = Arrays.stream(connected)
                .map(roleSet -> roleSet.stream().toArray())
                .toArray(int[][]::new);
        Arrays.setAll(
                similar,
                from -> Arrays.stream(next[from])
                        .mapToLong(to -> similarity(from, to))
                        .sum());
    }

    private static int number(Numbers roles, UUID role) {
        return roles.find(role)
                .orElseThrow(() ->
                        new IllegalArgumentException("a move leads from or to role " + role + ", which is not there"));
    }

    private void see(Moves moves, int from, int to) {
        if (people.put(new Way(from, to), moves.people()) != null) {
            throw new IllegalArgumentException(
                    "the moves from role " + moves.from() + " to " + moves.to() + " are there twice");
        }
        leaving[from] += moves.people();
    }

    /** Where one may go from a role, in ascending order; not to be changed. */
    int[] next(int role) {
        return next[role];
    }

    int people(int from, int to) {
        return people.getOrDefault(new Way(from, to), 0);
    }

    /** The negative logarithm of how likely it is to go from one role to another, in millionths. */
    long unlikelihood(int from, int to) {
        long similarity = similarity(from, to);
        return unlikelihood(OptionalInt.of(from), to, similarity, Math.max(similar[from], similarity));
    }

    /** The same for {@code part} of {@code all} similarity, from a role if there is one. */
    long unlikelihood(OptionalInt from, int to, long part, long all) {
        long seen = from.isPresent() ? people(from.getAsInt(), to) : 0;
        long left = from.isPresent() ? leaving[from.getAsInt()] : 0;
        double chance = (seen + PRIOR * (double) part / all) / (left + PRIOR);
        return Math.round(-MILLION * StrictMath.log(chance));
    }

    /** At least 1: nothing is impossible. */
    private long similarity(int from, int to) {
        return Math.max(1, neighbours.similarity(from, to));
    }
}
