package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.traverse.matching.assignment.Joint;
import org.traverse.matching.assignment.Market;
import org.traverse.matching.assignment.Place;
import org.traverse.matching.facts.IsoWeek;

/**
 * A draft as the numbers of a market. Weeks in which the same seats run are one week of the market, with the hours that
 * somebody has free in the fullest of them.
 */
final class Numbers {

    private final List<Candidate> people;
    private final Map<Candidate, Integer> numberOf = new IdentityHashMap<>();
    private final Market market;

    private Numbers(List<Seat> seats, List<MovesWith> together, int spread) {
        var all = Collections.newSetFromMap(new IdentityHashMap<Candidate, Boolean>());
        seats.forEach(seat -> all.addAll(seat.eligible()));
        together.forEach(pair -> all.add(pair.one())); // also one whom nothing is open to
        people = all.stream().sorted(Comparator.comparing(Candidate::id)).toList();
        for (var number = 0; number < people.size(); number++) {
            numberOf.put(people.get(number), number);
        }
        var borders = borders(seats);
        market = Market.of(
                freeHours(borders),
                people.stream().mapToInt(Candidate::pinned).toArray(),
                places(seats, borders),
                spread,
                joint(seats, together));
    }

    static Numbers of(Draft draft) {
        return new Numbers(draft.seats(), draft.together(), draft.spread());
    }

    Market market() {
        return market;
    }

    /** What the plan has in each place, or NONE. */
    int[] choices(Draft draft) {
        return draft.seats().stream().mapToInt(this::choice).toArray();
    }

    Candidate candidate(int place, int choice) {
        return choice == Place.NONE
                ? null
                : people.get(market.places().get(place).people()[choice]);
    }

    private int choice(Seat seat) {
        return seat.isEmpty()
                ? Place.NONE
                : market.places().get(seat.number()).choiceOf(numberOf.get(seat.candidate()));
    }

    private static List<Long> borders(List<Seat> seats) {
        var borders = new TreeSet<Long>();
        for (var seat : seats) {
            borders.add(IsoWeek.of(seat.hours().from()));
            borders.add(IsoWeek.of(seat.hours().to()) + 1);
        }
        return List.copyOf(borders);
    }

    private int[][] freeHours(List<Long> borders) {
        var hours = new int[people.size()][borders.size() - 1];
        for (var week = 0; week + 1 < borders.size(); week++) {
            var from = IsoWeek.monday(borders.get(week));
            var to = IsoWeek.monday(borders.get(week + 1)).minusDays(1);
            for (var person = 0; person < people.size(); person++) {
                hours[person][week] = people.get(person).person().freeHours(from, to);
            }
        }
        return hours;
    }

    private List<Place> places(List<Seat> seats, List<Long> borders) {
        var works = new HashMap<UUID, Integer>();
        var places = new ArrayList<Place>();
        for (var seat : seats) {
            var eligible = seat.eligible().stream()
                    .sorted(Comparator.comparing(numberOf::get))
                    .toList();
            var hours = new int[eligible.size()];
            Arrays.fill(hours, seat.hours().hoursPerWeek());
            places.add(new Place(
                    borders.indexOf(IsoWeek.of(seat.hours().from())),
                    borders.indexOf(IsoWeek.of(seat.hours().to()) + 1),
                    seat.priority(),
                    works.computeIfAbsent(seat.work(), next -> works.size()),
                    eligible.stream().mapToInt(numberOf::get).toArray(),
                    hours,
                    eligible.stream().mapToInt(seat.opening()::score).toArray()));
        }
        return places;
    }

    private Joint joint(List<Seat> seats, List<MovesWith> together) {
        var sites = new HashMap<String, Integer>();
        return new Joint(
                together.stream()
                        .map(pair -> new Joint.Couple(
                                numberOf.get(pair.one()), numberOf.get(pair.other()), pair.samePlace()))
                        .filter(couple -> couple.one() < couple.other()) // each is there both ways
                        .toList(),
                seats.stream()
                        .mapToInt(seat -> seat.opening()
                                .site()
                                .map(site -> sites.computeIfAbsent(site, next -> sites.size()))
                                .orElse(Place.NONE))
                        .toArray(),
                seats.stream()
                        .mapToInt(seat -> seat.holder() == null ? Place.NONE : numberOf.get(seat.holder()))
                        .toArray());
    }
}
