package org.traverse.matching.assignment;

import java.util.List;

/**
 * Everything an assignment depends on, as numbers: the free hours of each person in each week, how many places each
 * already has, the places, and the points that spreading is worth. A person's n-th place costs {@code spread * (2n - 1)}
 * points, so that it goes rather to somebody who has none.
 */
public final class Market {

    private static final int MOST = 1_000_000; // of hours, points and priorities, so that no sum overflows

    final int people;
    final int weeks;
    final int[] capacity;
    final int[] held;
    final int spread;
    final List<Place> places;

    /** What one point of priority is worth in points of fit while searching: more than a rearrangement may cost. */
    final int filled;

    private Market(int[][] freeHours, int[] held, List<Place> places, int spread) {
        people = freeHours.length;
        weeks = people == 0 ? 0 : freeHours[0].length;
        capacity = new int[people * weeks];
        this.held = held.clone();
        this.places = List.copyOf(places);
        this.spread = spread;
        for (var person = 0; person < people; person++) {
            if (freeHours[person].length != weeks) {
                throw new IllegalArgumentException(
                        "person " + person + " has " + freeHours[person].length + " weeks, the first has " + weeks);
            }
            for (var week = 0; week < weeks; week++) {
                within("the hours of person " + person + " in week " + week, freeHours[person][week], 0);
                capacity[person * weeks + week] = freeHours[person][week];
            }
        }
        filled = worthOfFilling();
    }

    /** @throws IllegalArgumentException naming the person or place that cannot be */
    public static Market of(int[][] freeHours, int[] held, List<Place> places, int spread) {
        within("spread", spread, 0);
        if (held.length != freeHours.length) {
            throw new IllegalArgumentException(
                    freeHours.length + " people, but " + held.length + " numbers of places held");
        }
        var market = new Market(freeHours, held, places, spread);
        for (var number = 0; number < places.size(); number++) {
            market.check("place " + number, places.get(number));
        }
        return market;
    }

    public int people() {
        return people;
    }

    public int weeks() {
        return weeks;
    }

    public List<Place> places() {
        return places;
    }

    public int freeHours(int person, int week) {
        return capacity[person * weeks + week];
    }

    public int held(int person) {
        return held[person];
    }

    public int spread() {
        return spread;
    }

    /** What the next place costs somebody who has so many. */
    int costOfOneMore(int has) {
        return spread * (2 * has + 1);
    }

    private void check(String name, Place place) {
        if (place.until() > weeks) {
            throw new IllegalArgumentException(name + " ends in week " + place.until() + " of " + weeks);
        }
        within("the priority of " + name, place.priority(), 1);
        for (var choice = 0; choice < place.people().length; choice++) {
            var person = place.people()[choice];
            if (person < 0 || person >= people) {
                throw new IllegalArgumentException(name + " is open to person " + person + " of " + people);
            }
            if (choice > 0 && person <= place.people()[choice - 1]) {
                throw new IllegalArgumentException(
                        name + " is open to person " + person + " twice, or its people are not in order");
            }
            within("the hours of " + name, place.hours()[choice], 0);
            within("the fit of " + name, place.fit()[choice], -MOST);
        }
    }

    private static void within(String name, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + ": " + value + " is not between " + least + " and " + MOST);
        }
    }

    private int worthOfFilling() {
        var best = Integer.MIN_VALUE;
        var worst = Integer.MAX_VALUE;
        for (var place : places) {
            for (var fit : place.fit()) {
                best = Math.max(best, fit);
                worst = Math.min(worst, fit);
            }
        }
        // Filling one more place may push a handful of others to people who fit less.
        return best < worst ? 1 : Math.min(10 * MOST, 5 * (best - worst + spread) + 1);
    }
}
