package org.traverse.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store whose readers can be told to look now rather than at their next poll. */
class WakefulEventStore extends EmbeddedEventStore {
    private volatile Runnable onAppend = () -> {};

    WakefulEventStore(Builder builder) {
        super(builder);
    }

    void wake() {
        super.afterCommit(List.of());
    }

    /** What to do after events of this node have been committed. */
    void onAppend(Runnable what) {
        onAppend = what;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        onAppend.run();
    }
}
