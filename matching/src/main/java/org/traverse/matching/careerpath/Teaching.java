package org.traverse.matching.careerpath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.traverse.matching.learningplan.LearningItem;

/**
 * What the catalogue teaches: for each skill and level the item that costs least, fee and hours, with all that has to come
 * before it. What takes place on given days is left aside: by the time of a later step it will be over.
 */
final class Teaching {
    private static final int[] NOTHING = {};

    private final List<LearningItem> items;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final long hourlyCost;
    private final Map<UUID, int[][]> lessons = new HashMap<>();

    Teaching(List<LearningItem> catalogue, long hourlyCost) {
        items = catalogue.stream()
                .sorted(Comparator.comparing(LearningItem::id))
                .toList();
        this.hourlyCost = hourlyCost;
        for (int number = 0; number < items.size(); number++) {
            var item = items.get(number);
            Checked.between("cost of item " + item.id(), item.cost(), 0, RoleGraph.FEE_AT_MOST);
            if (numbers.put(item.id(), number) != null) {
                throw new IllegalArgumentException("item " + item.id() + " is there twice");
            }
        }
        for (int number = 0; number < items.size(); number++) {
            offer(number);
        }
    }

    private void offer(int number) {
        int[] lesson = withAllBefore(number);
        if (Arrays.stream(lesson).anyMatch(each -> items.get(each).dates().isPresent())) {
            return;
        }
        items.get(number).gives().forEach((skill, given) -> {
            int[][] best = lessons.computeIfAbsent(skill, none -> new int[6][]);
            for (int level = 1; level <= given; level++) {
                if (best[level] == null || cost(lesson) < cost(best[level])) {
                    best[level] = lesson;
                }
            }
        });
    }

    private int[] withAllBefore(int number) {
        var all = new ArrayList<>(List.of(number));
        var open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            var item = items.get(open.remove());
            for (var needed : item.after()) {
                var before = numbers.get(needed);
                if (before == null) {
                    throw new IllegalArgumentException(
                            "item " + item.id() + " comes after " + needed + ", which is not there");
                }
                if (before == number) {
                    throw new IllegalArgumentException("item " + needed + " comes, over others, after itself");
                }
                if (!all.contains(before)) {
                    all.add(before);
                    open.add(before);
                }
            }
        }
        return all.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private long cost(int[] lesson) {
        return Arrays.stream(lesson)
                .mapToObj(items::get)
                .mapToLong(item -> item.cost() + item.hours() * hourlyCost)
                .sum();
    }

    /** By level, the items that lead to it, in ascending order; none where nothing does. */
    int[][] lessons(UUID skill) {
        int[][] lessons = new int[6][];
        int[][] best = this.lessons.getOrDefault(skill, lessons);
        Arrays.setAll(lessons, level -> best[level] == null ? NOTHING : best[level]);
        return lessons;
    }

    LearningItem item(int number) {
        return items.get(number);
    }
}
