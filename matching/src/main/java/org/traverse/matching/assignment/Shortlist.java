package org.traverse.matching.assignment;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * For each place the people who cost least against the bound, best first. What a choice costs is its loss: by how much it
 * is worth less at the market's prices than the place's favourite. The losses of all places and people of a plan add up to
 * exactly what the plan is worth less than the bound.
 */
final class Shortlist {

    private final Market market;
    private final Prices prices;
    final int[] first;
    final int[] person;
    final int[] hours;
    final int[] fit;
    final double[] loss;
    final double[] lossIfEmpty;
    private final int[] original;

    private final int[] agreed;

    private Shortlist(Market market, Prices prices, int most, int[] agreed) {
        this.market = market;
        this.agreed = agreed;
        this.prices = prices;
        var places = market.places.size();
        first = new int[places + 1];
        for (var place = 0; place < places; place++) {
            first[place + 1] =
                    first[place] + Math.min(most, market.places.get(place).people().length);
        }
        person = new int[first[places]];
        hours = new int[first[places]];
        fit = new int[first[places]];
        loss = new double[first[places]];
        original = new int[first[places]];
        lossIfEmpty = new double[places];
        for (var place = 0; place < places; place++) {
            list(place);
        }
    }

    /** @param agreed a choice of each place, or NONE, that is listed in any case; null for none at all */
    static Shortlist of(Market market, Prices prices, int most, int[] agreed) {
        return new Shortlist(market, prices, most, agreed);
    }

    Market market() {
        return market;
    }

    Prices prices() {
        return prices;
    }

    /** The place's own number of a listed choice. */
    int original(int choice) {
        return choice == Place.NONE ? Place.NONE : original[choice];
    }

    /** The listed choice, or NONE when the place has it not on its list. */
    int listed(int place, int number) {
        for (var choice = first[place]; choice < first[place + 1]; choice++) {
            if (original[choice] == number) {
                return choice;
            }
        }
        return Place.NONE;
    }

    private void list(int number) {
        var place = market.places.get(number);
        var reduced = new double[place.people().length];
        for (var choice = 0; choice < reduced.length; choice++) {
            reduced[choice] = reduced(place, choice);
        }
        var best = IntStream.range(0, reduced.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer choice) -> -reduced[choice])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(first[number + 1] - first[number])
                .mapToInt(Integer::intValue)
                .toArray();
        if (agreed != null
                && agreed[number] != Place.NONE
                && IntStream.of(best).noneMatch(choice -> choice == agreed[number])) {
            best[best.length - 1] = agreed[number];
        }
        var most = best.length == 0 ? 0 : Math.max(0, reduced[best[0]]);
        lossIfEmpty[number] = most;
        for (var rank = 0; rank < best.length; rank++) {
            var at = first[number] + rank;
            original[at] = best[rank];
            person[at] = place.people()[best[rank]];
            hours[at] = place.hours()[best[rank]];
            fit[at] = place.fit()[best[rank]];
            loss[at] = most - reduced[best[rank]];
        }
    }

    private double reduced(Place place, int choice) {
        var who = place.people()[choice];
        var perHour = 0d;
        for (var week = place.from(); week < place.until(); week++) {
            perHour += prices.ofHours(who, week);
        }
        return place.fit()[choice]
                + (double) market.filled * place.priority()
                - perHour * place.hours()[choice]
                - prices.ofPlaces(who);
    }
}
