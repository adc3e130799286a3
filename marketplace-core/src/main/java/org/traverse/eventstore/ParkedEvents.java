package org.traverse.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.traverse.RuleViolated;
import org.traverse.eventstore.ParkingInvoker.Retry;

/**
 * Events that could not be handled, each with all that follow it in its sequence: to be looked at, tried again, or
 * dropped. Only the first of a sequence is ever tried or dropped, and by one at a time.
 */
public class ParkedEvents {
    /** What a round of tries has come to: events handled, sequences whose first failed again. */
    public record Tried(int handled, int failed) {}

    private static final String LATE = ParkedEvents.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final int AT_MOST = 1_000;
    private static final int LONGEST_REASON = 500;

    private static final String FIRST = """
            not exists (select from parked_event before where before.processing_group = parked.processing_group
                and before.sequence = parked.sequence and before.place < parked.place)""";
    private static final String PARKED = """
            select parked.id, place, processing_group as "group", parked.sequence, type || '/' || revision as event,
                parked.stream, parked.number, replayed, parked as parked_at, tried as tried_at, tries, cause,
                (select count(*) from parked_event later where later.processing_group = parked.processing_group
                    and later.sequence = parked.sequence and later.place > parked.place) as behind
            from parked_event parked
            left join event on event.stream = parked.stream and event.sequence = parked.number
            where\s""";

    private final JdbcClient sql;
    private final EventLog log;
    private final TransactionOperations transactions;

    private final Function<String, Optional<ParkingProcessor>> processors;

    ParkedEvents(
            JdbcClient sql,
            EventLog log,
            TransactionOperations transactions,
            Function<String, Optional<ParkingProcessor>> processors) {
        this.sql = sql;
        this.log = log;
        this.transactions = transactions;
        this.processors = processors;
    }

    /** True while an event is handled that was parked: others that came after it may have been handled before. */
    public static boolean isLate() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(LATE);
    }

    /** Says so of all that is handled in this unit of work. */
    public static void late(UnitOfWork<?> unit) {
        unit.resources().put(LATE, true);
    }

    /** How many events each group has parked, of the groups that have any. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        sql.sql("select processing_group, count(*) from parked_event group by processing_group")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Sequences held up in the groups in whose name this occurs. */
    public long sequences(String group) {
        return sql.sql("""
                        select count(*) from (select distinct processing_group, sequence from parked_event
                            where position(? in processing_group) > 0) sequence""").param(group).query(Long.class).single();
    }

    /** The first event of each of these sequences, in the order of parking. */
    public List<ParkedEvent> firsts(String group, long afterPlace, int limit) {
        return sql.sql(PARKED + FIRST + " and position(? in processing_group) > 0 and place > ? order by place limit ?")
                .params(group, afterPlace, limit)
                .query(ParkedEvent.class)
                .list();
    }

    public Optional<ParkedEvent> find(UUID id) {
        return sql.sql(PARKED + "parked.id = ?")
                .param(id)
                .query(ParkedEvent.class)
                .optional();
    }

    /** What the event says, as it is stored: nobody's business but an administrator's. */
    public Optional<String> payload(UUID id) {
        return sql.sql("""
                        select payload from event join parked_event parked
                            on event.stream = parked.stream and event.sequence = parked.number
                        where parked.id = ?""").param(id).query(byte[].class).optional().map(bytes -> new String(bytes, UTF_8));
    }

    public List<DroppedEvent> dropped(int limit) {
        return sql.sql("""
                        select id, processing_group as "group", type || '/' || revision as event, dropped.stream, dropped.number,
                            cause, dropped as dropped_at, dropped_by, reason
                        from dropped_event dropped
                        left join event on event.stream = dropped.stream and event.sequence = dropped.number
                        order by dropped.dropped desc, id limit ?""").param(limit).query(DroppedEvent.class).list();
    }

    public long droppedInAll() {
        return sql.sql("select count(*) from dropped_event").query(Long.class).single();
    }

    /** Takes the first event of a sequence out of the way for good: what follows it is tried without it. */
    public void drop(UUID id, String who, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: 1 to " + LONGEST_REASON + " characters");
        }
        if (reason.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("reason: no NUL characters");
        }
        transactions.executeWithoutResult(transaction -> {
            if (!new Parking(sql, "").take(id)) {
                throw new RuleViolated(
                        "only the first event of a sequence can be dropped, and not while it is being tried");
            }
            sql.sql("""
                            with gone as (delete from parked_event where id = :id returning *)
                            insert into dropped_event
                                (id, processing_group, sequence, stream, number, parked, cause, dropped_by, reason)
                            select id, processing_group, sequence, stream, number, parked, cause, :who, :reason from gone""")
                    .param("id", id)
                    .param("who", who)
                    .param("reason", reason.strip())
                    .update();
        });
        LOG.warn("{} dropped parked event {}", who, id);
    }

    /** Tries the sequence of this event, from its first on, as long as all goes well. */
    public Tried retry(UUID id, Duration atMost) {
        return find(id).flatMap(parked -> first(parked.group(), parked.sequence()))
                .map(first -> retry(List.of(first), atMost))
                .orElse(new Tried(0, 0));
    }

    /** Tries every sequence of the group. */
    public Tried retry(String group, Duration atMost) {
        return retry(
                sql.sql(PARKED + FIRST + " and processing_group = ? order by coalesce(tried, parked), place limit ?")
                        .params(group, AT_MOST)
                        .query(ParkedEvent.class)
                        .list(),
                atMost);
    }

    /** Tries what has waited long enough: 15 s after it failed first, then ever longer, up to an hour. */
    void retryThoseDue(Duration atMost) {
        Tried tried = retry(
                sql.sql(PARKED + FIRST + """
                                and coalesce(tried, parked) <= clock_timestamp()
                                    - least(interval '15 s' * power(2, greatest(least(tries, 20), 1) - 1), interval '1 h')
                                order by coalesce(tried, parked), place limit ?""")
                        .param(AT_MOST)
                        .query(ParkedEvent.class)
                        .list(),
                atMost);
        if (tried.handled() > 0) {
            LOG.info("{} parked events were handled after all", tried.handled());
        }
    }

    /** A group that a server keeps from handling anything is left alone; the others are not. */
    private Tried retry(List<ParkedEvent> firsts, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Map<String, ServerAway> waiting = new HashMap<>();
        int handled = 0;
        int failed = 0;
        for (ParkedEvent first : firsts) {
            Optional<ParkedEvent> next = Optional.of(first);
            while (next.isPresent() && System.nanoTime() < deadline && !waiting.containsKey(first.group())) {
                Retry outcome = Retry.NOT_NOW;
                try {
                    outcome = retry(next.get());
                } catch (ServerAway away) {
                    waiting.put(first.group(), away);
                }
                handled += outcome == Retry.HANDLED ? 1 : 0;
                failed += outcome == Retry.FAILED ? 1 : 0;
                next = outcome == Retry.HANDLED ? first(first.group(), first.sequence()) : Optional.empty();
            }
        }
        if (handled + failed == 0 && !waiting.isEmpty()) {
            throw waiting.values().iterator().next();
        }
        return new Tried(handled, failed);
    }

    /** One whose group this version of Traverse does not have stays where it is. */
    private Retry retry(ParkedEvent parked) {
        Optional<ParkingProcessor> processor = processors.apply(parked.group());
        Optional<TrackedEventMessage<?>> event = log.find(parked.stream(), parked.number());
        return processor.isEmpty() || event.isEmpty()
                ? Retry.NOT_NOW
                : processor.get().retry(parked.id(), parked.replayed() ? replayed(event.get()) : event.get());
    }

    private static TrackedEventMessage<?> replayed(TrackedEventMessage<?> event) {
        TrackingToken at = event.trackingToken();
        return event.withTrackingToken(((ReplayToken) ReplayToken.createReplayToken(at)).advancedTo(at));
    }

    private Optional<ParkedEvent> first(String group, String sequence) {
        return sql.sql(PARKED + FIRST + " and processing_group = ? and parked.sequence = ?")
                .params(group, sequence)
                .query(ParkedEvent.class)
                .optional();
    }
}
