package org.traverse.matching.learningplan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An item as somebody with certain aims sees it.
 *
 * @param gives the levels that are missing and wanted
 * @param before all items that have to be completed before it, not only those it names itself
 */
record Offer(LearningItem item, Map<UUID, Integer> gives, Set<UUID> before) {

    static Offer of(LearningItem item, List<Aim> aims, Catalogue catalogue) {
        Map<UUID, Integer> gives = new HashMap<>();
        for (var aim : aims) {
            int level = Math.min(aim.want(), item.gives().getOrDefault(aim.skill(), 0));
            if (level > aim.have()) {
                gives.put(aim.skill(), level);
            }
        }
        return new Offer(item, gives, catalogue.before(item));
    }

    UUID id() {
        return item.id();
    }

    boolean helps() {
        return !gives.isEmpty();
    }

    boolean givesAsMuchAs(Offer other) {
        return other.gives.entrySet().stream()
                .allMatch(given -> gives.getOrDefault(given.getKey(), 0) >= given.getValue());
    }

    boolean takesNoMoreThan(Offer other) {
        return item.hours() <= other.item.hours() && item.cost() <= other.item.cost();
    }
}
