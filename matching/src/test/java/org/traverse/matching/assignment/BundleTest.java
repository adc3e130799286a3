package org.traverse.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Nested
    class TheBestBundle {
        @Test
        void isTheBestOfAllThatOnePersonMayTake() {
            for (var seed = 0L; seed < 400; seed++) {
                var random = new Random(seed);
                var market = onePerson(random);
                var gain = IntStream.range(0, market.places().size())
                        .map(place -> random.nextInt(120) - 20)
                        .toArray();
                var bundle = offered(market, gain);
                var most = bundle.solve(Integer.MAX_VALUE);
                var taken = IntStream.range(0, bundle.size())
                        .map(bundle::choice)
                        .boxed()
                        .toList();
                assertThat(most).as("seed %s", seed).isCloseTo(best(market, gain, List.of(), 0), within(1e-6));
                assertThat(isPossible(market, taken)).as("seed %s", seed).isTrue();
                assertThat(worth(market, gain, taken)).as("seed %s", seed).isCloseTo(most, within(1e-6));
            }
        }

        @Test
        void isWhatSoManyLooksFindWhereThereAreMore() {
            var market = onePerson(new Random(7));
            var gain = IntStream.range(0, market.places().size())
                    .map(place -> 50 + place)
                    .toArray();
            var bundle = offered(market, gain);
            var soon = bundle.solve(2);
            assertThat(bundle.size()).isLessThanOrEqualTo(2);
            assertThat(soon).isPositive().isLessThan(bundle.solve(Integer.MAX_VALUE));
        }
    }

    private static Bundle offered(Market market, int[] gain) {
        var list = Shortlist.of(market, Prices.none(market), Integer.MAX_VALUE, null);
        var bundle = new Bundle(list);
        bundle.of(0);
        for (var place = 0; place < gain.length; place++) {
            bundle.offer(list.first[place], gain[place]); // of one person, a place has one choice
        }
        return bundle;
    }

    private static double best(Market market, int[] gain, List<Integer> taken, int next) {
        if (!isPossible(market, taken)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (next == gain.length) {
            return worth(market, gain, taken);
        }
        var more = new ArrayList<>(taken);
        more.add(next);
        return Math.max(best(market, gain, taken, next + 1), best(market, gain, more, next + 1));
    }

    private static double worth(Market market, int[] gain, List<Integer> taken) {
        var cost = IntStream.range(0, taken.size())
                .map(number -> market.spread() * (2 * (market.held(0) + number) + 1))
                .sum();
        return taken.stream().mapToInt(place -> gain[place]).sum() - cost;
    }

    private static boolean isPossible(Market market, List<Integer> taken) {
        for (var week = 0; week < market.weeks(); week++) {
            var hours = 0;
            for (var place : taken) {
                var each = market.places().get(place);
                hours += each.from() <= week && week < each.until() ? each.hours()[0] : 0;
            }
            if (hours > market.freeHours(0, week)) {
                return false;
            }
        }
        var works = taken.stream()
                .map(place -> market.places().get(place).work())
                .filter(work -> work != Place.NONE)
                .toList();
        return works.stream().distinct().count() == works.size();
    }

    private static Market onePerson(Random random) {
        var weeks = 1 + random.nextInt(3);
        var places = new ArrayList<Place>();
        for (var number = 0; number < 9; number++) {
            var from = random.nextInt(weeks);
            places.add(new Place(
                    from,
                    from + 1 + random.nextInt(weeks - from),
                    1,
                    random.nextInt(3) == 0 ? Place.NONE : number / 3,
                    new int[] {0},
                    new int[] {random.nextInt(6)},
                    new int[] {0}));
        }
        return Market.of(
                new int[][] {
                    IntStream.range(0, weeks)
                            .map(week -> 4 + random.nextInt(10))
                            .toArray()
                },
                new int[] {random.nextInt(2)},
                places,
                random.nextInt(3) * 4);
    }
}
