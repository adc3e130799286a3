package org.traverse.matching.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

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
    final Joint joint;

    /** What one point of priority is worth in points of fit while searching: more than a rearrangement may cost. */
    final int filled;

    private Market(int[][] freeHours, int[] held, List<Place> places, int spread, Joint joint) {
        people = freeHours.length;
        weeks = people == 0 ? 0 : freeHours[0].length;
        capacity = new int[people * weeks];
        this.held = held.clone();
        this.places = List.copyOf(places);
        this.spread = spread;
        this.joint = joint;
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

    /** Where everybody takes places whatever others do. */
    public static Market of(int[][] freeHours, int[] held, List<Place> places, int spread) {
        return of(freeHours, held, places, spread, Joint.none(places.size()));
    }

    /** @throws IllegalArgumentException naming the person or place that cannot be */
    public static Market of(int[][] freeHours, int[] held, List<Place> places, int spread, Joint joint) {
        within("spread", spread, 0);
        if (held.length != freeHours.length) {
            throw new IllegalArgumentException(
                    freeHours.length + " people, but " + held.length + " numbers of places held");
        }
        var market = new Market(freeHours, held, places, spread, joint);
        for (var number = 0; number < places.size(); number++) {
            market.check("place " + number, places.get(number));
        }
        market.checkJoint();
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

    /** Whether some may take places only together with others, so that no search may look at one person by themselves. */
    public boolean isJoint() {
        return !joint.couples().isEmpty() || IntStream.of(joint.holders()).anyMatch(person -> person != Place.NONE);
    }

    /** More than any place is worth, so that it is better empty than against a joint rule. */
    long pointsOfBreaking() {
        var most = 0L;
        for (var place : places) {
            most = Math.max(
                    most,
                    (long) filled * place.priority()
                            + IntStream.of(place.fit()).max().orElse(0));
        }
        return most + 1;
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

    private void checkJoint() {
        if (joint.sites().length != places.size() || joint.holders().length != places.size()) {
            throw new IllegalArgumentException(places.size() + " places, but " + joint.sites().length + " sites and "
                    + joint.holders().length + " holders");
        }
        for (var place = 0; place < places.size(); place++) {
            within("the holder of place " + place, joint.holders()[place], Place.NONE, people - 1);
        }
        var coupled = new HashSet<Integer>();
        for (var couple : joint.couples()) {
            for (var person : new int[] {couple.one(), couple.other()}) {
                within("a person of a couple", person, 0, people - 1);
                if (!coupled.add(person)) {
                    throw new IllegalArgumentException("person " + person + " is in two couples");
                }
            }
        }
    }

    private static void within(String name, int value, int least) {
        within(name, value, least, MOST);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is not between " + least + " and " + most);
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
