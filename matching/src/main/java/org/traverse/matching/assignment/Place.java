package org.traverse.matching.assignment;

import java.util.Arrays;

/**
 * One place to fill: the weeks it takes, counted from the market's first and without {@code until}; how much it matters
 * (a place of priority 2 is worth two of priority 1); the work it belongs to, of which nobody takes two places (-1: none);
 * and who may take it, in ascending order, each with the hours a week that takes them and how well they fit.
 */
public record Place(int from, int until, int priority, int work, int[] people, int[] hours, int[] fit) {

    public Place {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("a place has no weeks: from " + from + " until " + until);
        }
        if (priority < 1) {
            throw new IllegalArgumentException("priority is " + priority + ", but must be at least 1");
        }
        if (hours.length != people.length || fit.length != people.length) {
            throw new IllegalArgumentException(
                    people.length + " people, but " + hours.length + " hours and " + fit.length + " fits");
        }
    }

    /** The choice that is this person, or NONE. */
    public int choiceOf(int person) {
        return Math.max(NONE, Arrays.binarySearch(people, person));
    }

    /** Instead of a choice or a person: nobody takes the place. */
    public static final int NONE = -1;
}
