package org.traverse.matching.assignment;

import java.util.Arrays;

/** What is being changed in a plan, to be taken back when it does not pay. */
final class Attempt {

    private final Roster roster;
    private int[] places = new int[64];
    private int[] before = new int[64];
    private int number;
    private long worth;

    Attempt(Roster roster) {
        this.roster = roster;
    }

    void begin() {
        number = 0;
        worth = roster.worth();
    }

    void set(int place, int choice) {
        if (number == places.length) {
            places = Arrays.copyOf(places, 2 * number);
            before = Arrays.copyOf(before, 2 * number);
        }
        places[number] = place;
        before[number++] = roster.taken(place);
        roster.set(place, choice);
    }

    int number() {
        return number;
    }

    int place(int index) {
        return places[index];
    }

    /** The choice that had the place, or NONE. */
    int before(int index) {
        return before[index];
    }

    boolean hasChanged(int place) {
        for (var index = 0; index < number; index++) {
            if (places[index] == place) {
                return true;
            }
        }
        return false;
    }

    /** The points that the plan is worth more than at the beginning; less than 0 where it lost. */
    long gain() {
        return roster.worth() - worth;
    }

    void undo() {
        while (number > 0) {
            number--;
            roster.set(places[number], before[number]);
        }
    }
}
