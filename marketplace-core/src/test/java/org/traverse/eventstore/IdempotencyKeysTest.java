package org.traverse.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.traverse.eventstore.TestLog.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.eventstore.IdempotencyKeys.Answered;
import org.traverse.eventstore.IdempotencyKeys.Contradicted;
import org.traverse.eventstore.IdempotencyKeys.InProgress;
import org.traverse.eventstore.IdempotencyKeys.Reply;
import org.traverse.eventstore.IdempotencyKeys.Taken;
import org.traverse.eventstore.IdempotencyKeys.Taking;
import org.traverse.gig.GigId;

class IdempotencyKeysTest {
    static final byte[] SCOPE = "ewa's".getBytes(UTF_8);
    static final byte[] BODY = "{}".getBytes(UTF_8);
    static final byte[] OTHER = "{ }".getBytes(UTF_8);
    static final Reply REPLY = new Reply(201, "/api/gigs/7", "12-3", "application/json", "{\"id\":7}".getBytes(UTF_8));

    final TestLog test = new TestLog();
    final IdempotencyKeys keys = keys(Duration.ofSeconds(10), Duration.ofHours(24));

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void answersAgainWhatWasAnswered() {
        keys.answer((Taken) take(BODY), REPLY);
        assertThat(((Answered) take(BODY)).reply()).usingRecursiveComparison().isEqualTo(REPLY);
        assertThat(take(OTHER)).isInstanceOf(Contradicted.class);
        assertThat(keys.take("marc's".getBytes(UTF_8), OTHER)).isInstanceOf(Taken.class);
    }

    @Test
    void belongsToOneAttemptAtATime() {
        take(BODY);
        assertThat(take(BODY)).isInstanceOf(InProgress.class);
        assertThat(take(OTHER)).isInstanceOf(Contradicted.class);
    }

    @Test
    void isTakenByOneOfManyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Taking>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] scope = {(byte) (i % 20)};
            all.add(() -> keys.take(scope, BODY));
        }
        int taken = 0;
        for (Future<Taking> each : threads.invokeAll(all)) {
            taken += each.get() instanceof Taken ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(20);
    }

    @Test
    void isTakenOverWhenItsLeaseHasLapsedAndAnswersOnlyForWhoHasIt() throws InterruptedException {
        var hasty = keys(Duration.ofMillis(50), Duration.ofHours(24));
        Taken dead = (Taken) hasty.take(SCOPE, BODY);
        Thread.sleep(100);
        Taken next = (Taken) take(BODY);
        assertThat(dead.isRepeated()).isFalse();
        assertThat(next.isRepeated()).isTrue();
        assertThat(next.id()).isEqualTo(dead.id());

        keys.answer(dead, REPLY);
        keys.giveBack(dead);
        keys.forget(dead);
        assertThat(take(BODY)).as("it was not dead, but too late").isInstanceOf(InProgress.class);
        keys.answer(next, REPLY);
        assertThat(take(BODY)).isInstanceOf(Answered.class);
    }

    @Test
    void isFreeAtOnceWhenItIsGivenBackThoughOnlyForTheSameBody() {
        keys.giveBack((Taken) take(BODY));
        assertThat(take(OTHER)).isInstanceOf(Contradicted.class);
        assertThat(((Taken) take(BODY)).isRepeated()).isTrue();
    }

    @Test
    void isAsNewWhenNothingHasHappened() {
        Taken first = (Taken) take(BODY);
        keys.forget(first);
        Taken second = (Taken) take(OTHER);
        assertThat(second.isRepeated()).isFalse();
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void meansSomethingElseAfterItsTime() {
        Taken first = (Taken) take(BODY);
        keys.answer(first, REPLY);
        test.sql.update("update idempotency_key set created = now() - interval '23:59'");
        assertThat(take(BODY)).isInstanceOf(Answered.class);
        test.sql.update("update idempotency_key set created = now() - interval '24:01'");
        assertThat(((Taken) take(OTHER)).id()).isNotEqualTo(first.id());
    }

    @Test
    void isRemovedAfterItsTime() {
        test.sql.update("insert into idempotency_key (scope, body, created)"
                + " select int4send(i), '', now() - interval '24:01' from generate_series(1, 2500) i");
        take(BODY);
        keys.removeExpired();
        assertThat(test.sql.queryForList("select scope from idempotency_key", byte[].class))
                .containsExactly(SCOPE);
    }

    @Test
    void aStepLeavesItsEventsOnce() {
        var steps = new CommandSteps(JdbcClient.create(test.database));
        var step = UUID.randomUUID();
        var one = GigId.random();
        assertThat(steps.haveLanded(step)).isFalse();
        test.inTransaction(() -> test.log.appendEvents(ofStep(step, one, 0), ofStep(step, one, 1)));
        assertThat(steps.haveLanded(step)).isTrue();

        var two = GigId.random();
        assertThatThrownBy(() -> test.inTransaction(() -> test.log.appendEvents(ofStep(step, one, 2))))
                .isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> test.inTransaction(() -> test.log.appendEvents(ofStep(step, two, 0))))
                .isInstanceOf(EventStoreException.class);
        test.inTransaction(() -> test.log.appendEvents(ofStep(UUID.randomUUID(), one, 2), event(two, 0)));
        assertThat(test.tail()).hasSize(4);
    }

    private static DomainEventMessage<?> ofStep(UUID step, GigId stream, long sequence) {
        return event(stream, sequence).andMetaData(Map.of(CommandSteps.STEP, step.toString()));
    }

    private Taking take(byte[] body) {
        return keys.take(SCOPE, body);
    }

    private IdempotencyKeys keys(Duration lease, Duration kept) {
        return new IdempotencyKeys(JdbcClient.create(test.database), lease, kept);
    }
}
