package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.traverse.eventstore.TestLog.event;
import static org.traverse.eventstore.TestLog.name;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.traverse.gig.GigId;

class CommitGroupTest {
    final TestLog test = new TestLog();
    final GigId gate = GigId.random();
    final List<Thread> writers = new ArrayList<>();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void whatWaitsForTheDiskIsCommittedTogether() {
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        whileTheGateIsShut(() -> {
            for (int i = 0; i < 20; i++) {
                appends.add(append(event(GigId.random(), 0), event(GigId.random(), 0)));
            }
        });
        appends.forEach(CompletableFuture::join);

        assertThat(transactionsOf(40)).isEqualTo(1);
        assertThat(test.sql.queryForList("select number from event where aggregate = 'Gig'", Integer.class))
                .contains(1, 2, 39, 40);
    }

    /** The control for the test above. */
    @Test
    void oneAfterTheOtherIsCommittedAlone() {
        for (int i = 0; i < 20; i++) {
            append(event(GigId.random(), 0), event(GigId.random(), 0)).join();
        }
        assertThat(transactionsOf(40)).isEqualTo(20);
    }

    @Test
    void nobodyIsAnsweredBeforeTheCommit() {
        var stream = GigId.random();
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        test.inTransaction(() -> {
            test.log.appendEvents(event(stream, 0));
            appends.add(begin(event(stream, 0), event(stream, 1)));
            await().until(() -> waitingInPostgres() == 1);
            assertThat(appends.get(0)).isNotDone();
        });
        assertThat(failure(appends.get(0))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void whoeverLosesARaceFailsAlone() {
        var one = GigId.random();
        var two = GigId.random();
        test.append(one, 0);
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        whileTheGateIsShut(() -> {
            appends.add(append(event(one, 0)));
            appends.add(append(event(one, 1), event(one, 2)));
            appends.add(append(event(one, 1), event(one, 2), event(one, 3)));
            appends.add(append(event(two, 0)));
            appends.add(append(event(two, 0)));
        });
        assertThat(failure(appends.get(0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(failure(appends.get(1))).isNull();
        assertThat(failure(appends.get(2))).isInstanceOf(ConcurrencyException.class);
        assertThat(failure(appends.get(3))).isNull();
        assertThat(failure(appends.get(4))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(test.tail())
                .contains(name(one, 0), name(one, 1), name(one, 2), name(two, 0))
                .doesNotContain(name(one, 3));
    }

    /** Another's event lies behind these: as if it had come between the INSERTs of one command. */
    @Test
    void nothingIsLeftOfWhoeverLosesARaceHalfWay() {
        var torn = GigId.random();
        var whole = GigId.random();
        test.append(torn, 0);
        test.append(torn, 2);
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        whileTheGateIsShut(() -> {
            appends.add(append(event(torn, 1), event(torn, 2)));
            appends.add(append(event(whole, 0), event(whole, 1)));
        });
        assertThat(failure(appends.get(0))).isInstanceOf(ConcurrencyException.class);
        assertThat(failure(appends.get(1))).isNull();
        assertThat(test.tail()).contains(name(whole, 0), name(whole, 1)).doesNotContain(name(torn, 1));
    }

    @Test
    void aFaultOfOneDoesNotFailTheOthers() {
        var twice = event(GigId.random(), 0);
        test.inTransaction(() -> test.log.appendEvents(twice));
        test.sql.update("update event set stream = 'elsewhere'");
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        whileTheGateIsShut(() -> {
            appends.add(append(event(GigId.random(), 0)));
            appends.add(append(twice));
            appends.add(append(event(GigId.random(), 0)));
        });
        assertThat(failure(appends.get(0))).isNull();
        assertThat(failure(appends.get(1)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("already stored");
        assertThat(failure(appends.get(2))).isNull();
    }

    @Test
    void aCommitThatFailsIsAcknowledgedToNobody() {
        test.sql.execute("""
                create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
                create constraint trigger refusal after insert on event deferrable initially deferred
                for each row when (new.sequence = 7) execute function refuse()""");
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        whileTheGateIsShut(() -> {
            appends.add(append(event(GigId.random(), 0)));
            appends.add(append(event(GigId.random(), 7)));
        });
        assertThat(appends).extracting(CommitGroupTest::failure).doesNotContainNull();
        assertThat(test.tail()).isEqualTo(List.of(name(gate, 0)));
    }

    @Test
    void whoeverCannotReachPostgresIsToldSo() {
        test.database.close();
        assertThat(failure(append(event(GigId.random(), 0))))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);
    }

    /** Whoever commits for all waits until the gate's own event, which another holds, is there or not. */
    private void whileTheGateIsShut(Runnable writing) {
        test.rolledBack(() -> {
            test.log.appendEvents(event(gate, 0));
            begin(event(gate, 0));
            await().until(() -> waitingInPostgres() == 1);
            writing.run();
        });
        await().until(() -> writers.stream().noneMatch(Thread::isAlive));
    }

    /** Returns when it waits, so that those who come after it stand behind it. */
    private CompletableFuture<Void> append(DomainEventMessage<?>... events) {
        var answer = begin(events);
        var writer = writers.get(writers.size() - 1);
        await().until(() -> writer.getState() == Thread.State.WAITING || !writer.isAlive());
        return answer;
    }

    private CompletableFuture<Void> begin(DomainEventMessage<?>... events) {
        var answer = new CompletableFuture<Void>();
        var writer = new Thread(() -> {
            try {
                test.log.appendEvents(events);
                answer.complete(null);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        writers.add(writer);
        writer.start();
        return answer;
    }

    private static Throwable failure(CompletableFuture<Void> append) {
        try {
            append.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private int waitingInPostgres() {
        return test.inTransaction(() -> test.sql.queryForObject(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                Integer.class));
    }

    private int transactionsOf(int events) {
        return test.sql.queryForObject(
                "select count(distinct xid) from (select event.xid from event where stream <> ?"
                        + " order by event.xid, event.number limit " + events + ")",
                Integer.class,
                gate.toString());
    }
}
