package org.traverse.matching.learningplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All there is to learn: every item once, and none after one that is not there or, over others, after itself. */
public final class Catalogue {
    private final Map<UUID, LearningItem> byId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException naming an item that is there twice, comes after one that is not, or after itself */
    public Catalogue(List<LearningItem> items) {
        for (var item : items) {
            if (byId.put(item.id(), item) != null) {
                throw new IllegalArgumentException("item " + item.id() + " is there twice");
            }
        }
        for (var item : items) {
            for (var needed : item.after()) {
                if (!byId.containsKey(needed)) {
                    throw new IllegalArgumentException(
                            "item " + item.id() + " comes after " + needed + ", which is not there");
                }
            }
        }
        refuseCircles();
    }

    public List<LearningItem> items() {
        return List.copyOf(byId.values());
    }

    /** Everything that has to be completed before this item, not only what it names itself. */
    Set<UUID> before(LearningItem item) {
        Set<UUID> before = new HashSet<>();
        var open = new ArrayDeque<LearningItem>(List.of(item));
        while (!open.isEmpty()) {
            for (var needed : open.remove().after()) {
                if (before.add(needed)) {
                    open.add(byId.get(needed));
                }
            }
        }
        return before;
    }

    /** The item, and whatever has to be completed before it. */
    public List<LearningItem> withAllBefore(LearningItem item) {
        var all = before(item);
        all.add(item.id());
        return items(all);
    }

    List<LearningItem> items(Collection<UUID> ids) {
        return ids.stream().map(byId::get).toList();
    }

    /** Takes away, again and again, what comes after nothing that is left. */
    private void refuseCircles() {
        Map<UUID, Integer> waitsFor = new HashMap<>();
        Map<UUID, List<UUID>> later = new HashMap<>();
        var ready = new ArrayDeque<UUID>();
        for (var item : items()) {
            waitsFor.put(item.id(), item.after().size());
            item.after()
                    .forEach(needed -> later.computeIfAbsent(needed, none -> new ArrayList<>())
                            .add(item.id()));
            if (item.after().isEmpty()) {
                ready.add(item.id());
            }
        }
        while (!ready.isEmpty()) {
            var done = ready.remove();
            waitsFor.remove(done);
            for (var next : later.getOrDefault(done, List.of())) {
                if (waitsFor.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        byId.keySet().stream().filter(waitsFor::containsKey).findFirst().ifPresent(item -> {
            throw new IllegalArgumentException("item " + item + " comes, over others, after itself");
        });
    }
}
