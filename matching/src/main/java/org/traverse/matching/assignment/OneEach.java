package org.traverse.matching.assignment;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The best plan where nobody can take more than one place, exactly: the assignment problem, solved by shortest augmenting
 * paths (Jonker and Volgenant 1987). Each place in turn gets somebody at the least cost, which may move others along a
 * path; potentials keep all costs at or above 0. A place may also stay empty, at the cost of what it would be worth.
 */
final class OneEach {

    private static final long UNREACHED = Long.MAX_VALUE;

    private final Market market;
    private final int[] taken; // place -> choice
    private final int[] placeOf; // person -> place
    private final long[] ofPlace; // potentials: at most a place's least cost at the people's
    private final long[] ofPerson; // 0 as long as nobody wants them
    private final long[] distance; // person -> least cost of a path to them
    private final int[] from; // person -> the place before them on it
    private final boolean[] passed;
    private final int[] reached;
    private int reaches;

    private OneEach(Market market) {
        this.market = market;
        var places = market.places.size();
        taken = new int[places];
        placeOf = new int[market.people];
        ofPlace = new long[places];
        ofPerson = new long[market.people];
        distance = new long[market.people];
        from = new int[market.people];
        passed = new boolean[market.people];
        reached = new int[market.people];
        Arrays.fill(taken, Place.NONE);
        Arrays.fill(placeOf, Place.NONE);
        Arrays.fill(distance, UNREACHED);
    }

    /** Whether nobody has the hours for two places of this market, so that its best plan can be told exactly. */
    static boolean appliesTo(Market market) {
        if (market.weeks != 1) {
            return false;
        }
        var least = new int[market.people];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var place : market.places) {
            for (var choice = 0; choice < place.people().length; choice++) {
                var person = place.people()[choice];
                var hours = place.hours()[choice];
                if (hours <= market.capacity[person]) {
                    if (least[person] != Integer.MAX_VALUE && least[person] + hours <= market.capacity[person]) {
                        return false;
                    }
                    least[person] = Math.min(least[person], hours);
                }
            }
        }
        return true;
    }

    static int[] solve(Market market) {
        var all = new OneEach(market);
        for (var place = 0; place < all.taken.length; place++) {
            all.takeTheirFavouriteIfFree(place);
        }
        for (var place = 0; place < all.taken.length; place++) {
            if (all.taken[place] == Place.NONE) {
                all.fill(place);
            }
        }
        return all.taken;
    }

    private void takeTheirFavouriteIfFree(int place) {
        var people = market.places.get(place).people();
        var favourite = Place.NONE;
        for (var choice = 0; choice < people.length; choice++) {
            if (hasTheHours(place, choice) && cost(place, choice) < ofPlace[place]) {
                ofPlace[place] = cost(place, choice);
                favourite = choice;
            }
        }
        if (favourite != Place.NONE && placeOf[people[favourite]] == Place.NONE) {
            taken[place] = favourite;
            placeOf[people[favourite]] = place;
        }
    }

    /** Finds the cheapest path from a place to somebody free, or to a place that is best left empty, and moves all along. */
    private void fill(int start) {
        var queue = new PriorityQueue<Reached>();
        var current = start;
        var base = 0L;
        var shortest = UNREACHED;
        var leftEmpty = Place.NONE;
        var free = Place.NONE;
        while (true) {
            if (base - ofPlace[current] < shortest) {
                shortest = base - ofPlace[current];
                leftEmpty = current;
            }
            reach(current, base, queue);
            var next = nearest(queue);
            if (next == null || next.distance >= shortest) {
                break;
            }
            if (placeOf[next.person] == Place.NONE) {
                shortest = next.distance;
                leftEmpty = Place.NONE;
                free = next.person;
                break;
            }
            passed[next.person] = true;
            current = placeOf[next.person];
            base = next.distance;
        }
        changePotentials(start, shortest);
        move(start, leftEmpty, free);
    }

    private void reach(int place, long base, PriorityQueue<Reached> queue) {
        var people = market.places.get(place).people();
        for (var choice = 0; choice < people.length; choice++) {
            var person = people[choice];
            if (!passed[person] && hasTheHours(place, choice)) {
                var there = base + cost(place, choice) - ofPlace[place] - ofPerson[person];
                if (there < distance[person]) {
                    if (distance[person] == UNREACHED) {
                        reached[reaches++] = person;
                    }
                    distance[person] = there;
                    from[person] = place;
                    queue.add(new Reached(person, there));
                }
            }
        }
    }

    private Reached nearest(PriorityQueue<Reached> queue) {
        var next = queue.poll();
        while (next != null && (passed[next.person] || next.distance > distance[next.person])) {
            next = queue.poll();
        }
        return next;
    }

    private void changePotentials(int start, long shortest) {
        ofPlace[start] += shortest;
        for (var index = 0; index < reaches; index++) {
            var person = reached[index];
            if (passed[person]) {
                ofPerson[person] -= shortest - distance[person];
                ofPlace[placeOf[person]] += shortest - distance[person];
            }
            passed[person] = false;
            distance[person] = UNREACHED;
        }
        reaches = 0;
    }

    private void move(int start, int leftEmpty, int free) {
        var person = free;
        if (leftEmpty != Place.NONE && leftEmpty != start) {
            person = personIn(leftEmpty);
            taken[leftEmpty] = Place.NONE;
        }
        while (person != Place.NONE) {
            var place = from[person];
            var next = place == start ? Place.NONE : personIn(place);
            taken[place] = market.places.get(place).choiceOf(person);
            placeOf[person] = place;
            person = next;
        }
    }

    private int personIn(int place) {
        return market.places.get(place).people()[taken[place]];
    }

    private boolean hasTheHours(int place, int choice) {
        var each = market.places.get(place);
        return each.hours()[choice] <= market.capacity[each.people()[choice]];
    }

    /** Below 0: what it earns. */
    private long cost(int number, int choice) {
        var place = market.places.get(number);
        return market.costOfOneMore(market.held[place.people()[choice]])
                - (long) market.filled * place.priority()
                - place.fit()[choice];
    }

    private record Reached(int person, long distance) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            return distance != other.distance
                    ? Long.compare(distance, other.distance)
                    : Integer.compare(person, other.person);
        }
    }
}
