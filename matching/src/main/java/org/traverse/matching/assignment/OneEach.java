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
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final Market market;
    private final long[][] cost; // place, choice
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
        cost = market.places.stream().map(this::costs).toArray(long[][]::new);
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
        if (market.weeks != 1 || market.isJoint()) {
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
            if (cost[place][choice] < ofPlace[place]) {
                ofPlace[place] = cost[place][choice];
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
        var costs = cost[place];
        for (var choice = 0; choice < people.length; choice++) {
            var person = people[choice];
            if (!passed[person] && costs[choice] != IMPOSSIBLE) {
                var there = base + costs[choice] - ofPlace[place] - ofPerson[person];
                if (there < distance[person]) {
                    if (distance[person] == UNREACHED) {
                        reached[reaches++] = person;
                    }
                    distance[person] = there;
                    from[person] = place;
                    queue.add(new Reached(person, there, placeOf[person] == Place.NONE));
                    if (there == base && placeOf[person] == Place.NONE) {
                        return; // nobody is nearer
                    }
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

    /** Below 0: what each choice earns; IMPOSSIBLE for somebody who has not the hours. */
    private long[] costs(Place place) {
        var costs = new long[place.people().length];
        for (var choice = 0; choice < costs.length; choice++) {
            var person = place.people()[choice];
            costs[choice] = place.hours()[choice] > market.capacity[person]
                    ? IMPOSSIBLE
                    : market.costOfOneMore(market.held[person])
                            - (long) market.filled * place.priority()
                            - place.fit()[choice];
        }
        return costs;
    }

    private record Reached(int person, long distance, boolean free) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            if (distance != other.distance) {
                return Long.compare(distance, other.distance);
            }
            return free != other.free ? Boolean.compare(other.free, free) : Integer.compare(person, other.person);
        }
    }
}
