package org.traverse.matching.assignment;

import java.util.Arrays;
import java.util.List;

/**
 * What people do only together with others: couples, as residency matching knows them (Roth and Peranson 1999), and
 * places that whoever has them leaves only to somebody else.
 *
 * @param couples of whom both take a place or neither does; nobody is in two of them
 * @param sites where each place is, or {@link Place#NONE} for anywhere
 * @param holders of each place the person who takes no place but those they hold while this one is empty, or NONE
 */
public record Joint(List<Couple> couples, int[] sites, int[] holders) {

    /** @param sameSite whether no place of the one may be on another site than any of the other */
    public record Couple(int one, int other, boolean sameSite) {}

    public Joint {
        couples = List.copyOf(couples);
    }

    /** No such rule for so many places. */
    static Joint none(int places) {
        var none = new int[places];
        Arrays.fill(none, Place.NONE);
        return new Joint(List.of(), none, none);
    }
}
