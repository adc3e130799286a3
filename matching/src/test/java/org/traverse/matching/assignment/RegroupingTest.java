package org.traverse.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegroupingTest {

    @Test
    void findsTheBestPlanOfAllWhereTheyAreNoMoreThanAGroup() {
        for (var seed = 0L; seed < 200; seed++) {
            var market = SearchTest.market(seed, 3, 6, 3);
            var roster = greedy(market);
            var regrouping = new Regrouping(roster, new Dice(seed));
            for (var attempt = 0; attempt < 200; attempt++) {
                regrouping.attempt(0);
            }
            var best = SearchTest.EveryPlan.best(market);
            assertThat(roster.worth())
                    .as("seed %s", seed)
                    .isEqualTo(SearchTest.EveryPlan.worth(market, choices(market, roster)))
                    .isGreaterThanOrEqualTo(SearchTest.worth(market, best));
        }
    }

    @Test
    void changesAPlanOnlyForABetterOneWhileItIsCold() {
        var roster = greedy(SearchTest.market(4, 40, 70, 4));
        var regrouping = new Regrouping(roster, new Dice(1));
        var changes = 0;
        for (var attempt = 0; attempt < 2_000; attempt++) {
            var before = roster.worth();
            var plan = roster.copy();
            if (regrouping.attempt(0)) {
                assertThat(roster.worth()).isGreaterThan(before);
                changes++;
            } else {
                assertThat(roster.copy()).isEqualTo(plan);
            }
        }
        assertThat(changes).isPositive();
    }

    @Test
    void losesNoMoreThanTheHeatAllows() {
        var roster = greedy(SearchTest.market(4, 40, 70, 4));
        var regrouping = new Regrouping(roster, new Dice(1));
        IntStream.range(0, 2_000).forEach(attempt -> regrouping.attempt(0));
        var lost = 0;
        for (var attempt = 0; attempt < 2_000; attempt++) {
            var before = roster.worth();
            regrouping.attempt(3);
            assertThat(before - roster.worth()).isLessThan(3 * 10);
            lost += roster.worth() < before ? 1 : 0;
        }
        assertThat(lost).isPositive();
    }

    private static Roster greedy(Market market) {
        var roster = new Roster(Shortlist.of(market, Prices.of(market, () -> false), 100, null));
        roster.fillGreedily();
        return roster;
    }

    private static int[] choices(Market market, Roster roster) {
        return IntStream.range(0, market.places().size())
                .map(place -> roster.list.original(roster.taken(place)))
                .toArray();
    }
}
