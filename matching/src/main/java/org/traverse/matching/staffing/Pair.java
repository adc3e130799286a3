package org.traverse.matching.staffing;

import java.util.UUID;

/**
 * Two people who move together, as couples do in residency matching (Roth and Peranson 1999): a plan gives each of them a
 * seat at least, or neither one. Pinning one of them to a seat settles that: the other may then get one or not.
 *
 * @param samePlace whether no seat of the one may be in another {@link org.traverse.matching.facts.Terms#site place} than
 *     any seat of the other, also where seats are pinned; work that can be done anywhere suits every place
 */
public record Pair(UUID one, UUID other, boolean samePlace) {

    public Pair {
        if (one == null || other == null) {
            throw new IllegalArgumentException("one of a pair is missing");
        }
        if (one.equals(other)) {
            throw new IllegalArgumentException("person " + one + " is paired with themselves");
        }
    }

    boolean isOf(UUID person) {
        return one.equals(person) || other.equals(person);
    }

    UUID partnerOf(UUID person) {
        return one.equals(person) ? other : one;
    }
}
