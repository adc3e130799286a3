package org.traverse.eventstore;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every event, in one table: appended to streams, and read from end to end without losing one.
 *
 * <p>A transaction becomes visible when it commits, which may be long after others that began later. So nobody reads
 * past the oldest transaction still running: below it nothing can appear any more, and the order of transaction ids is
 * final. It needs no clock and no list of gaps.
 *
 * <p>The price is one rule: <em>a transaction reads its streams before it writes anything at all.</em> Its id is
 * assigned by its first write; were that earlier, another could append to the stream in between, and the later event
 * would have the smaller id. {@link #readEvents(String, long)} refuses to be asked too late, and {@link #appendEvents}
 * to be the one that reverses a stream.
 */
class EventLog implements EventStorageEngine {
    private static final int PAGE = 500;
    private static final String LOST_RACE = "event_in_its_stream";

    private static final String APPEND = """
            insert into event (stream, sequence, aggregate, type, revision, identifier, at, metadata, payload)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            where not exists (select from event before
                where before.stream = ? and before.sequence = ? and before.xid > pg_current_xact_id())""";
    private static final String COLUMNS = """
            select event.xid::text::bigint as tx, position, stream, sequence, aggregate, type, revision, identifier, at,
                   metadata, payload, pg_current_xact_id_if_assigned() is not null as has_written
            from event
            """;
    private static final String STREAM = COLUMNS + "where stream = ? and sequence >= ? order by sequence";
    private static final String TAIL = COLUMNS + """
            where (event.xid, event.position) > (?::text::xid8, ?) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, event.position
            limit ?""";
    private static final String POSITION = "select event.xid::text::bigint as tx, position from event ";
    private static final String HEAD = POSITION + """
            where event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid desc, event.position desc
            limit 1""";
    private static final String SINCE = POSITION + """
            where at >= ? and event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, event.position
            limit 1""";

    private final JdbcTemplate sql;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    EventLog(JdbcTemplate sql, Serializer serializer, EventUpcaster upcasters) {
        this.sql = sql;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var events = messages.stream().map(EventUtils::asDomainEventMessage).toList();
        try {
            for (int inserted :
                    sql.batchUpdate(APPEND, events.stream().map(this::row).toList())) {
                if (inserted == 0) {
                    throw new ConcurrencyException("This transaction had written before it read " + first(events)
                            + ", to which another has appended since");
                }
            }
        } catch (DuplicateKeyException e) {
            if (!LOST_RACE.equals(constraint(e))) {
                throw new EventStoreException("An event is already stored: " + first(events), e);
            }
            if (events.get(0).getSequenceNumber() == 0) {
                throw new AggregateStreamCreationException("It exists already: " + first(events), e);
            }
            throw new ConcurrencyException("Somebody was faster: " + first(events), e);
        } catch (ConcurrencyFailureException e) {
            throw new ConcurrencyException("Somebody was in the way: " + first(events), e);
        }
    }

    private Object[] row(DomainEventMessage<?> event) {
        var payload = event.serializePayload(serializer, byte[].class);
        var metadata = event.serializeMetaData(serializer, byte[].class);
        return new Object[] {
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            event.getType(),
            payload.getType().getName(),
            payload.getType().getRevision(),
            UUID.fromString(event.getIdentifier()),
            event.getTimestamp().atOffset(UTC),
            metadata.getData(),
            payload.getData(),
            event.getAggregateIdentifier(),
            event.getSequenceNumber() - 1
        };
    }

    private static String first(List<? extends DomainEventMessage<?>> events) {
        var event = events.get(0);
        return event.getType() + " " + event.getAggregateIdentifier() + " at " + event.getSequenceNumber();
    }

    private static String constraint(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException refusal
                        && refusal.getServerErrorMessage() != null
                ? refusal.getServerErrorMessage().getConstraint()
                : null;
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                sql.query(STREAM, EventLog::inTime, stream, firstSequenceNumber).stream(), serializer, upcasters);
    }

    private static DomainEventData<byte[]> inTime(ResultSet row, int number) throws SQLException {
        if (row.getBoolean("has_written")) {
            throw new IllegalStateException("A transaction reads its streams before it writes anything: too late for "
                    + row.getString("stream"));
        }
        return data(row);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(
                sql.queryForObject("select max(sequence) from event where stream = ?", Long.class, stream));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken after, boolean mayBlock) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                StreamSupport.stream(new Tail(after == null ? EventPosition.START : (EventPosition) after), false),
                serializer,
                upcasters);
    }

    /** Reads on, page by page, until there is nothing more for now. */
    private class Tail extends AbstractSpliterator<TrackedDomainEventData<byte[]>> {
        private EventPosition last;
        private Iterator<TrackedDomainEventData<byte[]>> page = Collections.emptyIterator();

        Tail(EventPosition after) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            last = after;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedDomainEventData<byte[]>> reader) {
            if (!page.hasNext()) {
                page = sql.query(TAIL, EventLog::tracked, String.valueOf(last.xid()), last.number(), PAGE)
                        .iterator();
            }
            if (!page.hasNext()) {
                return false;
            }
            var event = page.next();
            last = (EventPosition) event.trackingToken();
            reader.accept(event);
            return true;
        }
    }

    private static TrackedDomainEventData<byte[]> tracked(ResultSet row, int number) throws SQLException {
        return new TrackedDomainEventData<>(position(row, number), data(row));
    }

    private static DomainEventData<byte[]> data(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("identifier"),
                // As text, because Axon would cut an instant to milliseconds.
                row.getObject("at", OffsetDateTime.class).toInstant().toString(),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    private static EventPosition position(ResultSet row, int number) throws SQLException {
        return new EventPosition(row.getLong("tx"), row.getLong("position"));
    }

    @Override
    public TrackingToken createTailToken() {
        return EventPosition.START;
    }

    @Override
    public TrackingToken createHeadToken() {
        return sql.query(HEAD, EventLog::position).stream().findFirst().orElse(EventPosition.START);
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return sql.query(SINCE, EventLog::position, at.atOffset(UTC)).stream()
                .findFirst()
                .<TrackingToken>map(first -> new EventPosition(first.xid(), first.number() - 1))
                .orElseGet(this::createHeadToken);
    }

    /** Streams are short enough to be read from their beginning. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("There are no snapshots");
    }
}
