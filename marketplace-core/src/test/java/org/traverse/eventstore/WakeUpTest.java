package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.traverse.gig.GigId;

/** What one node appends is seen by the readers of another, whose own poll, an hour apart, would not find it. */
class WakeUpTest {
    private static final TransactionDefinition REQUIRES_NEW =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    private static final String LISTENER = "from pg_stat_activity where datname = current_database()"
            + " and pid <> pg_backend_pid() and query like 'select event.xid >= pg_snapshot_xmin%' and state = 'idle'";

    final TestLog test = new TestLog();
    final WakefulEventStore events = eventStore();
    final WakefulEventStore elsewhere = eventStore();
    final WakeUp wakeUp = new WakeUp(test.database, events);
    final WakeUp wakeUpElsewhere = new WakeUp(test.database, elsewhere);
    final GigId gig = GigId.random();
    long next;

    @BeforeEach
    void listen() throws InterruptedException {
        wakeUp.start();
        wakeUpElsewhere.start();
        await().until(this::isListening);
        try (var stream = events.openStream(null)) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @AfterEach
    void close() {
        wakeUp.stop();
        wakeUpElsewhere.stop();
        events.shutDown();
        elsewhere.shutDown();
        test.close();
    }

    @Test
    void isImmediate() throws InterruptedException {
        assertThat(medianDelay()).isLessThan(200);
    }

    @Test
    void comesBackWhenItsConnectionIsLost() throws InterruptedException {
        test.sql.queryForList("select pg_terminate_backend(pid) " + LISTENER);
        await().ignoreException(DataAccessResourceFailureException.class).until(this::isListening);
        assertThat(medianDelay()).isLessThan(200);
    }

    @Test
    void isNotNeeded() throws InterruptedException {
        wakeUpElsewhere.stop();
        assertThat(medianDelay()).as("the control").isBetween(200L, 2_000L);
    }

    /** The transaction that hides an event ends without having appended anything, so that nobody is told. */
    @Test
    void waitsForWhateverHidesAnEvent() throws Exception {
        try (var stream = events.openStream(events.createHeadToken())) {
            stream.hasNextAvailable(10, TimeUnit.MILLISECONDS);
            var appended = new CountDownLatch(1);
            long[] ended = new long[1];
            var hiding = new Thread(() -> {
                test.inTransaction(() -> {
                    test.sql.queryForObject("select pg_current_xact_id()::text", String.class);
                    append();
                    appended.countDown();
                    sleep(300);
                });
                ended[0] = System.nanoTime();
            });
            hiding.start();
            appended.await();
            assertThat(stream.hasNextAvailable(150, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            hiding.join();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended[0]))
                    .isLessThan(300);
        }
    }

    @Test
    void reachesWhoeverAsksToBeCalled() throws InterruptedException {
        try (var stream = events.openStream(events.createHeadToken());
                var closed = events.openStream(events.createHeadToken())) {
            var found = new CountDownLatch(1);
            var calledWhenClosed = new AtomicBoolean();
            while (stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)) {
                stream.nextAvailable();
            }
            stream.setOnAvailableCallback(() -> {
                if (stream.hasNextAvailable()) {
                    found.countDown();
                }
            });
            closed.setOnAvailableCallback(() -> calledWhenClosed.set(true));
            closed.close();
            append();
            assertThat(found.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(calledWhenClosed).isFalse();
        }
    }

    private long medianDelay() throws InterruptedException {
        long[] delays = new long[5];
        for (int i = 0; i < delays.length; i++) {
            try (var stream = events.openStream(events.createHeadToken())) {
                stream.hasNextAvailable(10, TimeUnit.MILLISECONDS);
                sleep(50 + 37 * i);
                append();
                long begin = System.nanoTime();
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                delays[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            }
        }
        Arrays.sort(delays);
        return delays[delays.length / 2];
    }

    /** On the other node. */
    private void append() {
        var unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(new SpringTransactionManager(new JdbcTransactionManager(test.database), REQUIRES_NEW));
        elsewhere.publish(TestLog.event(gig, next++));
        unit.commit();
    }

    private WakefulEventStore eventStore() {
        return new WakefulEventStore(EmbeddedEventStore.builder().fetchDelay(TimeUnit.HOURS.toMillis(1)), test.log);
    }

    private boolean isListening() {
        return test.sql.queryForObject("select count(*) " + LISTENER, Long.class) == 2;
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
