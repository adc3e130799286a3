package org.traverse.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with an archive: all of it counted, the first hundred kept. */
class OnetProblems {
    static final int KEPT = 100;
    private static final int QUOTED = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private final List<Problem> first = new ArrayList<>();
    private long total;

    void add(String file, int row, String message) {
        total++;
        if (first.size() < KEPT) {
            first.add(new Problem(file, row, message));
        }
    }

    void refuseIfAny() {
        if (total > 0) {
            throw new DamagedArchive(first, total);
        }
    }

    /** A value of the archive as a message may show it: short and printable, whatever it is. */
    static String quoted(String value) {
        int end = Math.min(value.length(), QUOTED);
        // Replaced after the cut: half a character left by it could not be written as JSON.
        var shown = UNPRINTABLE.matcher(value.substring(0, end)).replaceAll("\uFFFD");
        return '"' + shown + (end < value.length() ? "…" : "") + '"';
    }
}
