package org.traverse.matching.learningplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.matching.learningplan.LearningPlansTest.MONDAY;
import static org.traverse.matching.learningplan.LearningPlansTest.PYTHON;
import static org.traverse.matching.learningplan.LearningPlansTest.SQL;
import static org.traverse.matching.learningplan.LearningPlansTest.dated;
import static org.traverse.matching.learningplan.LearningPlansTest.id;
import static org.traverse.matching.learningplan.LearningPlansTest.item;
import static org.traverse.matching.learningplan.LearningPlansTest.weeks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.traverse.matching.learningplan.LearningItem.Dates;

class HelpfulTest {
    @Test
    void sufficesForABestPlan() {
        int leftAside = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var aims = Draws.aims(random);
            var catalogue = Draws.alike(random, aims, 9);
            var working = List.of(random.nextInt(6), random.nextInt(6));
            var time = weeks(1 + random.nextInt(3), 2 + random.nextInt(4), random.nextInt(8), working);
            var helpful = Helpful.of(aims, new Catalogue(catalogue), time);
            leftAside += catalogue.size() - helpful.size();
            for (var cheapest : Cheapest.values()) {
                assertThat(EverySubset.best(aims, helpful, time, cheapest))
                        .as("seed " + seed)
                        .usingComparator(Outcome.by(cheapest))
                        .isEqualTo(EverySubset.best(aims, catalogue, time, cheapest));
            }
        }
        assertThat(leftAside).isGreaterThan(400);
    }

    @Test
    void isOneOfEquals() {
        assertThat(helpful(item(3, SQL, 4, 8), item(1, SQL, 4, 8), item(2, SQL, 5, 8)))
                .containsExactly(item(1, SQL, 4, 8));
    }

    @Test
    void isBothOfTwoThatAreCheapInDifferentWays() {
        var quick = item(1, SQL, 4, 8, 20);
        var free = item(2, SQL, 4, 9);
        assertThat(helpful(quick, free)).containsExactly(quick, free);
    }

    @Test
    void isWhatOthersComeAfterToo() {
        var slow = item(1, SQL, 3, 9);
        var quick = item(2, SQL, 3, 8);
        var next = item(3, PYTHON, 3, 5, 0, 1);
        assertThat(helpful(slow, quick, next)).containsExactly(slow, quick, next);
        assertThat(helpful(slow, quick, next, item(4, PYTHON, 3, 5))).containsExactly(quick, item(4, PYTHON, 3, 5));
    }

    @Test
    void isWhatBeginsWhenItsBetterMayNot() {
        var course = dated(item(1, SQL, 3, 8), MONDAY, MONDAY.plusWeeks(1));
        var sooner = dated(item(2, SQL, 3, 7), MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
        assertThat(helpful(course, sooner)).containsExactly(course, sooner);
        assertThat(helpful(course, sooner, item(3, SQL, 3, 8))).containsExactly(sooner, item(3, SQL, 3, 8));
    }

    @Test
    void isWhatTakesNoHoursForWorkWhenItsBetterDoes() {
        var course = dated(item(1, SQL, 3, 8), MONDAY, MONDAY.plusWeeks(1));
        var dates = new Dates(MONDAY, MONDAY.plusWeeks(1), true);
        var gig = new LearningItem(id(2), Map.of(SQL, 4), 6, 0, Set.of(), Optional.of(dates));
        assertThat(helpful(course, gig)).containsExactly(course, gig);
        assertThat(helpful(gig, dated(item(3, SQL, 4, 6), MONDAY, MONDAY.plusWeeks(1))))
                .containsExactly(dated(item(3, SQL, 4, 6), MONDAY, MONDAY.plusWeeks(1)));
    }

    @Test
    void isWhatBeginsTheDayAfterItsPreparation() {
        var preparation = dated(item(1, PYTHON, 3, 3), MONDAY, MONDAY.plusDays(2));
        var course = dated(item(4, SQL, 3, 4, 0, 1), MONDAY.plusDays(3), MONDAY.plusDays(3));
        var onlyTheWeekAfter = item(3, SQL, 3, 4, 0, 1);
        var tooSoon = dated(item(2, SQL, 3, 4, 0, 1), MONDAY.plusDays(1), MONDAY.plusDays(3));
        assertThat(helpful(preparation, onlyTheWeekAfter, course)).contains(course);
        assertThat(helpful(preparation, course, tooSoon)).contains(course);
    }

    private static List<LearningItem> helpful(LearningItem... catalogue) {
        var aims = List.of(new Aim(SQL, 1, 4, 1), new Aim(PYTHON, 0, 3, 1));
        return Helpful.of(aims, new Catalogue(List.of(catalogue)), weeks(6, 10, 50, List.of(5, 5)));
    }
}
