package org.traverse.matching.assignment;

import java.util.function.LongSupplier;

/** Makes a search cool down just within the time there is: after the first, short round it stretches the next to fill it. */
public final class Pace {

    private static final int MOST_SLICES = 1_000_000_000;

    private final LongSupplier nanos;
    private final long end;
    private long began;

    /** @param end when the time is over, on the clock of nanos */
    public Pace(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** To be told after each slice; slices take longer while it is hot, so it looks again each time. */
    public void sliceDone(Search search) {
        var now = nanos.getAsLong();
        var done = search.sliceOfRound();
        if (search.isOnTrial()) {
            began = now;
        } else if (done > 0) {
            var each = Math.max(1, (now - began) / done);
            search.roundOf((int) Math.min(MOST_SLICES, done + Math.max(1, (end - now) / each)));
        }
    }
}
