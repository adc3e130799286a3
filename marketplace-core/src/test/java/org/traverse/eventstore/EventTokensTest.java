package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventTokensTest {
    static final String BOARD = "gig-board";
    static final Duration LAPSE = Duration.ofSeconds(10);
    static final TrackingToken SEVEN = new EventPosition(7, 1);

    final TestLog test = new TestLog();
    final EventTokens here = tokens("here", LAPSE);
    final EventTokens there = tokens("there", LAPSE);

    @BeforeEach
    void begin() {
        here.initializeTokenSegments(BOARD, 1);
    }

    @AfterEach
    void close() {
        AbstractTokenEntry.clock = Clock.systemUTC();
        test.close();
    }

    @Test
    void keepsHowFarASegmentHasRead() {
        assertThat(here.fetchToken(BOARD, 0)).isNull();
        here.storeToken(SEVEN, BOARD, 0);
        assertThat(here.fetchToken(BOARD, 0)).isEqualTo(SEVEN);

        var replay = ReplayToken.createReplayToken(SEVEN, EventPosition.START);
        here.storeToken(replay, BOARD, 0);
        assertThat(here.fetchToken(BOARD, Segment.ROOT_SEGMENT)).isEqualTo(replay);
        assertThat(there.readings(List.of(BOARD, "other"))).containsExactly(new EventTokens.Reading(BOARD, 0, replay));
    }

    @Test
    void isBegunOnce() {
        assertThatThrownBy(() -> there.initializeTokenSegments(BOARD, 1))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.initializeSegment(SEVEN, BOARD, 0))
                .isInstanceOf(UnableToInitializeTokenException.class);
        assertThatThrownBy(() -> there.fetchToken("other", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(there.fetchSegments("other")).isEmpty();
    }

    @Test
    void belongsToOneNodeUntilThatReleasesIt() {
        here.fetchToken(BOARD, 0);
        assertThatThrownBy(() -> there.fetchToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(there.fetchAvailableSegments(BOARD)).isEmpty();
        assertThat(here.fetchAvailableSegments(BOARD)).containsExactly(Segment.ROOT_SEGMENT);
        there.releaseClaim(BOARD, 0);
        assertThatThrownBy(() -> there.fetchToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);

        here.releaseClaim(BOARD, 0);
        assertThat(there.fetchAvailableSegments(BOARD)).hasSize(1);
        there.fetchToken(BOARD, 0);
        assertThatThrownBy(() -> here.storeToken(SEVEN, BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> here.extendClaim(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> here.deleteToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void anOwnerThatWakesUpTooLateStoresNothing() throws InterruptedException {
        var hasty = tokens("there", Duration.ofMillis(300));
        here.fetchToken(BOARD, 0);
        Thread.sleep(200);
        here.extendClaim(BOARD, 0);
        Thread.sleep(200);
        assertThatThrownBy(() -> hasty.fetchToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        Thread.sleep(200);
        hasty.fetchToken(BOARD, 0);

        assertThatThrownBy(() -> here.storeToken(SEVEN, BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(hasty.fetchToken(BOARD, 0)).isNull();
    }

    /** The stock store, beside it, gives a claim away that its owner renewed just now. */
    @Test
    void noNodesClockTakesAClaimAway() {
        TokenStore stockHere = stock("here");
        TokenStore stockThere = stock("there");
        stockHere.initializeTokenSegments(BOARD, 1);
        here.fetchToken(BOARD, 0);
        stockHere.fetchToken(BOARD, 0);

        AbstractTokenEntry.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(300));
        stockThere.fetchToken(BOARD, 0);
        assertThatThrownBy(() -> there.fetchToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        here.storeToken(SEVEN, BOARD, 0);
    }

    /** And keeps one for five minutes that a dead node with a fast clock had. */
    @Test
    void noNodesClockKeepsAClaim() throws InterruptedException {
        AbstractTokenEntry.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(300));
        TokenStore stockHere = stock("here");
        stockHere.initializeTokenSegments(BOARD, 1);
        stockHere.fetchToken(BOARD, 0);
        here.fetchToken(BOARD, 0);

        AbstractTokenEntry.clock = Clock.systemUTC();
        Thread.sleep(50);
        TokenStore stockThere = stock("there", Duration.ofMillis(20));
        assertThatThrownBy(() -> stockThere.fetchToken(BOARD, 0)).isInstanceOf(UnableToClaimTokenException.class);
        tokens("there", Duration.ofMillis(20)).fetchToken(BOARD, 0);
    }

    @Test
    void aSegmentThatWasSplitMeanwhileIsNotClaimedWhole() {
        here.initializeSegment(SEVEN, BOARD, 1);
        assertThat(here.fetchSegments(BOARD)).containsExactly(0, 1);
        assertThatThrownBy(() -> test.inTransaction(() -> {
                    here.fetchToken(BOARD, Segment.ROOT_SEGMENT);
                }))
                .isInstanceOf(UnableToClaimTokenException.class);
        for (Segment half : there.fetchAvailableSegments(BOARD)) {
            there.fetchToken(BOARD, half);
        }
        there.deleteToken(BOARD, 1);
        assertThat(there.fetchAvailableSegments(BOARD)).containsExactly(Segment.ROOT_SEGMENT);
    }

    private EventTokens tokens(String node, Duration lapse) {
        return new EventTokens(JdbcClient.create(test.database), TestLog.JSON, node, lapse);
    }

    private TokenStore stock(String node) {
        return stock(node, LAPSE);
    }

    private TokenStore stock(String node, Duration lapse) {
        var stock = JdbcTokenStore.builder()
                .connectionProvider(test.database::getConnection)
                .serializer(TestLog.JSON)
                .nodeId(node)
                .claimTimeout(lapse)
                .build();
        if (test.sql.queryForObject("select to_regclass('tokenentry') is null", Boolean.class)) {
            stock.createSchema(PostgresTokenTableFactory.INSTANCE);
        }
        return stock;
    }
}
