package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.traverse.eventstore.TestLog.event;
import static org.traverse.eventstore.TestLog.name;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigId;

class EventLogTest {
    final GigId one = GigId.random();
    final GigId two = GigId.random();
    TestLog test;

    @BeforeEach
    void open() {
        test = new TestLog();
        test.sql.execute("create table note (text text)");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void write(String text) {
        test.sql.update("insert into note values (?)", text);
    }

    @Nested
    class Appending {
        @Test
        void givesBackWhatWasStored() {
            var stored = event(one, 0).andMetaData(Map.of("user", "ewa"));
            test.inTransaction(() -> test.log.appendEvents(stored));

            var read = test.log.readEvents(one.toString()).next();
            assertThat(read.getPayload()).isEqualTo(stored.getPayload());
            assertThat(read.getMetaData()).isEqualTo(stored.getMetaData());
            assertThat(read.getIdentifier()).isEqualTo(stored.getIdentifier());
            assertThat(read.getTimestamp()).isEqualTo(stored.getTimestamp());
            assertThat(read.getType()).isEqualTo("Gig");
            assertThat(test.tail(null)).hasSize(1).allMatch(event -> event.getPayload() instanceof GigPublished);
        }

        @Test
        void keepsTheOrderOfOneTransaction() {
            test.inTransaction(() -> {
                test.log.appendEvents(event(one, 0), event(two, 0), event(one, 1));
                test.log.appendEvents(event(two, 1));
            });
            assertThat(test.tail()).containsExactly(name(one, 0), name(two, 0), name(one, 1), name(two, 1));
            assertThat(test.log.lastSequenceNumberFor(one.toString())).contains(1L);
            assertThat(test.log.lastSequenceNumberFor("nobody")).isEmpty();
        }

        @Test
        void tellsALostRaceFromAFault() {
            test.append(one, 0);
            test.append(one, 1);
            assertThatThrownBy(() -> test.append(one, 0)).isInstanceOf(AggregateStreamCreationException.class);
            assertThatThrownBy(() -> test.append(one, 1)).isInstanceOf(ConcurrencyException.class);

            var again = new GenericEventMessage<>(new GigPublished(two, Instant.EPOCH));
            test.inTransaction(() -> test.log.appendEvents(again));
            assertThatThrownBy(() -> test.inTransaction(() -> test.log.appendEvents(again)))
                    .isInstanceOf(AggregateStreamCreationException.class);
            test.sql.update("update event set stream = 'elsewhere' where stream = ?", again.getIdentifier());
            assertThatThrownBy(() -> test.inTransaction(() -> test.log.appendEvents(again)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("already stored");
        }
    }

    @Nested
    class NoStreamIsReversed {
        @Test
        void aTransactionThatHasWrittenIsTooLateToReadAStream() {
            test.append(one, 0);
            test.inTransaction(() -> {
                write("an idempotency key, say");
                assertThatThrownBy(() -> test.log.readEvents(one.toString()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("reads its streams before it writes");
            });
        }

        /** For whoever does not read the stream, because it has the aggregate in a cache. */
        @Test
        void aTransactionThatHasWrittenCannotAppendBeforeAnOlderEvent() {
            test.append(one, 0);
            assertThatThrownBy(() -> test.inTransaction(() -> {
                        write("too early");
                        test.append(one, 1);
                        test.log.appendEvents(event(one, 2));
                    }))
                    .isInstanceOf(ConcurrencyException.class);
            test.append(one, 2);
            assertThat(test.tail()).containsExactly(name(one, 0), name(one, 1), name(one, 2));
        }

        /** The control: what the two refusals above prevent. */
        @Test
        void aStreamWouldBeReversedByWhoeverDidNotAsk() {
            test.append(one, 0);
            test.inTransaction(() -> {
                write("too early");
                test.append(one, 1);
                insert(one, 2, "default");
            });
            assertThat(test.tail()).containsExactly(name(one, 0), name(one, 2), name(one, 1));
        }
    }

    @Nested
    class Reading {
        @Test
        void waitsForTheOldestTransactionThatIsStillRunning() {
            test.append(one, 0);
            var seen = new ArrayList<String>();
            test.inTransaction(() -> {
                test.log.appendEvents(event(two, 0));
                test.append(one, 1);
                test.append(one, 2);
                seen.addAll(test.tail());
                assertThat(test.log.createHeadToken())
                        .isEqualTo(test.tail(null).get(0).trackingToken());
            });
            assertThat(seen).containsExactly(name(one, 0));
            assertThat(test.tail()).containsExactly(name(one, 0), name(two, 0), name(one, 1), name(one, 2));
        }

        @Test
        void isNotHeldUpByWhoeverOnlyReads() {
            test.inTransaction(() -> {
                assertThat(test.log.readEvents(one.toString()).hasNext()).isFalse();
                test.append(one, 0);
                assertThat(test.inTransaction(() -> test.tail())).hasSize(1);
            });
        }

        @Test
        void goesOnWhenATransactionThatHangsIsEnded() {
            assertThatThrownBy(() -> test.inTransaction(() -> {
                        test.sql.execute("set local idle_in_transaction_session_timeout = '200ms'");
                        test.log.appendEvents(event(one, 0));
                        test.append(two, 0);
                        assertThat(test.tail()).isEmpty();
                        sleep(600);
                        assertThat(test.inTransaction(() -> test.tail())).containsExactly(name(two, 0));
                    }))
                    .isInstanceOf(TransactionException.class);
            assertThat(test.tail()).containsExactly(name(two, 0));
        }

        private static void sleep(long ms) {
            try {
                Thread.sleep(ms);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sorted as texts, 10 comes before 9: a reader between them would read again, or skip. */
        @Test
        void crossesATransactionIdThatGainsADigit() {
            insert(one, 0, "'9'");
            insert(two, 0, "'10'");
            insert(one, 1, "'99'");
            insert(two, 1, "'100'");

            assertThat(test.tail()).containsExactly(name(one, 0), name(two, 0), name(one, 1), name(two, 1));
            assertThat(readOneByOne()).isEqualTo(test.tail());
            assertThat(test.sql.queryForList(
                            "select stream || '@' || sequence from event order by xid::text", String.class))
                    .as("the control")
                    .isNotEqualTo(test.tail());
        }

        @Test
        void crossesARealTransactionIdThatGainsADigit() {
            long crossing = 10;
            while (crossing - 20 < currentXid()) {
                crossing *= 10;
            }
            test.sql.execute("""
                    do $$ begin
                        while pg_current_xact_id() < '%d'::xid8 loop commit; end loop;
                    end $$""".formatted(crossing - 10));

            List<String> read = new ArrayList<>();
            TrackingToken last = null;
            for (int sequence = 0; sequence < 30; sequence++) {
                test.append(one, sequence);
                for (var event : test.tail(last)) {
                    read.add(name(event));
                    last = event.trackingToken();
                }
            }
            assertThat(((EventPosition) last).xid()).isGreaterThanOrEqualTo(crossing);
            assertThat(read).hasSize(30).isEqualTo(test.tail());
        }

        private long currentXid() {
            return test.sql.queryForObject("select pg_current_xact_id()::text::bigint", Long.class);
        }

        private List<String> readOneByOne() {
            List<String> read = new ArrayList<>();
            TrackingToken last = null;
            for (var rest = test.tail(last); !rest.isEmpty(); rest = test.tail(last)) {
                read.add(name(rest.get(0)));
                last = rest.get(0).trackingToken();
            }
            return read;
        }

        @Test
        void beginsWhereItIsTold() {
            assertThat(test.log.createHeadToken()).isEqualTo(test.log.createTailToken());
            Instant noon = Instant.parse("2026-11-23T12:00:00Z");
            for (int hour = 0; hour < 3; hour++) {
                var event = event(one, hour, noon.plusSeconds(3600L * hour));
                test.inTransaction(() -> test.log.appendEvents(event));
            }

            assertThat(test.tail(test.log.createTailToken())).hasSize(3);
            assertThat(test.tail(test.log.createTokenAt(noon))).hasSize(3);
            assertThat(test.tail(test.log.createTokenAt(noon.plusSeconds(1)))).hasSize(2);
            assertThat(test.tail(test.log.createTokenAt(noon.plusSeconds(86_400))))
                    .isEmpty();
            assertThat(test.tail(test.log.createHeadToken())).isEmpty();
        }

        @Test
        void readsMoreThanOnePage() {
            for (int sequence = 0; sequence < 1_100; sequence += 100) {
                List<EventMessage<?>> events = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    events.add(event(one, sequence + i));
                }
                test.inTransaction(() -> test.log.appendEvents(events));
            }
            assertThat(test.tail()).hasSize(1_100).doesNotHaveDuplicates();
        }
    }

    @Nested
    class AStoreOfAnEarlierVersion {
        @Test
        void isRefusedInOneSentenceIfAnythingIsInIt() {
            try (HikariDataSource database = TestLog.emptyDatabase()) {
                var flyway = Flyway.configure()
                        .dataSource(database)
                        .schemas("eventstore")
                        .locations("classpath:db/eventstore");
                new FluentConfiguration()
                        .configuration(flyway)
                        .target("4")
                        .load()
                        .migrate();
                var sql = new JdbcTemplate(database);
                sql.update("""
                        insert into domainevententry (aggregateidentifier, sequencenumber, eventidentifier, payload,
                            payloadtype, timestamp) values ('a', 0, 'b', '', 'gig.published', '')""");
                assertThatThrownBy(() -> flyway.load().migrate()).hasStackTraceContaining("discard it");

                sql.update("delete from domainevententry");
                flyway.load().migrate();
            }
        }

        @Test
        void isRefusedIfItsPersonalDataIsNotEncrypted() {
            try (HikariDataSource database = TestLog.emptyDatabase()) {
                var flyway = Flyway.configure()
                        .dataSource(database)
                        .schemas("eventstore")
                        .locations("classpath:db/eventstore");
                new FluentConfiguration()
                        .configuration(flyway)
                        .target("8")
                        .load()
                        .migrate();
                var sql = new JdbcTemplate(database);
                sql.update("""
                        insert into event (number, stream, sequence, type, identifier, at, metadata, payload)
                        values (1, 'a', 0, 'gig.published', gen_random_uuid(), now(), '', '')""");
                assertThatThrownBy(() -> flyway.load().migrate())
                        .hasStackTraceContaining("did not encrypt personal data: discard it");
            }
        }
    }

    /** Without the question that the log asks. */
    private void insert(GigId stream, long sequence, String xid) {
        test.sql.update(
                """
                insert into event
                    (xid, number, stream, sequence, aggregate, type, revision, identifier, at, metadata, payload)
                values (%s, 9, ?, ?, 'Gig', 'gig.published', '1', gen_random_uuid(), now(), '{}', ?)""".formatted(xid),
                stream.toString(),
                sequence,
                ("{\"id\":\"" + stream + "\",\"at\":\"2026-11-23T09:00:00Z\"}").getBytes());
    }
}
