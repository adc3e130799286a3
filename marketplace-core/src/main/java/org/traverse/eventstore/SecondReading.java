package org.traverse.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.eventstore.EventTokens.Reading;

/**
 * Reads all events once more for the handlers of a group, into tables of another schema, while the group's own processor
 * goes on beside it. In the end the second reading takes the place of the first.
 *
 * <p>It has tokens and parked events of its own, under a name of its own. Any number of nodes may read along.
 */
public class SecondReading {
    /** Handles events until it is closed. */
    public interface Reader extends AutoCloseable {
        @Override
        void close();
    }

    private static final int THREADS = 4;

    /**
     * Soon, because what was read is compared to what the first reading has read; not 100 ms, which {@link
     * CoordinatorThread} takes for a pause of Axon's.
     */
    private static final Duration TOKENS_STORED = Duration.ofMillis(50);

    private final JdbcClient sql;
    private final EventTokens tokens;
    private final TransactionManager transactions;
    /** A provider: Axon's own deadlines need the scheduler, whose tasks need this first. */
    private final ObjectProvider<Configuration> axon;

    SecondReading(
            JdbcClient sql, EventTokens tokens, TransactionManager transactions, ObjectProvider<Configuration> axon) {
        this.sql = sql;
        this.tokens = tokens;
        this.transactions = transactions;
        this.axon = axon;
    }

    private static String second(String group) {
        return group + "@rebuild";
    }

    /** From the first event on, forgetting what an earlier one has read. */
    public void begin(String group, int segments) {
        forget(group);
        tokens.initializeTokenSegments(second(group), segments, EventPosition.START);
    }

    /**
     * Reads on.
     *
     * @param schema where the handlers' tables are; they see no others but the event store's
     * @param batch how many events share a transaction
     */
    public Reader read(String group, String schema, int batch) {
        String name = second(group);
        TransactionManager into = into(schema);
        var coordinator = new CoordinatorThread("Coordinator[" + name + "]");
        var workers = Executors.newScheduledThreadPool(THREADS, new AxonThreadFactory("WorkPackage[" + name + "]"));
        StreamableMessageSource<TrackedEventMessage<?>> events =
                axon.getObject().eventStore();
        var builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .messageSource(events)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(batch)
                .claimExtensionThreshold(TOKENS_STORED.toMillis());
        var processor = new ParkingProcessor(builder, handlers(group), tokens, into);
        processor.start();
        return () -> {
            processor.shutDown();
            coordinator.shutdown();
            workers.shutdown();
        };
    }

    /** The group's own, as they are: they find their tables by name, and so by the schema of the transaction. */
    private ParkingInvoker handlers(String group) {
        return first(group).orElseThrow().handlersParkingIn(new Parking(sql, second(group)));
    }

    private Optional<ParkingProcessor> first(String group) {
        return axon.getObject().eventProcessingConfiguration().eventProcessor(group, ParkingProcessor.class);
    }

    private TransactionManager into(String schema) {
        return () -> {
            Transaction begun = transactions.startTransaction();
            try {
                // What a crash of the server takes away of it, tokens and all, is read again.
                sql.sql("""
                                select set_config('search_path', ?, true), set_config('synchronous_commit', 'off', true)""")
                        .param(schema + ", eventstore")
                        .query((row, number) -> schema)
                        .single();
                return begun;
            } catch (RuntimeException e) {
                begun.rollback();
                throw e;
            }
        };
    }

    /** Up to where all segments have read. */
    public EventPosition position(String group) {
        return lowest(second(group));
    }

    /** Up to where all segments of the first reading have read. */
    public EventPosition firstPosition(String group) {
        return lowest(group);
    }

    /** How many segments the first reading has. */
    public int segments(String group) {
        return Math.max(1, tokens.fetchSegments(group).length);
    }

    private EventPosition lowest(String processor) {
        return positions(processor).stream().min(EventPosition::compareTo).orElse(EventPosition.START);
    }

    private List<EventPosition> positions(String processor) {
        return tokens.readings(List.of(processor)).stream()
                .map(Reading::token)
                .map(SecondReading::position)
                .toList();
    }

    private static EventPosition position(TrackingToken token) {
        TrackingToken read = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return read == null ? EventPosition.START : (EventPosition) read;
    }

    /** True when there is nothing that only the first reading has read. */
    public boolean hasCaughtUp(String group) {
        EventPosition read = position(group);
        return positions(group).stream().allMatch(first -> read.compareTo(first) >= 0);
    }

    /** Of the newest event that can be read. */
    public EventPosition newest() {
        return (EventPosition) axon.getObject().eventStore().createHeadToken();
    }

    /** How many events lie between two positions; the second counts, the first does not. */
    public long count(EventPosition after, EventPosition upTo) {
        return sql.sql("""
                        select count(*) from event
                        where (event.xid, event.number) > (:after::text::xid8, :number)
                            and (event.xid, event.number) <= (:upTo::text::xid8, :last)""")
                .param("after", String.valueOf(after.xid()))
                .param("number", after.number())
                .param("upTo", String.valueOf(upTo.xid()))
                .param("last", upTo.number())
                .query(Long.class)
                .single();
    }

    /**
     * For the rest of the transaction nobody tries a parked event of the first reading again: whoever is about to has it
     * locked, and comes before us.
     */
    public void holdParked(String group) {
        sql.sql("select from parked_event where processing_group = ? for update")
                .param(group)
                .query((row, number) -> group)
                .list();
    }

    /** For the rest of the transaction the first reading does not get on. */
    public void holdFirst(String group) {
        hold(group);
    }

    /** For the rest of the transaction the second reading does not get on. */
    public void holdSecond(String group) {
        hold(second(group));
    }

    private void hold(String processor) {
        sql.sql("select from token where processor = ? order by segment for update")
                .param(processor)
                .query((row, number) -> processor)
                .list();
    }

    /**
     * The second reading becomes the first. Nobody owns its segments then: whoever still handles events in the name of
     * the first one cannot store how far, and leaves no trace. What the first had parked was tried again by the second.
     */
    public void takeOver(String group) {
        for (String table : List.of("token where processor", "parked_event where processing_group")) {
            sql.sql("delete from " + table + " = ?").param(group).update();
        }
        sql.sql("update token set processor = ?, owner = null where processor = ?")
                .params(group, second(group))
                .update();
        sql.sql("update parked_event set processing_group = ? where processing_group = ?")
                .params(group, second(group))
                .update();
    }

    /** This node goes on at once, instead of finding out only when its next batch fails that it owns nothing any more. */
    public void goOn(String group) {
        first(group).filter(ParkingProcessor::isRunning).ifPresent(first -> {
            first.shutDown();
            first.start();
        });
    }

    /** As if it had never begun. */
    public void forget(String group) {
        sql.sql("delete from token where processor = ?").param(second(group)).update();
        sql.sql("delete from parked_event where processing_group = ?")
                .param(second(group))
                .update();
    }
}
