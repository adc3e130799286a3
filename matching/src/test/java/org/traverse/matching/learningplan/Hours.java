package org.traverse.matching.learningplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Whether items can be placed at all: by trying every order, hour by hour, without a clever rule. */
final class Hours {
    private Hours() {}

    static boolean canBePlaced(List<LearningItem> items, StudyTime time) {
        var ids = new HashSet<UUID>();
        items.forEach(item -> ids.add(item.id()));
        long cost = items.stream().mapToLong(LearningItem::cost).sum();
        long hours = items.stream().mapToLong(LearningItem::hours).sum();
        if (cost > time.budget()
                || hours > (long) time.weeks() * time.hoursPerWeek()
                || !items.stream().allMatch(item -> ids.containsAll(item.after()))) {
            return false;
        }
        int[] free = new int[time.weeks()];
        Arrays.fill(free, time.hoursPerWeek());
        int[] working = new int[time.weeks()];
        var open = new ArrayList<LearningItem>();
        for (var item : items) {
            if (item.dates().isEmpty()) {
                open.add(item);
                continue;
            }
            var dates = item.dates().get();
            if (dates.from().isBefore(time.from()) || dates.to().isAfter(time.deadline())) {
                return false;
            }
            int first = time.week(dates.from());
            int weeks = time.week(dates.to()) - first + 1;
            int before = 0;
            for (int week = 1; week <= weeks; week++) {
                int until = item.hours() * week / weeks;
                free[first + week - 1] -= until - before;
                working[first + week - 1] += dates.isWork() ? until - before : 0;
                if (free[first + week - 1] < 0) {
                    return false;
                }
                before = until;
            }
            for (var other : items) {
                if (item.after().contains(other.id())
                        && other.dates().isPresent()
                        && !other.dates().get().to().isBefore(dates.from())) {
                    return false;
                }
            }
        }
        for (int week = 0; week < working.length; week++) {
            if (working[week]
                    > (week < time.workHours().size() ? time.workHours().get(week) : 0)) {
                return false;
            }
        }
        return place(items, open, free, time);
    }

    /** One after the other in every order: whoever comes first takes the first hours it may have. */
    private static boolean place(List<LearningItem> all, List<LearningItem> open, int[] free, StudyTime time) {
        if (open.isEmpty()) {
            return true;
        }
        for (var next : open) {
            if (open.stream().anyMatch(other -> next.after().contains(other.id()))) {
                continue;
            }
            int[] less = free.clone();
            var rest = new ArrayList<>(open);
            rest.remove(next);
            if (take(all, next, less, time) && place(all, rest, less, time)) {
                return true;
            }
        }
        return false;
    }

    private static boolean take(List<LearningItem> all, LearningItem item, int[] free, StudyTime time) {
        int from = 0;
        int to = free.length - 1;
        for (var other : all) {
            if (comesAfter(all, item, other) && other.dates().isPresent()) {
                from = Math.max(from, time.week(other.dates().get().to()) + 1);
            }
            if (comesAfter(all, other, item) && other.dates().isPresent()) {
                to = Math.min(to, time.week(other.dates().get().from()) - 1);
            }
        }
        int left = item.hours();
        for (int week = from; week <= to; week++) {
            int taken = Math.min(left, free[week]);
            free[week] -= taken;
            left -= taken;
        }
        return left == 0;
    }

    private static boolean comesAfter(List<LearningItem> all, LearningItem later, LearningItem earlier) {
        return later.after().contains(earlier.id())
                || all.stream()
                        .anyMatch(between -> later.after().contains(between.id()) && comesAfter(all, between, earlier));
    }
}
