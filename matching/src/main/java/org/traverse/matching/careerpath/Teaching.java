package org.traverse.matching.careerpath;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.learningplan.Catalogue;
import org.traverse.matching.learningplan.LearningItem;

/**
 * What the catalogue teaches: for each skill and level the item that costs least, fee and hours, with all that has to come
 * before it. What takes place on given days is left aside: by the time of a later step it will be over.
 */
final class Teaching {
    private static final int[] NOTHING = {};

    private record Lesson(int[] items, long cost) {}

    private final List<LearningItem> items;
    private final Map<UUID, Lesson[]> best = new HashMap<>();

    Teaching(List<LearningItem> items, long hourlyCost) {
        var catalogue = new Catalogue(
                items.stream().sorted(Comparator.comparing(LearningItem::id)).toList());
        this.items = catalogue.items();
        var numbers = new Numbers(items.stream().map(LearningItem::id));
        for (var item : this.items) {
            Checked.between("cost of item " + item.id(), item.cost(), 0, RoleGraph.FEE_AT_MOST);
        }
        for (var item : this.items) {
            var all = catalogue.withAllBefore(item);
            if (all.stream().allMatch(each -> each.dates().isEmpty())) {
                offer(item, lesson(all, numbers, hourlyCost));
            }
        }
    }

    private static Lesson lesson(List<LearningItem> all, Numbers numbers, long hourlyCost) {
        return new Lesson(
                all.stream().mapToInt(item -> numbers.of(item.id())).sorted().toArray(),
                all.stream()
                        .mapToLong(item -> item.cost() + item.hours() * hourlyCost)
                        .sum());
    }

    private void offer(LearningItem item, Lesson lesson) {
        item.gives().forEach((skill, given) -> {
            var levels = best.computeIfAbsent(skill, none -> new Lesson[6]);
            for (int level = 1; level <= given; level++) {
                if (levels[level] == null || lesson.cost() < levels[level].cost()) {
                    levels[level] = lesson;
                }
            }
        });
    }

    /** By level, the items that lead to it, in ascending order; none where nothing does. */
    int[][] lessons(UUID skill) {
        return Arrays.stream(best.getOrDefault(skill, new Lesson[6]))
                .map(lesson -> lesson == null ? NOTHING : lesson.items())
                .toArray(int[][]::new);
    }

    LearningItem item(int number) {
        return items.get(number);
    }
}
