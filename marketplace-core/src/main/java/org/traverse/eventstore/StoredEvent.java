package org.traverse.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** One row of the log. Axon's own entry keeps the time as text, to be parsed again for each reader. */
record StoredEvent(
        String aggregate,
        String stream,
        long sequence,
        String type,
        String revision,
        String identifier,
        Instant at,
        byte[] metadata,
        byte[] payload)
        implements DomainEventData<byte[]> {

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getString("aggregate"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("identifier"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("metadata"),
                row.getBytes("payload"));
    }

    @Override
    public String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getType() {
        return aggregate;
    }

    @Override
    public String getEventIdentifier() {
        return identifier;
    }

    @Override
    public Instant getTimestamp() {
        return at;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
    }
}
