package org.traverse.matching.learningplan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The best plan by trying every subset of a catalogue that {@link Hours} can place. */
final class EverySubset {
    private EverySubset() {}

    static Outcome best(List<Aim> aims, List<LearningItem> catalogue, StudyTime time, Cheapest cheapest) {
        return best(aims, catalogue, cheapest, some -> Hours.canBePlaced(some, time));
    }

    static Outcome best(
            List<Aim> aims, List<LearningItem> catalogue, Cheapest cheapest, Predicate<List<LearningItem>> possible) {
        var best = new Outcome(0, 0, 0);
        for (int subset = 1; subset < 1 << catalogue.size(); subset++) {
            var some = new ArrayList<LearningItem>();
            for (int i = 0; i < catalogue.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    some.add(catalogue.get(i));
                }
            }
            var outcome = outcome(aims, some);
            if (Outcome.by(cheapest).compare(outcome, best) > 0 && possible.test(some)) {
                best = outcome;
            }
        }
        return best;
    }

    private static Outcome outcome(List<Aim> aims, List<LearningItem> items) {
        long closed = 0;
        for (var aim : aims) {
            int level = aim.have();
            for (var item : items) {
                level = Math.max(level, item.gives().getOrDefault(aim.skill(), 0));
            }
            closed += (long) aim.weight() * (Math.min(level, aim.want()) - aim.have());
        }
        return new Outcome(
                closed,
                items.stream().mapToLong(LearningItem::hours).sum(),
                items.stream().mapToLong(LearningItem::cost).sum());
    }
}
