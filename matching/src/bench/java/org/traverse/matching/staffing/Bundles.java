package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The seats that a person would best take if seats had prices, exactly: dynamic programming over gigs in the order they
 * begin. A state is the hours left in the weeks to come and the number of seats taken; few differ, because what has begun
 * uses no more hours in a later week than in an earlier one.
 */
final class Bundles {

    private static final int MOST_STATES = 50_000; // beyond these whatever is left counts as if all of it fitted
    private static final double NOTHING = 1e-9;

    private final Organisation organisation;
    private final List<List<Gig>> gigs; // of each person, those that begin first

    /** The fit of one person for a seat. */
    record Offer(int seat, int fit) {}

    /** Points a seat costs, and points that one of priority is worth. */
    record Prices(double[] ofSeats, double ofPriority) {

        Prices times(double factor) {
            return new Prices(
                    Arrays.stream(ofSeats).map(price -> factor * price).toArray(), factor * ofPriority);
        }
    }

    /** No bundle is worth more than {@code worth} at the prices; the offers are, unless there were too many states. */
    record Bundle(double worth, List<Offer> offers) {}

    private record Gig(int begins, List<Offer> offers) {}

    private record Open(int begins, List<Priced> offers) {}

    private record Priced(Offer offer, double gain) {}

    private record State(long room, double worth, Offer last, State before) {}

    Bundles(Organisation organisation) {
        this.organisation = organisation;
        var byGig = organisation.people().stream()
                .map(person -> new TreeMap<Integer, List<Offer>>())
                .toList();
        for (var number = 0; number < organisation.seats().size(); number++) {
            var seat = organisation.seats().get(number);
            for (var candidate : seat.candidates()) {
                byGig.get(candidate.person())
                        .computeIfAbsent(seat.gig(), none -> new ArrayList<>())
                        .add(new Offer(number, candidate.fit()));
            }
        }
        gigs = byGig.stream()
                .map(theirs -> theirs.values().stream()
                        .map(offers -> new Gig(begins(offers), offers))
                        .sorted(Comparator.comparingInt(Gig::begins))
                        .toList())
                .toList();
    }

    Bundle best(int person, Prices prices) {
        var open = worthwhile(person, prices);
        var rest = rest(open);
        var room = new Room(organisation.people().get(person).hours());
        var best = new State(room.all(), 0, null, null);
        Map<Long, State> states = Map.of(best.room, best);
        for (var next = 0; next < open.size(); next++) {
            if (states.size() > MOST_STATES) {
                var most = states.values().stream().mapToDouble(State::worth).max();
                return new Bundle(most.orElseThrow() + rest[next], offers(best));
            }
            var begins = open.get(next).begins;
            var after = new HashMap<Long, State>();
            for (var state : states.values()) {
                if (state.worth + rest[next] <= best.worth) {
                    continue;
                }
                keep(after, new State(room.from(begins, state.room), state.worth, state.last, state.before));
                var further = 2d * organisation.spread() * room.seats(state.room);
                for (var priced : open.get(next).offers) {
                    var seat = organisation.seats().get(priced.offer.seat);
                    if (priced.gain > further && room.holds(state.room, seat)) {
                        var left = room.from(begins, room.without(state.room, seat));
                        var taken = new State(left, state.worth + priced.gain - further, priced.offer, state);
                        keep(after, taken);
                        best = taken.worth > best.worth ? taken : best;
                    }
                }
            }
            states = after;
        }
        return new Bundle(best.worth, offers(best));
    }

    private List<Open> worthwhile(int person, Prices prices) {
        var open = new ArrayList<Open>();
        for (var gig : gigs.get(person)) {
            var offers = gig.offers.stream()
                    .map(offer -> new Priced(offer, gain(offer, prices)))
                    .filter(priced -> priced.gain > NOTHING)
                    .toList();
            if (!offers.isEmpty()) {
                open.add(new Open(gig.begins, offers));
            }
        }
        return open;
    }

    /** What each gig and those after it would gain if all of them fitted. */
    private static double[] rest(List<Open> open) {
        var rest = new double[open.size() + 1];
        for (var next = open.size() - 1; next >= 0; next--) {
            var gains = open.get(next).offers.stream().mapToDouble(Priced::gain);
            rest[next] = rest[next + 1] + gains.max().orElseThrow();
        }
        return rest;
    }

    private static void keep(Map<Long, State> states, State state) {
        states.merge(state.room, state, (one, other) -> one.worth >= other.worth ? one : other);
    }

    private static List<Offer> offers(State last) {
        var offers = new ArrayList<Offer>();
        for (var state = last; state.last != null; state = state.before) {
            offers.add(state.last);
        }
        return offers;
    }

    private double gain(Offer offer, Prices prices) {
        return offer.fit
                - organisation.spread()
                + prices.ofPriority * organisation.seats().get(offer.seat).priority()
                - prices.ofSeats[offer.seat];
    }

    private int begins(List<Offer> gig) {
        return gig.stream()
                .mapToInt(offer -> organisation.seats().get(offer.seat).from())
                .min()
                .orElseThrow();
    }
}
