package org.traverse.eventstore;

import java.time.Instant;
import java.util.UUID;

/** An event that somebody decided a processing group shall never handle. */
public record DroppedEvent(
        UUID id,
        String group,
        String event,
        String stream,
        long number,
        String cause,
        Instant droppedAt,
        String droppedBy,
        String reason) {}
