package org.traverse.matching.assignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A plan that is being changed: who takes which place, and what that leaves of everybody's hours. */
final class Roster {

    final Shortlist list;
    private final Market market;
    private final JointRules rules; // null where everybody takes places whatever others do
    private final long pointsOfBreaking;
    private final int weeks;
    private final int[] from;
    private final int[] until;
    private final int[] work;
    private final int[] priority;
    private final int[] load;
    private final int[][] placesOf;
    private final int[] count;
    private final int[] taken; // place -> listed choice
    private final int[] empty;
    private final int[] emptyAt;
    private int empties;
    private long filled;
    private long fit;
    private long broken;

    Roster(Shortlist list) {
        this.list = list;
        market = list.market();
        rules = market.isJoint() ? new JointRules(market, this) : null;
        pointsOfBreaking = market.pointsOfBreaking();
        weeks = market.weeks;
        var places = market.places.size();
        from = market.places.stream().mapToInt(Place::from).toArray();
        until = market.places.stream().mapToInt(Place::until).toArray();
        work = market.places.stream().mapToInt(Place::work).toArray();
        priority = market.places.stream().mapToInt(Place::priority).toArray();
        load = new int[market.people * weeks];
        placesOf = new int[market.people][2];
        count = new int[market.people];
        taken = new int[places];
        empty = new int[places];
        emptyAt = new int[places];
        for (var place = 0; place < places; place++) {
            taken[place] = Place.NONE;
            empty[place] = place;
            emptyAt[place] = place;
        }
        empties = places;
    }

    int places() {
        return taken.length;
    }

    /** The listed choice that has the place, or NONE. */
    int taken(int place) {
        return taken[place];
    }

    int empties() {
        return empties;
    }

    int empty(int index) {
        return empty[index];
    }

    int count(int person) {
        return count[person];
    }

    int placeOf(int person, int index) {
        return placesOf[person][index];
    }

    /** The priorities of the places that are filled. */
    long filled() {
        return filled;
    }

    /** The fits of those who fill them, less what spreading costs. */
    long fit() {
        return fit;
    }

    /** Whether the plan keeps every joint rule; hours it always keeps. */
    boolean isWhole() {
        return broken == 0;
    }

    /** Whether no joint rule keeps the choice from the empty place while nobody else moves. */
    boolean mayJoin(int place, int choice) {
        return rules == null || rules.allow(list.person[choice], place);
    }

    /** Whether the place is on no other site than those of whom the person moves together with, where that matters. */
    boolean suits(int place, int person) {
        return rules == null || rules.suits(place, person);
    }

    long worth() {
        return filled * market.filled + fit - broken * pointsOfBreaking;
    }

    boolean isBetterThan(long otherFilled, long otherFit) {
        return filled > otherFilled || filled == otherFilled && fit > otherFit;
    }

    boolean sameWork(int one, int other) {
        return work[one] >= 0 && work[one] == work[other];
    }

    boolean overlap(int one, int other) {
        return from[one] < until[other] && from[other] < until[one];
    }

    boolean fits(int place, int choice) {
        var person = list.person[choice];
        var hours = list.hours[choice];
        var at = person * weeks;
        for (var week = from[place]; week < until[place]; week++) {
            if (load[at + week] + hours > market.capacity[at + week]) {
                return false;
            }
        }
        return work[place] < 0 || takesNoneOf(work[place], person);
    }

    /** Whether the person would have too much to do in a week of both places if this one were added. */
    boolean isInTheWay(int other, int place, int choice) {
        if (sameWork(other, place)) {
            return true;
        }
        var at = list.person[choice] * weeks;
        var end = Math.min(until[other], until[place]);
        for (var week = Math.max(from[other], from[place]); week < end; week++) {
            if (load[at + week] + list.hours[choice] > market.capacity[at + week]) {
                return true;
            }
        }
        return false;
    }

    int costOfOneMore(int person) {
        return market.costOfOneMore(market.held[person] + count[person]);
    }

    /** What it is worth that the place is filled, whoever takes it. */
    long worthOfFilling(int place) {
        return (long) priority[place] * market.filled;
    }

    /** What is lost when the place is left empty by whoever has it. */
    long worthOf(int place) {
        var choice = taken[place];
        var person = list.person[choice];
        return worthOfFilling(place) + list.fit[choice] - market.costOfOneMore(market.held[person] + count[person] - 1);
    }

    /** The choice that gains most among those for which there are hours, or NONE. */
    int bestFor(int place, int butNot) {
        var best = Place.NONE;
        var most = Long.MIN_VALUE;
        for (var choice = list.first[place]; choice < list.first[place + 1]; choice++) {
            var person = list.person[choice];
            var gain = (long) list.fit[choice] - costOfOneMore(person);
            if (gain > most && person != butNot && fits(place, choice) && mayJoin(place, choice)) {
                most = gain;
                best = choice;
            }
        }
        return best;
    }

    void put(int place, int choice) {
        var person = list.person[choice];
        broken -= brokenBy(person, place);
        addHours(place, choice, 1);
        fit += list.fit[choice] - costOfOneMore(person);
        filled += priority[place];
        if (count[person] == placesOf[person].length) {
            placesOf[person] = Arrays.copyOf(placesOf[person], 2 * count[person]);
        }
        placesOf[person][count[person]++] = place;
        taken[place] = choice;
        var last = empty[--empties];
        empty[emptyAt[place]] = last;
        emptyAt[last] = emptyAt[place];
        broken += brokenBy(person, place);
    }

    void clear(int place) {
        var choice = taken[place];
        var person = list.person[choice];
        broken -= brokenBy(person, place);
        addHours(place, choice, -1);
        var places = placesOf[person];
        var index = 0;
        while (places[index] != place) {
            index++;
        }
        places[index] = places[--count[person]];
        fit -= list.fit[choice] - costOfOneMore(person);
        filled -= priority[place];
        taken[place] = Place.NONE;
        empty[empties] = place;
        emptyAt[place] = empties++;
        broken += brokenBy(person, place);
    }

    /** Puts the choice there, or nobody, whatever was there before. */
    void set(int place, int choice) {
        if (taken[place] != Place.NONE) {
            clear(place);
        }
        if (choice != Place.NONE) {
            put(place, choice);
        }
    }

    int[] copy() {
        return taken.clone();
    }

    void restore(int[] copy) {
        for (var place = 0; place < taken.length; place++) {
            if (taken[place] != copy[place] && taken[place] != Place.NONE) {
                clear(place);
            }
        }
        for (var place = 0; place < taken.length; place++) {
            if (taken[place] != copy[place]) {
                put(place, copy[place]);
            }
        }
    }

    /** Empties what is taken against a joint rule, until none is broken: an empty plan breaks none. */
    void emptyWhatIsBroken() {
        while (!isWhole()) {
            for (var place = 0; place < taken.length; place++) {
                if (taken[place] != Place.NONE && brokenBy(list.person[taken[place]], place) > 0) {
                    clear(place);
                }
            }
        }
    }

    /** Takes in order whoever still can: the first on each list, and those places first that matter most. */
    void fillGreedily() {
        IntStream.range(0, empties)
                .map(index -> empty[index])
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> -priority[place])
                        .thenComparing(place -> list.first[place + 1] - list.first[place])
                        .thenComparing(Comparator.naturalOrder()))
                .toList()
                .forEach(this::fillWithTheFirstWhoCan);
    }

    private void fillWithTheFirstWhoCan(int place) {
        for (var choice = list.first[place]; choice < list.first[place + 1]; choice++) {
            if (fits(place, choice) && mayJoin(place, choice)) {
                put(place, choice);
                return;
            }
        }
    }

    /** By how much a person's unused hours and number of places fall short of what the bound counts on. */
    double lossOf(int person) {
        var sum = 0d;
        var at = person * weeks;
        for (var week = 0; week < weeks; week++) {
            var price = list.prices().ofHours(person, week);
            if (price > 0) {
                sum += price * (market.capacity[at + week] - load[at + week]);
            }
        }
        if (market.spread > 0) {
            var price = list.prices().ofPlaces(person);
            var held = (double) market.held[person];
            var all = held + count[person];
            sum += Prices.bestOfPlaces(price, market, person)
                    - (price * count[person] - market.spread * (all * all - held * held));
        }
        return sum;
    }

    private int brokenBy(int person, int place) {
        return rules == null ? 0 : rules.brokenBy(person, place);
    }

    private boolean takesNoneOf(int someWork, int person) {
        for (var index = 0; index < count[person]; index++) {
            if (work[placesOf[person][index]] == someWork) {
                return false;
            }
        }
        return true;
    }

    private void addHours(int place, int choice, int sign) {
        var at = list.person[choice] * weeks;
        var hours = sign * list.hours[choice];
        for (var week = from[place]; week < until[place]; week++) {
            load[at + week] += hours;
        }
    }
}
