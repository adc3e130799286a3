package org.traverse.readmodel.embedded;

import java.util.Locale;

final class Took {
    private Took() {}

    static String since(long nanoTime) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - nanoTime) / 1e9);
    }
}
