package org.traverse.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.traverse.matching.fit.Block;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Part;

class BestTest {
    final List<Integer> lookedAt = new ArrayList<>();

    @Test
    void looksAtThoseThatCouldStandHighestAndThenNoFurther() {
        assertThat(best(2, new int[] {60, 90, 70, 80}, new int[] {60, 75, 70, 75}))
                .containsExactly(1, 3);
        assertThat(lookedAt).containsExactly(1, 3);
    }

    @Test
    void looksOnWhileSomebodyCouldStillStandHigher() {
        assertThat(best(2, new int[] {60, 90, 70, 80}, new int[] {60, 50, 65, 75}))
                .containsExactly(3, 2);
        assertThat(lookedAt).containsExactly(1, 3, 2);
    }

    @Test
    void takesTheEarlierOfThoseThatStandEquallyHigh() {
        assertThat(best(1, new int[] {70, 80, 70}, new int[] {70, 70, 70})).containsExactly(0);
        assertThat(lookedAt).containsExactly(1, 0);
    }

    @Test
    void looksAtAllWhenAllAreWanted() {
        assertThat(best(9, new int[] {0, 100}, new int[] {0, 0})).containsExactly(0, 1);
    }

    @Test
    void doesNotLookAtThoseWhoAreNotWanted() {
        assertThat(best(1, new int[] {60, 90, 70}, new int[] {60, 90, 70}, at -> at != 1))
                .containsExactly(2);
        assertThat(lookedAt).containsExactly(2);
    }

    private List<Integer> best(int count, int[] ceilings, int[] scores) {
        return best(count, ceilings, scores, all -> true);
    }

    private List<Integer> best(int count, int[] ceilings, int[] scores, IntPredicate wanted) {
        return Best.of(count, ceilings, wanted, at -> look(at, scores[at])).stream()
                .map(recommended -> (int) recommended.id().getLeastSignificantBits())
                .toList();
    }

    private Recommended look(int at, int score) {
        lookedAt.add(at);
        var parts = List.of(new Part("Score", score, 100, "…"));
        var blocks = List.<Block>of(new Block.TooFewHours(0, 1));
        return new Recommended(new UUID(0, at), new Fit(false, score, parts, List.of(), blocks));
    }
}
