package org.traverse.eventstore;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
 * to be the one that reverses a stream. Commands keep the rule without trying: they run in no transaction, and what
 * they decide is committed by a {@link CommitGroup}.
 */
class EventLog implements EventStorageEngine {
    private static final int PAGE = 500;
    private static final String COLUMNS = """
            select event.xid::text::bigint as tx, number, stream, sequence, aggregate, type, revision, identifier, at,
                   metadata, payload, pg_current_xact_id_if_assigned() is not null as has_written
            from event
            """;
    private static final String STREAM = COLUMNS + "where stream = ? and sequence >= ? order by sequence";
    private static final String ONE = COLUMNS + "where stream = ? and sequence = ?";
    private static final String TAIL = COLUMNS + """
            where (event.xid, event.number) > (?::text::xid8, ?) and event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, event.number
            limit ?""";
    private static final String POSITION = "select event.xid::text::bigint as tx, number from event ";
    private static final String HEAD = POSITION + """
            where event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid desc, event.number desc
            limit 1""";
    private static final String SINCE = POSITION + """
            where at >= ? and event.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by event.xid, event.number
            limit 1""";

    private final JdbcTemplate sql;
    private final EventRows rows;
    private final CommitGroup group;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final List<Runnable> onHandedOut = new CopyOnWriteArrayList<>();

    EventLog(JdbcTemplate sql, Serializer serializer, EventUpcaster upcasters) {
        this.sql = sql;
        rows = new EventRows(sql);
        group = new CommitGroup(rows);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** Within the caller's transaction, if there is one; else together with what others have decided meanwhile. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var append = Append.of(
                messages.stream().map(EventUtils::asDomainEventMessage).toList(), serializer);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            rows.insert(append);
        } else {
            group.commit(append);
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
        DomainEventStream events = EventStreamUtils.upcastAndDeserializeDomainEvents(
                sql.query(STREAM, EventLog::inTime, stream, firstSequenceNumber).stream(), serializer, upcasters);
        return DomainEventStream.of(
                EventStreamUtils.asStream(events).peek(EventLog::read), events::getLastSequenceNumber);
    }

    /** Axon would pass over an event of unknown name, and decide without it. */
    private static void read(DomainEventMessage<?> event) {
        try {
            event.getPayload();
        } catch (UnreadableEvent e) {
            throw new EventStoreException(
                    event.getType() + " " + event.getAggregateIdentifier() + " at " + event.getSequenceNumber()
                            + " cannot be loaded",
                    e);
        }
    }

    /** One event, as whoever reads from end to end meets it. */
    Optional<TrackedEventMessage<?>> find(String stream, long number) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        sql.query(ONE, EventLog::tracked, stream, number).stream(), serializer, upcasters)
                .findFirst();
    }

    private static DomainEventData<byte[]> inTime(ResultSet row, int number) throws SQLException {
        if (row.getBoolean("has_written")) {
            throw new IllegalStateException("A transaction reads its streams before it writes anything: too late for "
                    + row.getString("stream"));
        }
        return StoredEvent.of(row);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(
                sql.queryForObject("select max(sequence) from event where stream = ?", Long.class, stream));
    }

    /** @param mayBlock asked by the one thread of an event store that reads on for all who have caught up */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken after, boolean mayBlock) {
        var tail = new Tail(
                after == null ? EventPosition.START : (EventPosition) after, mayBlock ? onHandedOut : List.of());
        return EventUtils.upcastAndDeserializeTrackedEvents(StreamSupport.stream(tail, false), serializer, upcasters);
    }

    /** What to do when the one who reads on for all has been given a page of new events. */
    void onHandedOut(Runnable what) {
        onHandedOut.add(what);
    }

    /** Reads on, page by page, until there is nothing more for now. */
    private class Tail extends AbstractSpliterator<TrackedDomainEventData<byte[]>> {
        private final List<Runnable> onPageRead;
        private EventPosition last;
        private List<TrackedDomainEventData<byte[]>> page = List.of();
        private int next;

        Tail(EventPosition after, List<Runnable> onPageRead) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            last = after;
            this.onPageRead = onPageRead;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedDomainEventData<byte[]>> reader) {
            if (next == page.size()) {
                if (!page.isEmpty()) {
                    onPageRead.forEach(Runnable::run);
                }
                page = sql.query(TAIL, EventLog::tracked, String.valueOf(last.xid()), last.number(), PAGE);
                next = 0;
            }
            if (page.isEmpty()) {
                return false;
            }
            var event = page.get(next++);
            last = (EventPosition) event.trackingToken();
            reader.accept(event);
            return true;
        }
    }

    private static TrackedDomainEventData<byte[]> tracked(ResultSet row, int number) throws SQLException {
        return new TrackedDomainEventData<>(position(row, number), StoredEvent.of(row));
    }

    private static EventPosition position(ResultSet row, int number) throws SQLException {
        return new EventPosition(row.getLong("tx"), row.getLong("number"));
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
