package org.traverse.matching.recommendation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.traverse.matching.facts.Checked;

/** What an index is made of. */
final class Given {

    private Given() {}

    /** By id, so that of two who stand equally high the one at the earlier position comes first. */
    static <T> List<T> byId(String name, Collection<T> all, Function<T, UUID> id) {
        var sorted = all.stream()
                .map(each -> Checked.present(name, each))
                .sorted(Comparator.comparing(id))
                .toList();
        for (var next = 1; next < sorted.size(); next++) {
            var same = id.apply(sorted.get(next));
            if (same.equals(id.apply(sorted.get(next - 1)))) {
                throw new IllegalArgumentException(name + " " + same + " is there twice");
            }
        }
        return sorted;
    }
}
