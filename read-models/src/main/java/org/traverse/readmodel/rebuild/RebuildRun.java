package org.traverse.readmodel.rebuild;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.SecondReading;
import org.traverse.readmodel.elasticsearch.SearchIndices;
import org.traverse.readmodel.rebuild.Rebuilds.State;

/** One node's part in a rebuild: reads until the new tables may take the place of the live ones, or it shall stop. */
@Component
class RebuildRun {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Rebuilds rebuilds;
    private final Beside beside;
    private final SecondReading reading;
    private final SearchIndices indices;
    private final TransactionTemplate transaction;

    RebuildRun(
            Rebuilds rebuilds,
            Beside beside,
            SecondReading reading,
            SearchIndices indices,
            PlatformTransactionManager transactions) {
        this.rebuilds = rebuilds;
        this.beside = beside;
        this.reading = reading;
        this.indices = indices;
        transaction = new TransactionTemplate(transactions);
    }

    /** False when it is to be called again: the node stops before the end, or the tables have to be made once more. */
    boolean goOn(ReadModel model, UUID id, BooleanSupplier stopping) {
        if (state(model, id).isUnderWay()) {
            try {
                if (!end(model, id, stopping)) {
                    return false;
                }
            } catch (RuntimeException e) {
                rebuilds.fail(id, "It failed and is tried again; the log says why.");
                throw e;
            }
        }
        indices.of(model.name()).ifPresent(index -> index.sweep(model.schema()));
        LOG.info(
                "the rebuild of {} is {}", model.name(), state(model, id).name().toLowerCase(Locale.ROOT));
        return true;
    }

    private State state(ReadModel model, UUID id) {
        return rebuilds.of(model)
                .filter(rebuild -> rebuild.id().equals(id))
                .map(Rebuilds.Rebuild::state)
                .orElse(State.STOPPED);
    }

    private boolean end(ReadModel model, UUID id, BooleanSupplier stopping) {
        beginAgainIfOvertaken(model, id);
        var index = indices.of(model.name());
        index.ifPresent(it -> it.makeBeside(model.schema()));
        try (var reader = reading.read(model.name(), model.schema(), rebuilds.batch(id))) {
            var progress = new Progress(id);
            while (state(model, id) == State.RUNNING) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                if (beginAgainIfOvertaken(model, id)) {
                    return false;
                }
                progress.tell(model);
                if (reading.hasCaughtUp(model.name())) {
                    index.ifPresent(it -> it.completeBeside(model.schema()));
                    if (beside.takeOver(model)) {
                        reading.goOn(model.name());
                        return true;
                    }
                }
                Pause.of(POLL);
            }
        }
        if (state(model, id) == State.STOPPING) {
            transaction.executeWithoutResult(status -> {
                beside.remove(model);
                reading.forget(model.name());
                rebuilds.end(model, State.STOPPED);
            });
        }
        return true;
    }

    /** A newer version of Traverse has come, and with it other live tables. */
    private boolean beginAgainIfOvertaken(ReadModel model, UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean overtaken = rebuilds.isOvertaken(id);
            if (overtaken) {
                beside.make(model);
                reading.begin(model.name(), reading.segments(model.name()));
            }
            return overtaken;
        }));
    }

    /** Counts each event once, however often it tells. */
    private class Progress {
        private final UUID id;
        private EventPosition read = EventPosition.START;
        private EventPosition newest = EventPosition.START;
        private long done;
        private long total;

        Progress(UUID id) {
            this.id = id;
        }

        void tell(ReadModel model) {
            EventPosition position = reading.position(model.name());
            done += reading.count(read, position);
            read = position;
            EventPosition head = reading.newest();
            total += reading.count(newest, head);
            newest = head;
            rebuilds.tell(id, Math.min(done, total), total);
        }
    }
}
