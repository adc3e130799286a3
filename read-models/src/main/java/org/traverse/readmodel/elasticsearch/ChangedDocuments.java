package org.traverse.readmodel.elasticsearch;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Collects what a batch of events has changed, so that it is written once, just before the batch is committed. */
public class ChangedDocuments {
    private final String name;
    private final ObjLongConsumer<Set<UUID>> write;

    private static final class Batch {
        private final Set<UUID> ids = new HashSet<>();
        private long position;
    }

    /** @param write takes the ids and the position of the newest event that changed one of them */
    public ChangedDocuments(String name, ObjLongConsumer<Set<UUID>> write) {
        this.name = name;
        this.write = write;
    }

    public void add(UUID id, TrackingToken token) {
        Batch batch = CurrentUnitOfWork.get().root().getOrComputeResource(name, key -> begin());
        batch.ids.add(id);
        batch.position = token.position().orElseThrow();
    }

    private Batch begin() {
        var batch = new Batch();
        CurrentUnitOfWork.get().root().onPrepareCommit(unit -> write.accept(batch.ids, batch.position));
        return batch;
    }
}
