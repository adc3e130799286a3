package org.traverse.eventstore;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends a command again, after 10 to 640 ms, when it lost the race for the next place in a stream, and only then. */
class LostRaces extends ExponentialBackOffIntervalRetryScheduler {
    LostRaces(ScheduledExecutorService retries) {
        super(builder().retryExecutor(retries).backoffFactor(10).maxRetryCount(7));
    }

    /** Axon would ask of the causes too; that of a lost race is the database's refusal, which says nothing by itself. */
    @Override
    protected boolean isExplicitlyNonTransient(Throwable failure) {
        return !(failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException);
    }
}
