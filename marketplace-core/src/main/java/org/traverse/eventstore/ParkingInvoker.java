package org.traverse.eventstore;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands events to the handlers of a processing group, and parks those of a sequence that is held up.
 *
 * <p>At first it trusts: whatever fails then makes its whole batch fail. In a batch that is to be handled carefully each
 * event has a savepoint, so that one that fails leaves nothing behind, not even in what was collected to be written
 * together, and is parked instead.
 */
class ParkingInvoker implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(ParkingInvoker.class);
    private static final String BATCH = ParkingInvoker.class.getName();

    /** What is known of the batch at hand. */
    private static final class Batch {
        private final boolean careful;
        private Set<String> heldUp;
        private boolean failed;

        Batch(boolean careful) {
            this.careful = careful;
        }
    }

    private final EventHandlerInvoker handlers;
    private final SequencingPolicy<? super EventMessage<?>> sequences;
    private final Parking parking;
    private final TransactionOperations savepoints;

    /** @param savepoints runs within a transaction what can be taken back alone */
    ParkingInvoker(
            EventHandlerInvoker handlers,
            SequencingPolicy<? super EventMessage<?>> sequences,
            Parking parking,
            TransactionOperations savepoints) {
        this.handlers = handlers;
        this.sequences = sequences;
        this.parking = parking;
        this.savepoints = savepoints;
    }

    /** The same handlers, for a second processor that parks what it cannot handle elsewhere. */
    ParkingInvoker parkingIn(Parking other) {
        return new ParkingInvoker(handlers, sequences, other, savepoints);
    }

    void begin(UnitOfWork<?> unit, boolean careful) {
        unit.resources().put(BATCH, new Batch(careful));
    }

    /** True when some event of the batch was parked because it failed. */
    boolean hasParked(UnitOfWork<?> unit) {
        return unit.<Batch>getResource(BATCH).failed;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var unit = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
        Batch batch = unit.getResource(BATCH);
        if (batch.heldUp == null) {
            batch.heldUp = parking.heldUp(unit.getMessages().stream()
                    .map(message -> sequence((EventMessage<?>) message))
                    .collect(Collectors.toSet()));
        }
        handle(event, segment, batch, unit);
        if (unit.isLastMessage()) {
            Writes.send(unit);
        }
    }

    private void handle(EventMessage<?> event, Segment segment, Batch batch, UnitOfWork<?> unit) throws Exception {
        String sequence = sequence(event);
        if (batch.heldUp.contains(sequence)) {
            parking.park(event, sequence, null);
        } else if (!batch.careful) {
            Writes.in(unit, sequence);
            handleAll(event, segment);
        } else {
            String cause = failure(event, segment);
            if (cause != null) {
                parking.park(event, sequence, cause);
                batch.heldUp.add(sequence);
                batch.failed = true;
                LOG.warn(
                        "{} cannot handle {}: it waits with all that follow it. {}",
                        parking.group(),
                        name(event),
                        cause);
            }
        }
    }

    /** What became of a parked event that was tried once more. */
    enum Retry {
        HANDLED,
        FAILED,
        /** Not the first of its sequence, or somebody else is at it. */
        NOT_NOW
    }

    Retry retry(UUID id, EventMessage<?> event) {
        if (!parking.take(id)) {
            return Retry.NOT_NOW;
        }
        String cause = failure(event, Segment.ROOT_SEGMENT);
        if (cause == null) {
            parking.remove(id);
            return Retry.HANDLED;
        }
        parking.failedAgain(id, cause);
        return Retry.FAILED;
    }

    /** Handles it, leaving nothing behind if that fails; null if not. What is everybody's failure is thrown on. */
    private String failure(EventMessage<?> event, Segment segment) {
        try {
            savepoints.executeWithoutResult(savepoint -> inAUnitOfItsOwn(event, segment));
            return null;
        } catch (RuntimeException | Error failure) {
            if (Failure.isEverybodys(failure)) {
                throw failure;
            }
            return Failure.told(failure);
        }
    }

    /** So that what is collected to be written together is written before the savepoint is left. */
    private void inAUnitOfItsOwn(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(event);
        unit.registerCorrelationDataProvider(message -> batch.getCorrelationData());
        ResultMessage<Void> result = unit.executeWithResult(() -> {
            handleAll(event, segment);
            return null;
        });
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
    }

    private void handleAll(EventMessage<?> event, Segment segment) throws Exception {
        event.getPayload(); // that of an unreadable event says why
        handlers.handle(event, segment);
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(failure);
    }

    private String sequence(EventMessage<?> event) {
        try {
            Object sequence = sequences.getSequenceIdentifierFor(event);
            return sequence == null ? event.getIdentifier() : String.valueOf(sequence);
        } catch (UnreadableEvent e) {
            return ((DomainEventMessage<?>) event).getAggregateIdentifier();
        }
    }

    private static String name(EventMessage<?> event) {
        var stored = (DomainEventMessage<?>) event;
        return stored.getAggregateIdentifier() + " at " + stored.getSequenceNumber();
    }

    /** Whoever might have to handle an event whose name is unknown has to keep it until the name is known. */
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        try {
            return isUnknown(event.getPayloadType()) ? isOf(event, segment) : handlers.canHandle(event, segment);
        } catch (UnreadableEvent e) {
            return isOf(event, segment);
        }
    }

    private boolean isOf(EventMessage<?> event, Segment segment) {
        return segment.matches(Objects.hashCode(sequence(event)));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return isUnknown(payloadType) || handlers.canHandleType(payloadType);
    }

    private static boolean isUnknown(Class<?> payloadType) {
        return payloadType == UnknownSerializedType.class;
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        performReset(null);
    }

    @Override
    public <R> void performReset(R context) {
        parking.clear();
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
