package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.RuleViolated;
import org.traverse.eventstore.ParkedEvents.Tried;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigId;

/** A processor on a real server, and events of which some cannot be handled. */
@Tag("faults")
class ParkingTest {
    static final Instant NOW = Instant.parse("2026-11-24T09:00:00.123456Z");
    static final Duration LONG = Duration.ofSeconds(30);

    /** Why an event cannot be handled, as its reason says; {@code FINE} ones can. */
    enum Kind {
        FINE,
        REFUSED_BY_POSTGRESQL,
        FAILS_HALF_WAY,
        REFUSED_WHEN_WRITTEN_TOGETHER
    }

    /** Writes two rows an event, and a third together with those of its whole batch. */
    class Board {
        final Set<Kind> repaired = ConcurrentHashMap.newKeySet();
        final AtomicInteger handlings = new AtomicInteger();
        volatile Runnable before = () -> {};

        @EventHandler
        void on(GigCancelled event, @SourceId String stream, @SequenceNumber long number) {
            handlings.incrementAndGet();
            before.run();
            Kind kind = Kind.valueOf(event.reason().split(" ")[0]);
            boolean bad = kind != Kind.FINE && !repaired.contains(kind);
            sql.sql("insert into board (stream, number, half) values (?, ?, 1)")
                    .params(stream, number)
                    .update();
            if (bad && kind == Kind.FAILS_HALF_WAY) {
                throw new IllegalStateException("no luck with " + event.reason());
            }
            sql.sql("insert into board (stream, number, half, seen) values (?, ?, ?, clock_timestamp())")
                    .params(stream, number, bad && kind == Kind.REFUSED_BY_POSTGRESQL ? -1 : 2)
                    .update();
            writes.add(
                    "insert into board (stream, number, half) values (?, ?, ?)",
                    stream,
                    number,
                    bad && kind == Kind.REFUSED_WHEN_WRITTEN_TOGETHER ? -1 : 3);
        }

        @ResetHandler
        void forget() {
            sql.sql("truncate board").update();
        }
    }

    final TestLog test = new TestLog();
    final JdbcClient sql = JdbcClient.create(test.database);
    final WakefulEventStore events = new WakefulEventStore(EmbeddedEventStore.builder(), test.log);
    final WakeUp wakeUp = new WakeUp(test.database, events);
    final Board board = new Board();
    final Writes writes = new Writes(test.sql);
    final Queue<Integer> writtenBeforeTheToken = new ConcurrentLinkedQueue<>();
    final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    final ParkingProcessor processor = processor();
    final ParkedEvents parked = new ParkedEvents(
            sql,
            test.log,
            new TransactionTemplate(new JdbcTransactionManager(test.database)),
            group -> Optional.of(processor).filter(it -> it.getName().equals(group)));

    @BeforeEach
    void begin() {
        sql.sql("""
                        create table board (stream text, number bigint, half int check (half > 0), seen timestamptz,
                            primary key (stream, number, half))""").update();
        wakeUp.start();
    }

    @AfterEach
    void end() {
        processor.shutDown();
        wakeUp.stop();
        threads.shutdown();
        events.shutDown();
        test.close();
    }

    @Test
    void amongOnePerCentOfBadEventsAllOthersAreHandledOnceAndInTime() throws InterruptedException {
        List<GigId> streams = streams(300);
        List<DomainEventMessage<?>> all = onePerCentOfThemBad(streams, 3_000);
        processor.start();
        Duration withoutBad = lagOfFineEvents();
        appendSteadily(all);
        await().atMost(LONG).until(() -> rows() + parkedEvents() == all.size());

        assertThat(parkedNames()).isEqualTo(badAndFollowing(all));
        assertThat(handledNames()).isEqualTo(others(all));
        assertThat(halves()).as("nothing half done").isZero();
        assertThat(lag())
                .as("without bad events it was %s", withoutBad)
                .isLessThan(Collections.max(List.of(Duration.ofSeconds(1), withoutBad.multipliedBy(2))));

        board.repaired.addAll(Set.of(Kind.values()));
        assertThat(parked.retry("board", LONG).failed()).isZero();
        assertThat(parkedEvents()).isZero();
        assertThat(handledNames()).isEqualTo(names(all));
        assertThat(halves()).isZero();
        assertThat(digest()).isEqualTo(digestOfACleanRun());
    }

    @Test
    void whatFailsIsToldWithoutItsValues() {
        processor.start();
        append(GigId.random(), 0, Kind.FAILS_HALF_WAY);
        append(GigId.random(), 0, Kind.REFUSED_BY_POSTGRESQL);
        await().atMost(LONG).until(() -> parkedEvents() == 2);

        List<ParkedEvent> firsts = parked.firsts("", 0, 10).stream()
                .sorted(Comparator.comparing(ParkedEvent::cause))
                .toList();
        assertThat(firsts.get(0).cause()).startsWith("IllegalStateException in ParkingTest.java:");
        assertThat(firsts.get(1).cause()).startsWith("PostgreSQL 23514 (board, board_half_check)");
        assertThat(firsts.toString()).doesNotContain("ada@example.com");
        assertThat(firsts.get(0)).satisfies(event -> {
            assertThat(event.event()).isEqualTo("gig.cancelled/1");
            assertThat(event.group()).isEqualTo("board");
            assertThat(event.tries()).isEqualTo(1);
            assertThat(event.triedAt()).isNotNull();
        });
        assertThat(parked.payload(firsts.get(0).id()).orElseThrow()).contains("ada@example.com");
    }

    @Test
    void whatFollowsIsTriedInOrderOnceTheFirstIsHandled() {
        GigId stream = GigId.random();
        append(stream, 0, Kind.FAILS_HALF_WAY);
        append(stream, 1, Kind.FINE);
        append(stream, 2, Kind.REFUSED_BY_POSTGRESQL);
        append(stream, 3, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 4);
        assertThat(only().behind()).isEqualTo(3);

        assertThat(parked.retry(only().id(), LONG)).isEqualTo(new Tried(0, 1));
        assertThat(only().tries()).isEqualTo(2);
        board.repaired.add(Kind.FAILS_HALF_WAY);
        assertThat(parked.retry(only().id(), LONG)).isEqualTo(new Tried(2, 1));
        assertThat(only().number()).isEqualTo(2);
        assertThat(only().behind()).isEqualTo(1);

        append(stream, 4, Kind.FINE);
        await().atMost(LONG).until(() -> parkedEvents() == 3);
        board.repaired.add(Kind.REFUSED_BY_POSTGRESQL);
        assertThat(parked.retry(only().id(), LONG)).isEqualTo(new Tried(3, 0));
        append(stream, 5, Kind.FINE);
        await().atMost(LONG).until(() -> rows() == 6);
        assertThat(parkedEvents()).isZero();
    }

    @Test
    void twoWhoTryAtOnceHandleItOnce() throws Exception {
        append(GigId.random(), 0, Kind.FAILS_HALF_WAY);
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 1);
        board.repaired.add(Kind.FAILS_HALF_WAY);
        board.handlings.set(0);
        var within = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        board.before = () -> {
            within.countDown();
            wait(go);
        };

        var first = CompletableFuture.supplyAsync(() -> parked.retry("board", LONG));
        within.await();
        ParkedEvent event = only();
        assertThat(parked.retry("board", LONG)).isEqualTo(new Tried(0, 0));
        assertThatThrownBy(() -> parked.drop(event.id(), "ada", "in the way")).isInstanceOf(RuleViolated.class);
        go.countDown();
        assertThat(first.get()).isEqualTo(new Tried(1, 0));
        assertThat(board.handlings).hasValue(1);
        assertThat(parkedEvents()).isZero();
    }

    @Test
    void onlyTheFirstOfASequenceIsDroppedAndItIsKnownByWhomAndWhy() {
        GigId stream = GigId.random();
        append(stream, 0, Kind.FAILS_HALF_WAY);
        append(stream, 1, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 2);
        ParkedEvent first = only();
        UUID second = sql.sql("select id from parked_event where number = 1")
                .query(UUID.class)
                .single();

        assertThatThrownBy(() -> parked.drop(second, "ada", "in the way")).isInstanceOf(RuleViolated.class);
        for (String reason : new String[] {null, " ", "x".repeat(501), "no\0thing"}) {
            assertThatThrownBy(() -> parked.drop(first.id(), "ada", reason))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("reason: ");
        }
        parked.drop(first.id(), "ada", "was a test");
        assertThat(parked.dropped(10)).singleElement().satisfies(dropped -> {
            assertThat(dropped.event()).isEqualTo("gig.cancelled/1");
            assertThat(dropped.stream()).isEqualTo(stream.toString());
            assertThat(dropped.droppedBy()).isEqualTo("ada");
            assertThat(dropped.reason()).isEqualTo("was a test");
            assertThat(dropped.cause()).startsWith("IllegalStateException");
        });
        assertThat(parked.retry("board", LONG)).isEqualTo(new Tried(1, 0));
        assertThat(handledNames()).containsExactly(TestLog.name(stream, 1));
    }

    @Test
    void aServerThatIsAwayIsNoEventsFault() {
        var away = new AtomicInteger(2);
        board.before = () -> {
            if (away.getAndDecrement() > 0) {
                throw new ServerAway("Elasticsearch does not answer", null);
            }
        };
        append(GigId.random(), 0, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> rows() == 1);
        assertThat(parkedEvents()).isZero();
    }

    @Test
    void aConnectionThatIsLostIsNoEventsFault() {
        var lost = new AtomicInteger(1);
        board.before = () -> {
            if (lost.getAndDecrement() > 0) {
                sql.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
            }
        };
        append(GigId.random(), 0, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> rows() == 1);
        assertThat(parkedEvents()).isZero();
    }

    @Test
    void anEventThatCannotBeReadIsParkedAndNamed() {
        var bad = new TreeMap<String, String>();
        bad.put(
                malformed("gig.cancelled", "1", "no JSON at all"),
                "gig.cancelled/1 cannot be read: it is not the JSON");
        bad.put(malformed("gig.cancelled", "1", "null"), "gig.cancelled/1 cannot be read: it is empty");
        bad.put(
                malformed("gig.cancelled", "1", "{\"id\":\"ada@example.com\"}"),
                "gig.cancelled/1 cannot be read: field id");
        bad.put(
                malformed("gig.cancelled", "2", "{}"),
                "gig.cancelled/2 is no event that this version of Traverse knows");
        bad.put(malformed("gig.teleported", "1", "{}"), "gig.teleported/1 is no event that");
        append(GigId.random(), 0, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> rows() == 1 && parkedEvents() == bad.size());

        Map<String, String> told =
                parked.firsts("", 0, 10).stream().collect(Collectors.toMap(ParkedEvent::stream, ParkedEvent::cause));
        bad.forEach((stream, words) -> assertThat(told.get(stream)).startsWith("UnreadableEvent: " + words));
        assertThat(told.toString()).doesNotContain("ada@example.com");
        bad.forEach((stream, words) -> assertThatThrownBy(() -> test.inTransaction(
                        () -> test.log.readEvents(stream, 0).asStream().toList()))
                .isInstanceOf(EventStoreException.class)
                .hasMessage("Gig " + stream + " at 0 cannot be loaded")
                .cause()
                .hasMessageStartingWith(words));
    }

    @Test
    void whateverIsHandledAnewIsParkedNoMore() {
        append(GigId.random(), 0, Kind.FAILS_HALF_WAY);
        append(GigId.random(), 0, Kind.FINE);
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 1 && rows() == 1);

        processor.shutDown();
        processor.resetTokens();
        assertThat(parkedEvents()).isZero();
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 1 && rows() == 1);
        assertThat(only().replayed()).isTrue();
        board.repaired.add(Kind.FAILS_HALF_WAY);
        assertThat(parked.retry("board", LONG)).isEqualTo(new Tried(1, 0));
    }

    @Test
    void waitsLongerTheMoreOftenItFailed() {
        append(GigId.random(), 0, Kind.FAILS_HALF_WAY);
        processor.start();
        await().atMost(LONG).until(() -> parkedEvents() == 1);

        parked.retryThoseDue(LONG);
        assertThat(only().tries()).as("not due").isEqualTo(1);
        sql.sql("update parked_event set tried = tried - interval '16 s'").update();
        parked.retryThoseDue(LONG);
        assertThat(only().tries()).isEqualTo(2);
        sql.sql("update parked_event set tried = tried - interval '16 s'").update();
        parked.retryThoseDue(LONG);
        assertThat(only().tries()).as("due after 30 s").isEqualTo(2);
        sql.sql("update parked_event set tries = 1000, tried = tried - interval '1 h'")
                .update();
        parked.retryThoseDue(LONG);
        assertThat(only().tries()).isEqualTo(1001);
    }

    /** Whoever makes a read model anew locks its tables first, and then its tokens. */
    @Test
    void whatIsWrittenTogetherIsWrittenBeforeTheTokenIsStored() {
        GigId stream = GigId.random();
        test.inTransaction(() -> {
            for (long number = 0; number < 3; number++) {
                test.log.appendEvents(event(stream, number, Kind.FINE));
            }
        });
        processor.start();
        await().atMost(LONG).until(() -> rowsWrittenTogether() == 3);
        assertThat(writtenBeforeTheToken)
                .as("when either segment stored its token")
                .contains(3);
    }

    private int rowsWrittenTogether() {
        return sql.sql("select count(*) from board where half = 3")
                .query(Integer.class)
                .single();
    }

    private ParkingProcessor processor() {
        var jdbc = new JdbcTransactionManager(test.database);
        var savepoints = new TransactionTemplate(jdbc);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        var handlers = SimpleEventHandlerInvoker.builder()
                .eventHandlers(board)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
        return new ParkingProcessor(
                PooledStreamingEventProcessor.builder()
                        .name("board")
                        .messageSource(events)
                        .coordinatorExecutor(name -> threads)
                        .workerExecutor(name -> threads)
                        .initialSegmentCount(2)
                        .initialToken(source -> null)
                        .batchSize(100)
                        .tokenClaimInterval(1_000)
                        .claimExtensionThreshold(1_000),
                new ParkingInvoker(
                        handlers, SequentialPerAggregatePolicy.instance(), new Parking(sql, "board"), savepoints),
                new EventTokens(sql, TestLog.JSON, "here", Duration.ofSeconds(10)) {
                    @Override
                    public void storeToken(TrackingToken token, String name, int segment) {
                        writtenBeforeTheToken.add(rowsWrittenTogether());
                        super.storeToken(token, name, segment);
                    }
                },
                new SpringTransactionManager(jdbc));
    }

    private static List<GigId> streams(int count) {
        List<GigId> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            streams.add(GigId.random());
        }
        return streams;
    }

    private List<DomainEventMessage<?>> onePerCentOfThemBad(List<GigId> streams, int count) {
        var random = new Random(20261124);
        Map<GigId, Long> next = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        List<DomainEventMessage<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GigId stream = streams.get(random.nextInt(streams.size()));
            Kind kind = random.nextInt(100) == 0 ? Kind.values()[1 + random.nextInt(3)] : Kind.FINE;
            all.add(event(stream, next.merge(stream, 1L, Long::sum) - 1, kind));
        }
        return all;
    }

    /** About 500 a second, some in one transaction. */
    private void appendSteadily(List<DomainEventMessage<?>> all) throws InterruptedException {
        for (int from = 0; from < all.size(); from += 10) {
            var some = all.subList(from, Math.min(from + 10, all.size()));
            append(some);
            Thread.sleep(20);
        }
    }

    private static DomainEventMessage<?> event(GigId stream, long number, Kind kind) {
        return new GenericDomainEventMessage<>(
                "Gig", stream.toString(), number, new GigCancelled(stream, kind + " ada@example.com", NOW));
    }

    private void append(GigId stream, long number, Kind kind) {
        append(List.of(event(stream, number, kind)));
    }

    private void append(List<DomainEventMessage<?>> some) {
        test.inTransaction(() -> test.log.appendEvents(some));
        events.afterCommit(some);
    }

    /** What this machine can do at the moment, with the processor under way. */
    private Duration lagOfFineEvents() throws InterruptedException {
        GigId stream = GigId.random();
        List<DomainEventMessage<?>> fine = new ArrayList<>();
        for (long number = 0; number < 1_000; number++) {
            fine.add(event(stream, number, Kind.FINE));
        }
        appendSteadily(fine);
        await().atMost(LONG).until(() -> rows() == fine.size());
        Duration lag = lag();
        sql.sql("truncate board, event").update();
        return lag;
    }

    private String malformed(String type, String revision, String payload) {
        String stream = UUID.randomUUID().toString();
        sql.sql("""
                        insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                        values (:stream, 0, 1, 'Gig', :type, :revision, gen_random_uuid(), now(), '{}'::bytea,
                            convert_to(:payload, 'UTF8'))""")
                .param("stream", stream)
                .param("type", type)
                .param("revision", revision)
                .param("payload", payload)
                .update();
        return stream;
    }

    private static Set<String> badAndFollowing(List<DomainEventMessage<?>> all) {
        Set<String> heldUp = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (DomainEventMessage<?> event : all) {
            if (!((GigCancelled) event.getPayload()).reason().startsWith("FINE")) {
                heldUp.add(event.getAggregateIdentifier());
            }
            if (heldUp.contains(event.getAggregateIdentifier())) {
                names.add(name(event));
            }
        }
        assertThat(heldUp).hasSizeGreaterThan(10);
        return names;
    }

    private static Set<String> others(List<DomainEventMessage<?>> all) {
        Set<String> others = names(all);
        others.removeAll(badAndFollowing(all));
        return others;
    }

    private static Set<String> names(List<DomainEventMessage<?>> all) {
        return all.stream().map(ParkingTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(DomainEventMessage<?> event) {
        return TestLog.name(event.getAggregateIdentifier(), event.getSequenceNumber());
    }

    private Set<String> parkedNames() {
        return new TreeSet<>(sql.sql("select stream || '@' || number from parked_event")
                .query(String.class)
                .list());
    }

    private Set<String> handledNames() {
        return new TreeSet<>(sql.sql("select distinct stream || '@' || number from board")
                .query(String.class)
                .list());
    }

    private long halves() {
        return sql.sql("""
                        select count(*) from (select from board group by stream, number having count(*) <> 3) half""").query(Long.class).single();
    }

    /** Of 99 in 100. */
    private Duration lag() {
        return Duration.ofMillis(sql.sql("""
                        select percentile_disc(0.99) within group (
                            order by (extract(epoch from board.seen - event.stored) * 1000)::bigint)
                        from board join event on event.stream = board.stream and event.sequence = board.number""").query(Long.class).single());
    }

    private static final String DIGEST =
            "select sum(hashtextextended(stream || number || half, 0)::numeric)::text from board";

    private String digest() {
        return sql.sql(DIGEST).query(String.class).single();
    }

    private String digestOfACleanRun() {
        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isZero();
        processor.start();
        long all = sql.sql("select count(*) from event").query(Long.class).single();
        await().atMost(LONG).until(() -> rows() == all);
        return digest();
    }

    private long rows() {
        return sql.sql("select count(*) from board where half = 3")
                .query(Long.class)
                .single();
    }

    private long parkedEvents() {
        return sql.sql("select count(*) from parked_event").query(Long.class).single();
    }

    private ParkedEvent only() {
        List<ParkedEvent> firsts = parked.firsts("", 0, 10);
        assertThat(firsts).hasSize(1);
        return firsts.get(0);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
