package org.traverse.taxonomy;

import java.util.List;

/** An archive that cannot be imported, with everything found wrong in it. */
public class DamagedArchive extends RuntimeException {
    private final List<Problem> problems;
    private final long total;

    DamagedArchive(List<Problem> problems, long total) {
        super(problems.get(0).message() + (total > 1 ? ", and " + (total - 1) + " more" : ""));
        this.problems = List.copyOf(problems);
        this.total = total;
    }

    /** The first of them, at most a hundred. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many there are, also those not listed. */
    public long total() {
        return total;
    }
}
