package org.traverse.readmodel.elasticsearch;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.traverse.eventstore.EventPosition;

/**
 * Collects what a batch of events has changed, so that it is written once, just before the batch is committed; where
 * events are handled each in a unit of work of its own, just before that ends.
 */
public class ChangedDocuments {
    private final String name;
    private final ObjLongConsumer<Set<UUID>> write;

    private static final class Batch {
        private final Set<UUID> ids = new HashSet<>();
        private long version;
    }

    /** @param write takes the ids and a version that rises with the events that changed them */
    public ChangedDocuments(String name, ObjLongConsumer<Set<UUID>> write) {
        this.name = name;
        this.write = write;
    }

    public void add(UUID id, TrackingToken token) {
        Batch batch = CurrentUnitOfWork.get().getOrComputeResource(name, key -> begin());
        batch.ids.add(id);
        batch.version = ((EventPosition) WrappedToken.unwrapLowerBound(token)).asVersion();
    }

    private Batch begin() {
        var batch = new Batch();
        CurrentUnitOfWork.get().onPrepareCommit(unit -> write.accept(batch.ids, batch.version));
        return batch;
    }
}
