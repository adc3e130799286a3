package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.eventstore.TestLog.event;
import static org.traverse.eventstore.TestLog.name;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.traverse.gig.GigId;

/**
 * Eight writers of the same streams, whose clocks are up to 300 s apart, which roll back every tenth transaction, and one
 * that stops in the middle of one. A reader by number runs beside the log's: the control, which does lose events.
 */
class EventLogRaceTest {
    private static final int WRITERS = 8;
    private static final int STREAMS = 24;
    private static final Duration RACE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final long seed = System.nanoTime();
    private final List<GigId> streams = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private static class RollBack extends RuntimeException {}

    @Test
    void skipsNothingRepeatsNothingAndReversesNothing() throws Exception {
        for (int stream = 0; stream < STREAMS; stream++) {
            streams.add(GigId.random());
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var test = new TestLog()) {
            test.sql.execute("alter table event add column position bigint generated always as identity");
            Future<List<String>> ours = threads.submit(() -> readByPosition(test));
            Future<List<String>> byNumber = threads.submit(() -> readByNumber(test));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(seed + writer);
                long skew = -300 + 600L * writer / (WRITERS - 1);
                writers.add(threads.submit(() -> write(test, random, skew)));
            }
            threads.submit(() -> pausedInTheMiddle(test)).get();
            for (var writer : writers) {
                writer.get();
            }
            over.set(true);

            List<String> committed = test.sql.queryForList("select stream || '@' || sequence from event", String.class);
            List<String> read = ours.get(20, TimeUnit.SECONDS);
            assertThat(read).as("seed %d", seed).hasSizeGreaterThan(500);
            assertThat(read).containsExactlyInAnyOrderElementsOf(committed);
            assertThat(reversed(read)).isEmpty();

            var lost = new HashSet<>(committed);
            lost.removeAll(byNumber.get(20, TimeUnit.SECONDS));
            assertThat(lost).as("what a reader by number never sees").isNotEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(TestLog test, Random random, long skew) {
        long end = System.nanoTime() + RACE.toNanos();
        while (System.nanoTime() < end) {
            GigId stream = streams.get(random.nextInt(STREAMS));
            boolean rollsBack = random.nextInt(10) == 0;
            try {
                test.inTransaction(() -> {
                    long next = next(test, stream);
                    pause(random);
                    test.log.appendEvents(event(stream, next, Instant.now().plusSeconds(skew)));
                    pause(random);
                    if (rollsBack) {
                        throw new RollBack();
                    }
                });
            } catch (RollBack | ConcurrencyException | AggregateStreamCreationException another) {
                // Somebody else's turn.
            }
        }
    }

    private static long next(TestLog test, GigId stream) {
        var events = test.log.readEvents(stream.toString());
        events.forEachRemaining(event -> {});
        return events.getLastSequenceNumber() == null ? 0 : events.getLastSequenceNumber() + 1;
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(8_000)));
    }

    /** Its event has a small number and a small transaction id, and appears long after greater ones. */
    private void pausedInTheMiddle(TestLog test) {
        var alone = GigId.random();
        LockSupport.parkNanos(RACE.toNanos() / 8);
        test.inTransaction(() -> {
            test.log.appendEvents(event(alone, 0));
            LockSupport.parkNanos(PAUSE.toNanos());
        });
    }

    private List<String> readByPosition(TestLog test) {
        List<String> read = new ArrayList<>();
        TrackingToken last = null;
        for (boolean wasOver = false; !wasOver; LockSupport.parkNanos(1_000_000)) {
            wasOver = over.get();
            for (var event : test.tail(last)) {
                read.add(name(event));
                last = event.trackingToken();
            }
        }
        return read;
    }

    private List<String> readByNumber(TestLog test) {
        List<String> read = new ArrayList<>();
        long[] last = {0};
        for (boolean wasOver = false; !wasOver; LockSupport.parkNanos(1_000_000)) {
            wasOver = over.get();
            test.sql.query(
                    "select position, stream, sequence from event where position > ? order by position",
                    row -> {
                        read.add(name(row.getString("stream"), row.getLong("sequence")));
                        last[0] = row.getLong("position");
                    },
                    last[0]);
        }
        return read;
    }

    private static List<String> reversed(List<String> read) {
        Map<String, Long> newest = new HashMap<>();
        List<String> reversed = new ArrayList<>();
        for (String event : read) {
            String[] name = event.split("@");
            long sequence = Long.parseLong(name[1]);
            Long before = newest.put(name[0], sequence);
            if (sequence != (before == null ? 0 : before + 1)) {
                reversed.add(event);
            }
        }
        return reversed;
    }
}
