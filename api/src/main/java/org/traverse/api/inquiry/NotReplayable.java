package org.traverse.api.inquiry;

import java.time.Instant;
import java.util.Optional;

/** A run cannot be run again; since when, where that is known. */
class NotReplayable extends RuntimeException {
    private final Instant since;

    NotReplayable(String because, Instant since) {
        super(because);
        this.since = since;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }
}
