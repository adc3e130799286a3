package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.RuleViolated;
import org.traverse.eventstore.ParkedEvents.Tried;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigId;

@SpringBootTest(properties = "spring.config.import=classpath:traverse-core.properties")
class EventStoreTest {
    @SpringBootApplication(scanBasePackages = "org.traverse")
    static class Application {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AwayAtFirst awayAtFirst() {
            return new AwayAtFirst();
        }

        @Bean
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return postgres.getJdbcUrl("postgres", "postgres");
                }

                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public String getPassword() {
                    return "";
                }
            };
        }
    }

    /** Fails for some gigs, until it is told not to. */
    @ProcessingGroup("away-at-first")
    static class AwayAtFirst {
        final Set<GigId> away = ConcurrentHashMap.newKeySet();
        final List<GigId> handled = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(GigPublished event) {
            if (away.contains(event.id())) {
                throw new IllegalStateException("a server is away");
            }
            handled.add(event.id());
        }
    }

    @Autowired
    CommandGateway commands;

    @Autowired
    CommandBus bus;

    @Autowired
    EventStorageEngine engine;

    @Autowired
    TransactionManager transactions;

    @Autowired
    JdbcClient sql;

    /** Axon falls back silently when it meets no DataSource; these are the classes that must not change unseen. */
    @Test
    void isWiredToPostgreSql(
            @Autowired TokenStore tokens,
            @Autowired EventStore events,
            @Autowired Map<String, Serializer> serializers) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine).isInstanceOf(EventLog.class);
        assertThat(events).isInstanceOf(WakefulEventStore.class);
        assertThat(tokens).isInstanceOf(EventTokens.class);
        assertThat(bus).isInstanceOf(AsynchronousCommandBus.class);
        assertThat(serializers.get("eventSerializer")).isInstanceOf(EventSerializer.class);
        serializers.remove("eventSerializer");
        assertThat(serializers.values()).isNotEmpty().allMatch(Jackson3Serializer.class::isInstance);
    }

    @Test
    void storesAnEventUnderItsNameAsReadableJson() {
        GigId id = GigId.random();
        append(id, 0);

        assertThat(sql.sql("""
                        select type || '/' || revision || ' ' || convert_from(payload, 'UTF8')
                        from event where stream = ?""").param(id.toString()).query(String.class).single())
                .isEqualTo("gig.published/1 {\"id\":\"" + id + "\",\"at\":\"2026-11-23T09:00:00Z\"}");
    }

    @Test
    void tellsALostRaceFromAFault() {
        GigId id = GigId.random();
        append(id, 0);
        append(id, 1);
        assertThatThrownBy(() -> append(id, 1)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(id, 0)).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void triesALostRaceAgainButNotARefusal() {
        GigId id = GigId.random();
        append(id, 0);
        append(id, 1);
        var attempts = new AtomicInteger();
        bus.subscribe("lose-two-races", message -> {
            if (attempts.incrementAndGet() < 3) {
                append(id, 1);
            }
            return "done";
        });
        assertThat(commands.<String>sendAndWait(command("lose-two-races"))).isEqualTo("done");
        assertThat(attempts).hasValue(3);

        var refusals = new AtomicInteger();
        bus.subscribe("refuse", message -> {
            refusals.incrementAndGet();
            throw new RuleViolated("every seat is taken");
        });
        assertThatThrownBy(() -> commands.sendAndWait(command("refuse")))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("every seat is taken");
        assertThat(refusals).hasValue(1);
    }

    /** A transaction that hangs hides all that is appended after it. */
    @Test
    void aTransactionThatHangsIsEnded() {
        assertThat(sql.sql("select current_setting('idle_in_transaction_session_timeout') || ' '"
                                + " || current_setting('transaction_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("10s 5min");
    }

    @Test
    void triesAgainInOrderWhatCouldNotBeHandledAtFirst(@Autowired AwayAtFirst policy, @Autowired ParkedEvents parked) {
        GigId id = GigId.random();
        policy.away.add(id);
        append(id, 0);
        append(id, 1);
        await().untilAsserted(() -> assertThat(parkedOf(id)).isEqualTo(2));
        assertThat(policy.handled).doesNotContain(id);

        assertThat(parked.retry("away-at-first", Duration.ofSeconds(5))).isEqualTo(new Tried(0, 1));
        assertThat(parkedOf(id)).as("still away").isEqualTo(2);

        policy.away.remove(id);
        assertThat(parked.retry("away-at-first", Duration.ofSeconds(5))).isEqualTo(new Tried(2, 0));
        assertThat(policy.handled).containsSequence(id, id);
        assertThat(parkedOf(id)).isZero();
    }

    @Test
    void needsNoJackson2Databind() {
        assertThat(getClass().getClassLoader().getResource("com/fasterxml/jackson/databind/ObjectMapper.class"))
                .isNull();
    }

    private int parkedOf(GigId id) {
        return sql.sql("select count(*) from parked_event where stream = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private void append(GigId id, long sequence) {
        var event = new GigPublished(id, Instant.parse("2026-11-23T09:00:00Z"));
        transactions.executeInTransaction(
                () -> engine.appendEvents(new GenericDomainEventMessage<>("Gig", id.toString(), sequence, event)));
    }

    private static Message<String> command(String name) {
        return new GenericCommandMessage<>(new org.axonframework.messaging.GenericMessage<>(name), name);
    }
}
