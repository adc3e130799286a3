package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.gig.GigId;

class EventLagTest {
    final TestLog test = new TestLog();
    final EventTokens tokens =
            new EventTokens(JdbcClient.create(test.database), TestLog.JSON, "here", Duration.ofSeconds(10));
    final EventLag lag = new EventLag(JdbcClient.create(test.database), tokens);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void isThatOfTheSlowest() {
        assertThat(lag.of(List.of("fast", "slow"))).isZero();
        begin("fast", null);
        begin("slow", null);
        assertThat(lag.of(List.of("fast", "slow"))).as("nothing has happened").isZero();

        test.append(GigId.random(), 0);
        test.append(GigId.random(), 0);
        test.sql.update("update event set stored = now() - interval '1 minute'");
        store("fast", test.log.createHeadToken());
        store("slow", test.tail(null).get(0).trackingToken());
        assertThat(lag.of(List.of("fast"))).isZero();
        assertThat(lag.of(List.of("fast", "slow"))).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));

        store("slow", ReplayToken.createReplayToken(test.log.createHeadToken(), EventPosition.START));
        assertThat(lag.of(List.of("fast", "slow"))).as("a rebuild").isZero();
    }

    @Test
    void countsWhatAHangingTransactionHides() {
        begin("fast", null);
        test.inTransaction(() -> {
            test.log.appendEvents(TestLog.event(GigId.random(), 0));
            test.append(GigId.random(), 0);
            test.inTransaction(() -> test.sql.update("update event set stored = now() - interval '1 minute'"));
            assertThat(test.tail()).isEmpty();
            assertThat(test.inTransaction(() -> lag.of(List.of("fast")))).isGreaterThan(Duration.ofSeconds(59));
        });
    }

    private void begin(String processor, TrackingToken token) {
        tokens.initializeTokenSegments(processor, 1, token);
    }

    private void store(String processor, TrackingToken token) {
        tokens.fetchToken(processor, 0);
        tokens.storeToken(token, processor, 0);
    }
}
