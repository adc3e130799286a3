package org.traverse.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event store whose readers can be told to look now rather than at their next poll: the thread that reads for all by
 * {@link #wake()}, and everyone who has asked for it as soon as that thread has something for them.
 */
class WakefulEventStore extends EmbeddedEventStore {
    private static final Logger log = LoggerFactory.getLogger(WakefulEventStore.class);

    private final Set<WakefulStream> streams = ConcurrentHashMap.newKeySet();
    private volatile Runnable onAppend = () -> {};

    WakefulEventStore(Builder builder, EventLog events) {
        super(builder.storageEngine(events));
        events.onHandedOut(() -> streams.forEach(WakefulStream::wake));
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

    @Override
    public TrackingEventStream openStream(TrackingToken after) {
        return new WakefulStream(super.openStream(after));
    }

    /** Without a callback, Axon's processors look for events twice a second. */
    private class WakefulStream implements TrackingEventStream {
        private final TrackingEventStream events;
        private volatile Runnable reader;

        WakefulStream(TrackingEventStream events) {
            this.events = events;
        }

        void wake() {
            try {
                reader.run();
            } catch (RejectedExecutionException e) {
                log.debug("A reader stops that is not closed yet", e);
            } catch (RuntimeException e) {
                log.warn("A reader could not be called, and has to look by itself", e);
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            reader = callback;
            streams.add(this);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            events.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            streams.remove(this);
            events.close();
        }
    }
}
