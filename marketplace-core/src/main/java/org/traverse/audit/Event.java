package org.traverse.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.traverse.eventstore.EventPosition;

/** A stored event, where it stands and a hash of all that it says. */
record Event(EventPosition position, byte[] content) {
    /** Every column but the position, and {@code stored} and others that no reader is shown. */
    static Event of(ResultSet row) throws SQLException {
        byte[] content = new Sha256()
                .text(row.getString("stream"))
                .number(row.getLong("sequence"))
                .text(row.getString("aggregate"))
                .text(row.getString("type"))
                .text(row.getString("revision"))
                .id(row.getObject("identifier", UUID.class))
                .number(microseconds(row.getObject("at", OffsetDateTime.class)))
                .bytes(row.getBytes("metadata"))
                .bytes(row.getBytes("payload"))
                .value();
        return new Event(new EventPosition(row.getLong("tx"), row.getLong("number")), content);
    }

    /** Since 1970, in UTC. */
    private static long microseconds(OffsetDateTime at) {
        return at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
