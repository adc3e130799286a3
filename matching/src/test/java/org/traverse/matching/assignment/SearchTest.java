package org.traverse.matching.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Nested
    class TheBestPlan {
        @Test
        void isWhatTryingEveryPlanFindsAndIsWithinTheBound() {
            for (var seed = 0L; seed < 60; seed++) {
                var market = market(seed, 4, 6, 3);
                var search = Search.of(market, seed);
                step(search, 60);
                var best = EveryPlan.best(market);
                var found = search.best();
                assertThat(List.of(found.filled(), found.fit()))
                        .as("seed %s", seed)
                        .isEqualTo(List.of(best.filled(), best.fit()));
                assertThat(EveryPlan.worth(market, found.choices()))
                        .as("seed %s", seed)
                        .isEqualTo(worth(market, found));
                assertThat(worth(market, found) + search.gap())
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(worth(market, best) - 1e-6);
            }
        }

        @Test
        void isKeptWhileOthersAreTried() {
            var search = Search.of(market(5, 40, 60, 4), 1);
            var before = search.best();
            for (var step = 0; step < 60; step++) {
                search.step();
                assertThat(before.isBetterThan(search.best())).isFalse();
                before = search.best();
            }
        }

        @Test
        void isTheSameForTheSameStepsAndAnotherForAnotherSeed() {
            var market = market(9, 60, 90, 4);
            assertThat(after(market, 1, 40).choices())
                    .isEqualTo(after(market, 1, 40).choices());
            var large = market(9, 200, 300, 4); // of a small one, any seed soon finds the best
            assertThat(after(large, 1, 2).choices())
                    .isNotEqualTo(after(large, 2, 2).choices());
        }
    }

    @Nested
    class TheBeginning {
        @Test
        void endsWhenItIsTold() {
            var asked = new AtomicInteger();
            var market = market(9, 60, 90, 4);
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> Search.of(market, 1, () -> asked.incrementAndGet() == 5));
            assertThat(asked).hasValue(5);
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> Search.from(market, after(market, 1, 1).choices(), 1, () -> true));
        }
    }

    @Nested
    class Losses {
        @Test
        void addUpToWhatAPlanIsWorthLessThanTheBound() {
            for (var seed = 0L; seed < 30; seed++) {
                var market = market(seed, 12, 20, 4);
                var prices = Prices.of(market, () -> false);
                var roster = new Roster(Shortlist.of(market, prices, 100, null));
                roster.fillGreedily();
                var lost = IntStream.range(0, market.people)
                        .mapToDouble(roster::lossOf)
                        .sum();
                for (var place = 0; place < roster.places(); place++) {
                    var taken = roster.taken(place);
                    lost += taken == Place.NONE ? roster.list.lossIfEmpty[place] : roster.list.loss[taken];
                }
                assertThat(prices.bound() - roster.worth()).as("seed %s", seed).isCloseTo(lost, within(1e-3));
            }
        }
    }

    @Nested
    class ASearchThatGoesOn {
        @Test
        void keepsWhatIsStillPossible() {
            var market = market(3, 30, 40, 4);
            var search = Search.of(market, 1);
            step(search, 40);
            var before = search.best();
            var after = Search.from(market, before.choices(), 2).best();
            assertThat(after.choices()).isEqualTo(before.choices());
        }
    }

    @Nested
    class AMarket {
        @Test
        void isRefusedNamingThePlaceOrPersonThatCannotBe() {
            refused("place 0 is open to person 2 of 2", place(0, 1, 1, 0, 2));
            refused("place 0 is open to person 0 twice, or its people are not in order", place(0, 1, 1, 0, 0));
            refused("place 0 ends in week 2 of 1", place(0, 2, 1, 0));
            refused(
                    "the hours of place 0: -4 is not between 0 and 1000000",
                    new Place(0, 1, 1, -1, new int[] {0}, new int[] {-4}, new int[] {1}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> place(1, 1, 1, 0))
                    .withMessage("a place has no weeks: from 1 until 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> place(0, 1, 0, 0))
                    .withMessage("priority is 0, but must be at least 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Market.of(new int[][] {{1}, {1, 2}}, new int[2], List.of(), 0))
                    .withMessage("person 1 has 2 weeks, the first has 1");
        }

        @Test
        void mayBeEmpty() {
            var nothing = Search.of(Market.of(new int[0][], new int[0], List.of(), 3), 1);
            assertThat(nothing.step()).isFalse();
            assertThat(nothing.best().choices()).isEmpty();
            var nobody = Search.of(Market.of(new int[0][], new int[0], List.of(), 3), 1);
            assertThat(nobody.isProven()).isTrue();
        }

        @Test
        void mayHavePlacesThatAreOpenToNobody() {
            var search = Search.of(
                    Market.of(new int[][] {{8}}, new int[1], List.of(place(0, 1, 1), place(0, 1, 1, 0)), 0), 1);
            step(search, 30);
            assertThat(search.best().choices()).containsExactly(Place.NONE, 0);
        }

        private void refused(String because, Place place) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Market.of(new int[][] {{8}, {8}}, new int[2], List.of(place), 0))
                    .withMessage(because);
        }

        private Place place(int from, int until, int priority, int... people) {
            var four = new int[people.length];
            Arrays.fill(four, 4);
            return new Place(from, until, priority, -1, people, four, four);
        }
    }

    static void step(Search search, int steps) {
        for (var step = 0; step < steps; step++) {
            search.step();
        }
    }

    static long worth(Market market, Assignment plan) {
        return plan.filled() * market.filled + plan.fit();
    }

    private static Assignment after(Market market, long seed, int steps) {
        var search = Search.of(market, seed);
        step(search, steps);
        return search.best();
    }

    static Market market(long seed, int people, int places, int weeks) {
        var random = new Random(seed);
        var hours = new int[people][weeks];
        for (var row : hours) {
            Arrays.setAll(row, week -> random.nextInt(13));
        }
        var all = new ArrayList<Place>();
        for (var number = 0; number < places; number++) {
            var open = IntStream.range(0, people)
                    .filter(person -> random.nextInt(3) > 0)
                    .toArray();
            var from = random.nextInt(weeks);
            all.add(new Place(
                    from,
                    from + 1 + random.nextInt(weeks - from),
                    1 + random.nextInt(3),
                    random.nextInt(3) == 0 ? Place.NONE : number / 2,
                    open,
                    IntStream.of(open).map(person -> 2 + random.nextInt(6)).toArray(),
                    IntStream.of(open).map(person -> random.nextInt(100)).toArray()));
        }
        return Market.of(
                hours,
                IntStream.range(0, people).map(person -> random.nextInt(2)).toArray(),
                all,
                random.nextInt(20));
    }

    /** Tries every plan there is, with arithmetic of its own. */
    static final class EveryPlan {

        static Assignment best(Market market) {
            var choices = new int[market.places().size()];
            return best(market, choices, 0);
        }

        private static Assignment best(Market market, int[] choices, int next) {
            if (next == choices.length) {
                return JointTest.isWhole(market, choices) ? measured(market, choices) : new Assignment(choices, -1, 0);
            }
            choices[next] = Place.NONE;
            var best = best(market, choices, next + 1);
            for (var choice = 0; choice < market.places().get(next).people().length; choice++) {
                choices[next] = choice;
                if (isPossible(market, choices, next)) {
                    var other = best(market, choices, next + 1);
                    best = other.isBetterThan(best) ? other : best;
                }
            }
            choices[next] = Place.NONE;
            return best;
        }

        static long worth(Market market, int[] choices) {
            assertThat(isPossible(market, choices, choices.length - 1)).isTrue();
            assertThat(JointTest.isWhole(market, choices)).isTrue();
            return SearchTest.worth(market, measured(market, choices));
        }

        private static boolean isPossible(Market market, int[] choices, int last) {
            var left = new int[market.people()][market.weeks()];
            for (var person = 0; person < left.length; person++) {
                for (var week = 0; week < market.weeks(); week++) {
                    left[person][week] = market.freeHours(person, week);
                }
            }
            var works = new ArrayList<List<Integer>>();
            for (var number = 0; number <= last; number++) {
                if (choices[number] != Place.NONE) {
                    var place = market.places().get(number);
                    var person = place.people()[choices[number]];
                    for (var week = place.from(); week < place.until(); week++) {
                        left[person][week] -= place.hours()[choices[number]];
                        if (left[person][week] < 0) {
                            return false;
                        }
                    }
                    if (place.work() != Place.NONE && works.contains(List.of(person, place.work()))) {
                        return false;
                    }
                    works.add(List.of(person, place.work()));
                }
            }
            return true;
        }

        private static Assignment measured(Market market, int[] choices) {
            var has = new int[market.people()];
            var filled = 0L;
            var fit = 0L;
            for (var number = 0; number < choices.length; number++) {
                if (choices[number] != Place.NONE) {
                    var place = market.places().get(number);
                    filled += place.priority();
                    fit += place.fit()[choices[number]];
                    has[place.people()[choices[number]]]++;
                }
            }
            for (var person = 0; person < has.length; person++) {
                var held = market.held(person);
                fit -= (long) market.spread() * ((held + has[person]) * (held + has[person]) - held * held);
            }
            return new Assignment(choices.clone(), filled, fit);
        }
    }
}
