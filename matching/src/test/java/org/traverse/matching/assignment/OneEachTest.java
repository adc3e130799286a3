package org.traverse.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneEachTest {

    @Test
    void findsWhatTryingEveryPlanFinds() {
        for (var seed = 0L; seed < 400; seed++) {
            var market = market(new Random(seed), 5, 6);
            assertThat(OneEach.appliesTo(market)).isTrue();
            var best = SearchTest.EveryPlan.best(market);
            assertThat(SearchTest.EveryPlan.worth(market, OneEach.solve(market)))
                    .as("seed %s", seed)
                    .isEqualTo(best.filled() * market.filled + best.fit());
        }
    }

    @Test
    void appliesOnlyWhereNobodyHasHoursForTwo() {
        assertThat(OneEach.appliesTo(twoPlaces(7, 4, 4))).isTrue();
        assertThat(OneEach.appliesTo(twoPlaces(8, 4, 4))).isFalse();
        assertThat(OneEach.appliesTo(twoPlaces(8, 9, 4))).isTrue();
        assertThat(OneEach.appliesTo(twoPlaces(8, 0, 8))).isFalse();
    }

    private static Market twoPlaces(int free, int... hours) {
        var places = IntStream.of(hours)
                .mapToObj(each -> new Place(0, 1, 1, Place.NONE, new int[] {0}, new int[] {each}, new int[] {5}))
                .toList();
        return Market.of(new int[][] {{free}}, new int[1], places, 0);
    }

    private static Market market(Random random, int people, int places) {
        var hours = new int[people][1];
        Arrays.setAll(hours, person -> new int[] {5 + random.nextInt(3)});
        var all = new ArrayList<Place>();
        for (var number = 0; number < places; number++) {
            var open = IntStream.range(0, people)
                    .filter(person -> random.nextInt(3) > 0)
                    .toArray();
            all.add(new Place(
                    0,
                    1,
                    1 + random.nextInt(3),
                    Place.NONE,
                    open,
                    IntStream.of(open).map(person -> 4 + random.nextInt(3)).toArray(),
                    IntStream.of(open).map(person -> random.nextInt(30)).toArray()));
        }
        var held = IntStream.range(0, people).map(person -> random.nextInt(3)).toArray();
        return Market.of(hours, held, List.copyOf(all), random.nextInt(9));
    }
}
