package org.traverse.matching.learningplan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.traverse.matching.facts.IsoWeek;
import org.traverse.matching.learningplan.LearningPlan.Study;

/** What was asked, and the best that was found for it. */
record Search(
        List<Aim> aims,
        List<LearningItem> items,
        StudyTime time,
        Choice choice,
        Calendar calendar,
        BestSet.Found found) {

    static Search of(List<Aim> aims, List<LearningItem> items, StudyTime time, Cheapest cheapest, Effort effort) {
        var choice = Choice.of(aims, items, time, cheapest);
        var order = new Order(choice.after());
        var calendar = new Calendar(items, order, time);
        var found = BestSet.of(choice, order, chosen -> calendar.fits(chosen, effort), effort);
        return new Search(aims, items, time, choice, calendar, found);
    }

    boolean isProven() {
        return found.bound() == found.worth();
    }

    /** More than this nothing closes. */
    long closedAtMost() {
        return choice.closedAtMost(found.bound());
    }

    long closed() {
        return choice.closedAtMost(found.worth());
    }

    int hours() {
        return chosen().map(item -> choice.hours()[item]).sum();
    }

    long cost() {
        return chosen().mapToLong(item -> choice.cost()[item]).sum();
    }

    LearningPlan plan(boolean isOptimal, long closedAtMost) {
        return new LearningPlan(
                studies(), reached(), closed(), hours(), cost(), isOptimal, Math.max(0, closedAtMost - closed()));
    }

    private IntStream chosen() {
        return IntStream.range(0, items.size()).filter(item -> found.chosen()[item]);
    }

    private List<Study> studies() {
        var weeks = calendar.of(found.chosen()).orElseThrow();
        long start = IsoWeek.of(time.from());
        return chosen().mapToObj(item -> new Study(
                        items.get(item).id(),
                        IsoWeek.monday(start + weeks[item].first()),
                        IntStream.of(weeks[item].hours()).boxed().toList()))
                .sorted(Comparator.comparing(Study::firstWeek)
                        .thenComparing(Study::lastWeek)
                        .thenComparing(Study::item))
                .toList();
    }

    private Map<UUID, Integer> reached() {
        Map<UUID, Integer> reached = new LinkedHashMap<>();
        for (var aim : aims) {
            int level = chosen().map(item -> items.get(item).gives().getOrDefault(aim.skill(), 0))
                    .reduce(aim.have(), Math::max);
            reached.put(aim.skill(), level);
        }
        return reached;
    }
}
