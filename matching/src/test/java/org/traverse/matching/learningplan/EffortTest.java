package org.traverse.matching.learningplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.matching.learningplan.LearningPlansTest.MONDAY;
import static org.traverse.matching.learningplan.LearningPlansTest.SQL;
import static org.traverse.matching.learningplan.LearningPlansTest.assertValid;
import static org.traverse.matching.learningplan.LearningPlansTest.dated;
import static org.traverse.matching.learningplan.LearningPlansTest.item;
import static org.traverse.matching.learningplan.LearningPlansTest.weeks;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffortTest {
    /** However little of it there is. */
    @Test
    void isNeverTooSmallForAnHonestPlan() {
        int proven = 0;
        int cases = 300;
        for (int seed = 0; seed < cases; seed++) {
            var random = new Random(seed);
            var aims = Draws.aims(random);
            var catalogue = Draws.catalogue(random, aims, 4 + random.nextInt(9), seed % 3 > 0);
            var time = weeks(2 + random.nextInt(8), 2 + random.nextInt(9), random.nextInt(2_000));
            var cheapest = Cheapest.values()[seed % 2];
            var effort = new Effort(1L << random.nextInt(16));
            var plan = LearningPlans.plan(aims, catalogue, time, cheapest, effort);
            var best = EverySubset.best(aims, catalogue, time, cheapest);
            assertValid(plan, catalogue, time, seed);
            assertThat(plan.closed() + plan.mayCloseMore()).as("seed " + seed).isGreaterThanOrEqualTo(best.closed());
            if (seed % 3 == 0 && best.closed() > 0) {
                assertThat(plan.closed()).as("without dates, seed " + seed).isPositive();
            }
            if (plan.isOptimal()) {
                proven++;
                assertThat(Outcome.of(plan))
                        .as("seed " + seed)
                        .usingComparator(Outcome.by(cheapest))
                        .isEqualTo(best);
            }
        }
        assertThat(proven).isBetween(cases / 10, 9 * cases / 10);
    }

    @Test
    void isSpentOnTheCalendarToo() {
        var items = List.of(dated(item(1, SQL, 3, 8), MONDAY, MONDAY), item(2, SQL, 2, 8));
        var calendar = new Calendar(items, new Order(new int[2][0]), weeks(500, 8, 0));
        var effort = new Effort(1_000);
        assertThat(calendar.fits(new boolean[] {true, true}, effort)).isTrue();
        assertThat(effort.isSpent()).isTrue();
    }

    @Test
    void endsTheSearchWhateverItWasSpentOn() {
        var random = new Random(1);
        var aims = IntStream.range(0, 40)
                .mapToObj(skill -> new Aim(new UUID(0, skill), 0, 5, 1))
                .toList();
        var choice = Choice.of(aims, Draws.catalogue(random, aims, 200, false), weeks(20, 5, 3_000), Cheapest.HOURS);
        var effort = new Effort(50_000);
        var asked = new AtomicInteger();
        var found = BestSet.of(
                choice,
                new Order(choice.after()),
                chosen -> {
                    effort.spend(10_000);
                    return asked.incrementAndGet() > 0;
                },
                effort);
        assertThat(asked).hasValueLessThanOrEqualTo(6);
        assertThat(found.bound()).isGreaterThan(found.worth());
    }
}
