package org.traverse.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a processing group could not handle, or that follows such a one in its sequence.
 *
 * @param event its stored name and revision; null when the log has no such event
 * @param number its place in its stream
 * @param triedAt null for one that only follows another
 * @param cause why the last try failed, without values
 * @param behind how many of its sequence wait for it
 */
public record ParkedEvent(
        UUID id,
        long place,
        String group,
        String sequence,
        String event,
        String stream,
        long number,
        boolean replayed,
        Instant parkedAt,
        Instant triedAt,
        int tries,
        String cause,
        long behind) {}
