package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.traverse.gig.GigId;

/** Two nodes read the same events; the first stands still in the middle of a batch, and wakes up after the second is done. */
class StaleOwnerTest {
    private static final String BOARD = "gig-board";
    private static final Duration LAPSE = Duration.ofSeconds(1);
    private static final int EVENTS = 50;
    private static final int BATCH = 7;

    private final TestLog test = new TestLog();
    private final JdbcClient sql = JdbcClient.create(test.database);
    private final TransactionManager transactions =
            new SpringTransactionManager(new JdbcTransactionManager(test.database));
    private final List<StreamingEventProcessor> nodes = new ArrayList<>();
    private final CountDownLatch standsStill = new CountDownLatch(1);
    private final CountDownLatch wakesUp = new CountDownLatch(1);
    private volatile String standsStillFor = "0";

    @BeforeEach
    void log() {
        test.sql.execute("create table handled (stream text, sequence bigint, node text)");
        GigId gig = GigId.random();
        for (int i = 0; i < EVENTS; i++) {
            test.append(gig, i);
        }
    }

    @AfterEach
    void close() {
        wakesUp.countDown();
        nodes.forEach(StreamingEventProcessor::shutDown);
        test.close();
    }

    @Test
    void leavesNoTraceOfWhatItHadBegun() throws InterruptedException {
        wakesUpTooLate(new EventTokens(sql, TestLog.JSON, "first", LAPSE));
        assertThat(handled()).isEqualTo(EVENTS);
    }

    /** The control: a store of tokens that does not mind whose the segment is. */
    @Test
    void wouldWriteAllOfItASecondTime() throws InterruptedException {
        wakesUpTooLate(new EventTokens(sql, TestLog.JSON, "first", LAPSE) {
            @Override
            public void storeToken(TrackingToken token, String processor, int segment) {
                try {
                    super.storeToken(token, processor, segment);
                } catch (UnableToClaimTokenException e) {
                    // as if it were ours
                }
            }
        });
        await().atMost(Duration.ofSeconds(5)).until(() -> handled() >= EVENTS + BATCH);
    }

    private void wakesUpTooLate(EventTokens first) throws InterruptedException {
        startBoth(first);
        await().atMost(LAPSE.plusSeconds(10)).until(() -> handled() == EVENTS);
        wakesUp.countDown();
        Thread.sleep(500);
    }

    /** Its rows are locked until its transaction ends; that it does not outlast a claim is a setting of each session. */
    @Test
    void doesNotHoldUpWhoeverTakesOver() {
        test.sql.execute("alter table handled add unique (stream, sequence)");
        standsStillFor = "1s";
        startBoth(new EventTokens(sql, TestLog.JSON, "first", LAPSE));
        await().atMost(LAPSE.plusSeconds(10)).until(() -> handled() == EVENTS);
        wakesUp.countDown();
        await().during(Duration.ofMillis(500)).until(() -> handled() == EVENTS);
    }

    /** The control: a session that may stand still for as long as it likes. */
    @Test
    void wouldHoldItUpOtherwise() {
        test.sql.execute("alter table handled add unique (stream, sequence)");
        startBoth(new EventTokens(sql, TestLog.JSON, "first", LAPSE));
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> handled() < EVENTS);
    }

    private void startBoth(EventTokens first) {
        start("first", first);
        assertThat(isReached(standsStill)).isTrue();
        start("second", new EventTokens(sql, TestLog.JSON, "second", LAPSE));
    }

    private void start(String node, EventTokens tokens) {
        EventMessageHandler handler = event -> handle(node, (DomainEventMessage<?>) event);
        StreamableMessageSource<TrackedEventMessage<?>> events =
                EmbeddedEventStore.builder().storageEngine(test.log).build();
        var processor = PooledStreamingEventProcessor.builder()
                .name(BOARD)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(1))
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(200)
                .batchSize(BATCH)
                .build();
        nodes.add(processor);
        processor.start();
    }

    private Object handle(String node, DomainEventMessage<?> event) {
        sql.sql("insert into handled values (?, ?, ?)")
                .params(event.getAggregateIdentifier(), event.getSequenceNumber(), node)
                .update();
        if (node.equals("first") && event.getSequenceNumber() == 2 * BATCH + 3) {
            sql.sql("select set_config('idle_in_transaction_session_timeout', ?, true)")
                    .param(standsStillFor)
                    .query(String.class)
                    .single();
            standsStill.countDown();
            isReached(wakesUp);
        }
        return null;
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long handled() {
        return sql.sql("select count(*) from handled").query(Long.class).single();
    }
}
