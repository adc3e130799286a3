package org.traverse.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traverse.matching.assignment.Joint.Couple;
import org.traverse.matching.assignment.SearchTest.EveryPlan;

class JointTest {

    @Test
    void thePlanFoundIsTheBestOfAllThatKeepTheRulesAndWithinTheBound() {
        for (var seed = 0L; seed < 60; seed++) {
            var market = joint(seed, SearchTest.market(seed, 4, 6, 2));
            var search = Search.of(market, seed);
            SearchTest.step(search, 60);
            var best = EveryPlan.best(market);
            var found = search.best();
            assertThat(EveryPlan.worth(market, found.choices()))
                    .as("seed %s", seed)
                    .isEqualTo(SearchTest.worth(market, found))
                    .isEqualTo(SearchTest.worth(market, best));
            assertThat(SearchTest.worth(market, found) + search.gap())
                    .as("seed %s", seed)
                    .isGreaterThanOrEqualTo(SearchTest.worth(market, best) - 1e-6);
        }
    }

    @Test
    void everyPlanKeepsTheRulesFromTheFirstOnWhereverTheSearchBegins() {
        for (var seed = 0L; seed < 20; seed++) {
            var market = joint(seed, SearchTest.market(seed, 30, 40, 3));
            var choices = market.places().stream()
                    .mapToInt(place -> place.people().length - 1)
                    .toArray();
            var search = Search.from(market, choices, seed);
            for (var step = 0; step < 25; step++) {
                assertThat(isWhole(market, search.best().choices()))
                        .as("seed %s", seed)
                        .isTrue();
                search.step();
            }
        }
    }

    @Test
    void aCoupleThatNoPlanPlacesTogetherIsNotPlaced() {
        var one = new Place(0, 1, 9, Place.NONE, new int[] {0}, new int[] {4}, new int[] {90});
        var none = new int[] {Place.NONE};
        var market = Market.of(
                new int[][] {{4}, {4}},
                new int[2],
                List.of(one),
                0,
                new Joint(List.of(new Couple(0, 1, false)), none, none));
        var search = Search.of(market, 1);
        SearchTest.step(search, 20);
        assertThat(search.best().choices()).containsExactly(Place.NONE);
        assertThat(search.isProven()).as("by a bound that knows no couples").isFalse();
    }

    @Test
    void isRefusedNamingWhatCannotBe() {
        refused("person 1 is in two couples", List.of(new Couple(0, 1, false), new Couple(1, 2, false)), 0);
        refused("person 1 is in two couples", List.of(new Couple(1, 1, false)), 0);
        refused("a person of a couple: 3 is not between 0 and 2", List.of(new Couple(0, 3, false)), 0);
        refused("the holder of place 0: 3 is not between -1 and 2", List.of(), 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Market.of(new int[0][], new int[0], List.of(), 0, Joint.none(1)))
                .withMessage("0 places, but 1 sites and 1 holders");
    }

    private static void refused(String because, List<Couple> couples, int holder) {
        var place = new Place(0, 1, 1, Place.NONE, new int[0], new int[0], new int[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Market.of(
                        new int[3][1],
                        new int[3],
                        List.of(place),
                        0,
                        new Joint(couples, new int[] {Place.NONE}, new int[] {holder})))
                .withMessage(because);
    }

    private static Market joint(long seed, Market market) {
        var random = new Random(seed);
        var places = market.places().size();
        var sites = random.ints(places, -1, 2).toArray();
        var holders = new int[places];
        Arrays.setAll(holders, place -> random.nextInt(3) == 0 ? random.nextInt(market.people) : Place.NONE);
        var couples = new ArrayList<Couple>();
        for (var person = 0; person + 1 < market.people; person += 2) {
            if (random.nextBoolean()) {
                couples.add(new Couple(person, person + 1, random.nextBoolean()));
            }
        }
        var hours = new int[market.people][market.weeks];
        for (var person = 0; person < market.people; person++) {
            for (var week = 0; week < market.weeks; week++) {
                hours[person][week] = market.freeHours(person, week);
            }
        }
        return Market.of(hours, market.held, market.places(), market.spread, new Joint(couples, sites, holders));
    }

    /** By arithmetic of its own. */
    static boolean isWhole(Market market, int[] choices) {
        var joint = market.joint;
        var taken = IntStream.range(0, choices.length)
                .map(place -> choices[place] == Place.NONE
                        ? Place.NONE
                        : market.places().get(place).people()[choices[place]])
                .toArray();
        for (var couple : joint.couples()) {
            var ones = IntStream.range(0, taken.length)
                    .filter(place -> taken[place] == couple.one())
                    .toArray();
            var others = IntStream.range(0, taken.length)
                    .filter(place -> taken[place] == couple.other())
                    .toArray();
            var apart = couple.sameSite()
                    && IntStream.of(ones)
                            .anyMatch(one -> IntStream.of(others)
                                    .anyMatch(
                                            other -> joint.sites()[one] + joint.sites()[other] == 1)); // of -1, 0 and 1
            if (apart || ones.length == 0 != (others.length == 0)) {
                return false;
            }
        }
        for (var empty = 0; empty < taken.length; empty++) {
            var holder = joint.holders()[empty];
            if (holder != Place.NONE && taken[empty] == Place.NONE) {
                if (IntStream.range(0, taken.length)
                        .anyMatch(place -> taken[place] == holder && joint.holders()[place] != holder)) {
                    return false;
                }
            }
        }
        return true;
    }
}
