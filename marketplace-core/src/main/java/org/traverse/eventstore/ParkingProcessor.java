package org.traverse.eventstore;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.traverse.eventstore.ParkingInvoker.Retry;

/**
 * A processor whose batches fail whole and are then handled again at once, carefully. Axon's own would wait, at first a
 * second, and try the same again for ever: a refusal by PostgreSQL ends the transaction, and nothing can be parked in it.
 *
 * <p>A segment stays careful for a while, since who meets one bad event often meets more. What cannot be handled anew is
 * always handled carefully: commands that were sent are not taken back with the batch.
 */
class ParkingProcessor extends PooledStreamingEventProcessor {
    private static final Duration WHILE = Duration.ofSeconds(10);

    private final ParkingInvoker invoker;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Map<Integer, Long> carefulSince = new ConcurrentHashMap<>();

    ParkingProcessor(Builder builder, ParkingInvoker invoker, TokenStore tokens, TransactionManager transactions) {
        super(builder.eventHandlerInvoker(invoker).tokenStore(tokens).transactionManager(transactions));
        this.invoker = invoker;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unit,
            Collection<Segment> segments)
            throws Exception {
        int segment = segments.iterator().next().getSegmentId();
        if (isCareful(segment)) {
            carefully(events, unit, segments);
            return;
        }
        invoker.begin(unit, false);
        try {
            super.processInUnitOfWork(events, unit, segments);
        } catch (Exception | Error failure) {
            if (Failure.isEverybodys(failure)) {
                throw failure;
            }
            carefulSince.put(segment, System.nanoTime());
            carefully(events, again(events, unit, segment), segments);
        }
    }

    private boolean isCareful(int segment) {
        Long since = carefulSince.get(segment);
        return !invoker.supportsReset() || since != null && System.nanoTime() - since < WHILE.toNanos();
    }

    private void carefully(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unit,
            Collection<Segment> segments)
            throws Exception {
        invoker.begin(unit, true);
        super.processInUnitOfWork(events, unit, segments);
        if (invoker.hasParked(unit)) {
            carefulSince.put(segments.iterator().next().getSegmentId(), System.nanoTime());
        }
    }

    /** The unit of work that failed is rolled back for good; this one stores the token in its place. */
    private UnitOfWork<? extends EventMessage<?>> again(
            List<? extends EventMessage<?>> events, UnitOfWork<?> failed, int segment) {
        var unit = new BatchingUnitOfWork<>(events);
        unit.attachTransaction(transactions);
        failed.resources().forEach((key, resource) -> {
            if (key.startsWith("Processor[")) {
                unit.resources().put(key, resource);
            }
        });
        var last = (TrackedEventMessage<?>) events.get(events.size() - 1);
        unit.onPrepareCommit(committing -> tokens.storeToken(last.trackingToken(), getName(), segment));
        return unit;
    }

    ParkingInvoker handlersParkingIn(Parking other) {
        return invoker.parkingIn(other);
    }

    /** Handles the first parked event of a sequence once more, and takes it off its place or says why not. */
    Retry retry(UUID id, TrackedEventMessage<?> event) {
        UnitOfWork<TrackedEventMessage<?>> unit = DefaultUnitOfWork.startAndGet(event);
        unit.attachTransaction(transactions);
        ParkedEvents.late(unit);
        var result = unit.<Retry>executeWithResult(() -> (Retry)
                new DefaultInterceptorChain<>(unit, getHandlerInterceptors(), message -> invoker.retry(id, message))
                        .proceed());
        if (result.isExceptional()) {
            throw new ServerAway(getName() + " cannot try its parked events now", result.exceptionResult());
        }
        return result.getPayload();
    }
}
