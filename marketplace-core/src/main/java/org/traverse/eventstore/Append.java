package org.traverse.eventstore;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/** What one command has decided, ready to be stored: all of it or nothing. */
record Append(List<Row> rows) {
    /** One event; the first of a command that has a name of its own carries that, for all of them. */
    record Row(
            String stream,
            long sequence,
            String aggregate,
            String type,
            String revision,
            UUID identifier,
            OffsetDateTime at,
            byte[] metadata,
            byte[] payload,
            UUID command) {}

    static Append of(List<? extends DomainEventMessage<?>> events, Serializer serializer) {
        List<Row> rows = new ArrayList<>();
        for (DomainEventMessage<?> event : events) {
            rows.add(row(event, rows.isEmpty() ? CommandSteps.stepOf(event) : null, serializer));
        }
        return new Append(rows);
    }

    private static Row row(DomainEventMessage<?> event, UUID command, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        return new Row(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                UUID.fromString(event.getIdentifier()),
                event.getTimestamp().atOffset(UTC),
                event.serializeMetaData(serializer, byte[].class).getData(),
                payload.getData(),
                command);
    }

    /** To whoever has sent the command, who may try it again. */
    RuntimeException lostRace() {
        return rows.get(0).sequence() == 0
                ? new AggregateStreamCreationException("It exists already: " + this)
                : new ConcurrencyException("Somebody was faster: " + this);
    }

    @Override
    public String toString() {
        Row first = rows.get(0);
        return first.aggregate() + " " + first.stream() + " at " + first.sequence();
    }
}
