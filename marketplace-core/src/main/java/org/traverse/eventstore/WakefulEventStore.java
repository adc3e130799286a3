package org.traverse.eventstore;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store whose readers can be told to look now rather than at their next poll. */
class WakefulEventStore extends EmbeddedEventStore {
    WakefulEventStore(Builder builder) {
        super(builder);
    }

    void wake() {
        afterCommit(List.of());
    }
}
