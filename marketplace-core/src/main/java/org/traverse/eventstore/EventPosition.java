package org.traverse.eventstore;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A place in the order in which events are read: by the transaction that stored them, then by their number in it.
 *
 * <p>One number for all events would not do: it is handed out before the commit, so that a smaller one may appear after
 * a greater one was read.
 */
public record EventPosition(long xid, long number) implements TrackingToken, Comparable<EventPosition> {
    /** Before the first event. */
    public static final EventPosition START = new EventPosition(0, 0);

    /** More than a million events in one transaction are not expected, and would be refused by {@link #asVersion}. */
    private static final int NUMBER_BITS = 20;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<EventPosition> ORDER =
            Comparator.comparingLong(EventPosition::xid).thenComparingLong(EventPosition::number);

    /** Reads what {@link #toString} has written. */
    public static EventPosition parse(String text) {
        var pair = TEXT.matcher(text);
        if (!pair.matches()) {
            throw new IllegalArgumentException(text + " is no position");
        }
        return new EventPosition(Long.parseLong(pair.group(1)), Long.parseLong(pair.group(2)));
    }

    /** One number that rises strictly in the order of reading, for whoever keeps only one, such as Elasticsearch. */
    public long asVersion() {
        if (number >> NUMBER_BITS != 0) {
            throw new IllegalStateException("Event " + number + " of one transaction: too many");
        }
        return Math.addExact(Math.multiplyExact(xid, 1L << NUMBER_BITS), number);
    }

    @Override
    public boolean covers(TrackingToken other) {
        return other == null || compareTo(like(other)) >= 0;
    }

    @Override
    public EventPosition lowerBound(TrackingToken other) {
        return compareTo(like(other)) <= 0 ? this : like(other);
    }

    @Override
    public EventPosition upperBound(TrackingToken other) {
        return compareTo(like(other)) >= 0 ? this : like(other);
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(asVersion());
    }

    @Override
    public int compareTo(EventPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return xid + "-" + number;
    }

    private static EventPosition like(TrackingToken other) {
        if (other instanceof EventPosition position) {
            return position;
        }
        throw new IllegalArgumentException("an EventPosition cannot be compared to " + other);
    }
}
