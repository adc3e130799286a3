package org.traverse.eventstore;

import java.util.Collection;
import java.util.List;

final class Figures {
    private Figures() {}

    static double median(Collection<Double> values) {
        return percentile(values, 50);
    }

    /** The smallest value that is not exceeded by so many of a hundred. */
    static double percentile(Collection<Double> values, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
