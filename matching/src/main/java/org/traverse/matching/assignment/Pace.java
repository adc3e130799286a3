package org.traverse.matching.assignment;

import java.util.function.LongSupplier;

/** Makes a search cool down just within the time there is: after the first, short round it stretches the next to fill it. */
public final class Pace {

    private final LongSupplier nanos;
    private final long end;
    private long began = NOT_YET;

    /** @param end when the time is over, on the clock of nanos */
    public Pace(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** To be told after each slice; slices take longer while it is hot, so it looks again each time. */
    public void sliceDone(Search search) {
        var done = search.sliceOfRound();
        if (began == NOT_YET && done == 0) {
            began = nanos.getAsLong();
        } else if (began != NOT_YET && done > 0) {
            var now = nanos.getAsLong();
            var each = Math.max(1, (now - began) / done);
            search.roundOf((int) Math.min(MOST_SLICES, done + Math.max(1, (end - now) / each)));
        }
    }

    private static final long NOT_YET = Long.MIN_VALUE;
    private static final int MOST_SLICES = 1_000_000_000;
}
