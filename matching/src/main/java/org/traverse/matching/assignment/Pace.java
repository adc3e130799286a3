package org.traverse.matching.assignment;

import java.util.function.LongSupplier;

/** Makes a search cool down just within the time there is: it measures the first, short round and stretches the next. */
public final class Pace {

    private static final double SHARE = 0.97; // of the time left, for no two slices take equally long

    private final LongSupplier nanos;
    private final long end;
    private final long began;
    private int measured;
    private boolean stretched;

    /** @param end when the time is over, on the clock of nanos */
    public Pace(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
        began = nanos.getAsLong();
    }

    /** To be told after each slice. */
    public void sliceDone(Search search) {
        measured++;
        if (!stretched && search.isAtTheBeginningOfARound()) {
            var each = Math.max(1, (nanos.getAsLong() - began) / measured);
            search.roundOf((int) Math.min(Integer.MAX_VALUE, SHARE * (end - nanos.getAsLong()) / each));
            stretched = true;
        }
    }
}
