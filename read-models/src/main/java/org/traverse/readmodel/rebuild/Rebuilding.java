package org.traverse.readmodel.rebuild;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.RuleViolated;
import org.traverse.eventstore.SecondReading;

/**
 * Makes read models anew: all events are read once more into tables, and an index, beside the live ones, which are read
 * and kept up to date until the new ones know as much and take their place.
 */
@Component
public class Rebuilding {
    private static final int BATCH = 1_000;

    /** At least, which the read model has from then on: while one waits for PostgreSQL, the other handles events. */
    private static final int SEGMENTS = 2;

    private final Rebuilds rebuilds;
    private final Beside beside;
    private final SecondReading reading;
    private final SchedulerClient jobs;
    private final TransactionTemplate transaction;

    Rebuilding(
            Rebuilds rebuilds,
            Beside beside,
            SecondReading reading,
            SchedulerClient jobs,
            PlatformTransactionManager transactions) {
        this.rebuilds = rebuilds;
        this.beside = beside;
        this.reading = reading;
        this.jobs = jobs;
        transaction = new TransactionTemplate(transactions);
    }

    /** Begins, and then goes on by itself on some node. Asked again under the same id it changes nothing. */
    public void begin(ReadModel model, UUID id) {
        begin(model, id, Math.max(SEGMENTS, reading.segments(model.name())), BATCH);
    }

    void begin(ReadModel model) {
        begin(model, UUID.randomUUID());
    }

    void begin(ReadModel model, int segments, int batch) {
        begin(model, UUID.randomUUID(), segments, batch);
    }

    /**
     * @param segments how many the read model has from then on
     * @param batch how many events share a transaction
     */
    private void begin(ReadModel model, UUID id, int segments, int batch) {
        transaction.executeWithoutResult(status -> {
            if (!rebuilds.begin(model, id, batch)) {
                if (rebuilds.of(model).filter(begun -> begun.id().equals(id)).isPresent()) {
                    return;
                }
                throw new RuleViolated(model.name() + " is being rebuilt already");
            }
            beside.make(model);
            reading.begin(model.name(), segments);
            jobs.schedule(RebuildJob.instance(model, id).scheduledTo(Instant.now()));
        });
    }

    /** Asks it to stop, which it does soon and leaves nothing behind. */
    public void stop(ReadModel model) {
        if (!rebuilds.stop(model)) {
            throw new RuleViolated(model.name() + " is not being rebuilt");
        }
    }
}
