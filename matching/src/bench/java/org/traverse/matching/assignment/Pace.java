package org.traverse.matching.assignment;

import java.util.function.LongSupplier;

/**
 * Makes a search cool down just within the time there is: a round, but not a trial, is stretched to fill half of what is
 * left, and the third all of it.
 */
public final class Pace {

    private static final int MOST_SLICES = 1_000_000_000;
    private static final int ROUNDS = 3;

    private final LongSupplier nanos;
    private final long end;
    private long began;
    private int beganAt;
    private int rounds;
    private long endOfRound;

    /** @param end when the time is over, on the clock of nanos */
    public Pace(LongSupplier nanos, long end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** To be told after each slice; slices take longer while it is hot, so it looks again each time. */
    public void sliceDone(Search search) {
        var now = nanos.getAsLong();
        var done = search.sliceOfRound();
        if (search.isOnTrial() || endOfRound == 0 || done <= beganAt) {
            endOfRound = search.isOnTrial() ? 0 : ++rounds < ROUNDS ? now + (end - now) / 2 : end;
            began = now;
            beganAt = done;
        } else {
            var each = Math.max(1, (now - began) / (done - beganAt));
            search.roundOf((int) Math.min(MOST_SLICES, done + Math.max(1, (endOfRound - now) / each)));
        }
    }
}
