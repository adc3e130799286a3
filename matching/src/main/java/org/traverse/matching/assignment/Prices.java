package org.traverse.matching.assignment;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A price for every hour of every person and for their number of places. At these prices each place's favourite can be
 * told by itself, and what all favourites and unsold hours come to is a bound that no plan can beat: Lagrangian
 * relaxation of hours and numbers, the prices found by subgradient steps towards a target level that moves closer.
 */
final class Prices {

    private static final int MOST_STEPS = 6000;
    private static final long MOST_LOOKS = 600_000_000; // at a choice, about two seconds
    private static final int PATIENCE = 12;
    private static final double PRECISE = 1e-6;
    private static final double COUNT_STEP = 10; // a place more or less says as much as so many hours

    private final Market market;
    private final int width; // the weeks, and one more for the number of places
    private final int[] first;
    private final int[] offset;
    private final int[] hours;
    private final int[] worth;
    private final double[] price;
    private double bound = Double.MAX_VALUE;

    private Prices(Market market) {
        this.market = market;
        width = market.weeks + 1;
        price = new double[market.people * width];
        first = new int[market.places.size() + 1];
        var choices =
                market.places.stream().mapToInt(place -> place.people().length).sum();
        offset = new int[choices];
        hours = new int[choices];
        worth = new int[choices];
        var next = 0;
        for (var number = 0; number < market.places.size(); number++) {
            var place = market.places.get(number);
            first[number] = next;
            for (var choice = 0; choice < place.people().length; choice++, next++) {
                offset[next] = place.people()[choice] * width;
                hours[next] = place.hours()[choice];
                worth[next] = place.fit()[choice] + market.filled * place.priority();
            }
        }
        first[market.places.size()] = next;
    }

    /** @throws CancellationException when ended before they are found: worse ones would lead to another plan */
    static Prices of(Market market, BooleanSupplier ended) {
        var prices = new Prices(market);
        prices.find(ended);
        return prices;
    }

    /** All prices 0 and no bound: for a market that needs none. */
    static Prices none(Market market) {
        return new Prices(market);
    }

    /** The most that any plan can be worth, filling and fit together. */
    double bound() {
        return bound;
    }

    double ofHours(int person, int week) {
        return price[person * width + week];
    }

    double ofPlaces(int person) {
        return price[person * width + market.weeks];
    }

    /** The number of further places that costs a person least at the price of a place: what the bound counts on. */
    static int wantedPlaces(double price, Market market, int person) {
        if (market.spread == 0) {
            return 0;
        }
        return Math.max(0, (int) Math.floor((price / market.spread + 1) / 2) - market.held[person]);
    }

    private void find(BooleanSupplier ended) {
        var now = new double[price.length];
        var demand = new int[price.length];
        for (var person = 0; person < market.people; person++) {
            now[person * width + market.weeks] = market.costOfOneMore(market.held[person]);
        }
        var towards = 0d;
        var worse = 0;
        var steps = (int) Math.min(MOST_STEPS, MOST_LOOKS / Math.max(1, worth.length));
        for (var step = 0; step <= steps; step++) {
            if (ended.getAsBoolean()) {
                throw new CancellationException("ended before there were prices");
            }
            var value = favourites(now, demand) + unsold(now, demand);
            if (step == 0) {
                towards = Math.abs(value) * 0.05 + 1;
            }
            if (value < bound) {
                if (value <= bound - towards * 0.3) {
                    towards *= 1.3;
                }
                worse = 0;
                bound = value;
                System.arraycopy(now, 0, price, 0, price.length);
            } else if (++worse >= PATIENCE) {
                towards *= 0.6;
                worse = 0;
                System.arraycopy(price, 0, now, 0, price.length);
            }
            var length = length(now, demand);
            if (length == 0 || towards < PRECISE * Math.abs(bound)) {
                return;
            }
            move(now, demand, (value - bound + towards) / length);
        }
    }

    /** What the places' favourites are worth at these prices; leaves in demand the hours and numbers they want. */
    private double favourites(double[] now, int[] demand) {
        Arrays.fill(demand, 0);
        var sum = 0d;
        for (var number = 0; number + 1 < first.length; number++) {
            var place = market.places.get(number);
            var from = place.from();
            var until = place.until();
            var best = 0d;
            var favourite = Place.NONE;
            for (var choice = first[number]; choice < first[number + 1]; choice++) {
                if (worth[choice] <= best) {
                    continue; // prices are never negative
                }
                var at = offset[choice];
                var perHour = 0d;
                for (var week = from; week < until; week++) {
                    perHour += now[at + week];
                }
                var value = worth[choice] - perHour * hours[choice] - now[at + market.weeks];
                if (value > best) {
                    best = value;
                    favourite = choice;
                }
            }
            if (favourite != Place.NONE) {
                sum += best;
                var at = offset[favourite];
                for (var week = from; week < until; week++) {
                    demand[at + week] += hours[favourite];
                }
                demand[at + market.weeks]++;
            }
        }
        return sum;
    }

    /** What the hours and numbers on offer are worth; leaves in demand by how much it exceeds them. */
    private double unsold(double[] now, int[] demand) {
        var sum = 0d;
        for (var person = 0; person < market.people; person++) {
            var at = person * width;
            for (var week = 0; week < market.weeks; week++) {
                var free = market.capacity[person * market.weeks + week];
                sum += now[at + week] * free;
                demand[at + week] -= free;
            }
            if (market.spread > 0) {
                sum += bestOfPlaces(now[at + market.weeks], market, person);
                demand[at + market.weeks] -= wantedPlaces(now[at + market.weeks], market, person);
            }
        }
        return sum;
    }

    /** What the wanted number of places earns at their price, less what having so many costs. */
    static double bestOfPlaces(double price, Market market, int person) {
        var wanted = wantedPlaces(price, market, person);
        var held = market.held[person];
        var all = (double) wanted + held;
        return price * wanted - market.spread * (all * all - (double) held * held);
    }

    private double length(double[] now, int[] demand) {
        var sum = 0d;
        for (var at = 0; at < now.length; at++) {
            var over = (double) demand[at];
            var places = at % width == market.weeks;
            if (over > 0 || now[at] > (places ? market.costOfOneMore(market.held[at / width]) : 0)) {
                sum += places ? over * over * COUNT_STEP : over * over;
            }
        }
        return sum;
    }

    private void move(double[] now, int[] demand, double step) {
        for (var person = 0; person < market.people; person++) {
            var at = person * width;
            for (var week = 0; week < market.weeks; week++) {
                if (demand[at + week] != 0) {
                    now[at + week] = Math.max(0, now[at + week] + step * demand[at + week]);
                }
            }
            if (market.spread > 0) {
                var places = at + market.weeks;
                now[places] = Math.max(
                        market.costOfOneMore(market.held[person]), now[places] + COUNT_STEP * step * demand[places]);
            }
        }
    }
}
