package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class EventPositionTest {
    private final EventPosition early = new EventPosition(9, 7);
    private final EventPosition late = new EventPosition(10, 2);

    @Test
    void isOrderedByTransactionAndThenByNumber() {
        assertThat(Stream.of(late, new EventPosition(10, 1), early, EventPosition.START)
                        .sorted())
                .containsExactly(EventPosition.START, early, new EventPosition(10, 1), late);
    }

    @Test
    void coversWhatIsNotBehindIt() {
        assertThat(late.covers(early)).isTrue();
        assertThat(late.covers(late)).isTrue();
        assertThat(late.covers(null)).isTrue();
        assertThat(early.covers(late)).isFalse();
        assertThat(EventPosition.START.covers(early)).isFalse();
    }

    @Test
    void boundsAreTheEarlierAndTheLater() {
        assertThat(early.lowerBound(late)).isEqualTo(late.lowerBound(early)).isEqualTo(early);
        assertThat(early.upperBound(late)).isEqualTo(late.upperBound(early)).isEqualTo(late);
        assertThatThrownBy(() -> early.covers(new GlobalSequenceTrackingToken(3)))
                .hasMessageContaining("cannot be compared");
    }

    @Test
    void becomesOneNumberThatRisesInTheOrderOfReading() {
        var positions = Stream.of(
                EventPosition.START, new EventPosition(9, 1), new EventPosition(9, 0xFFFFF), new EventPosition(10, 1));
        assertThat(positions.map(EventPosition::asVersion))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(0L, 10L << 20 | 1);
        assertThatThrownBy(() -> new EventPosition(9, 0x100000).asVersion()).hasMessageContaining("too many");
        assertThatThrownBy(() -> new EventPosition(1L << 43, 1).asVersion()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void comesBackFromItsText() {
        assertThat(late).hasToString("10-2");
        assertThat(EventPosition.parse("10-2")).isEqualTo(late);
        for (String text : new String[] {"", "10", "10-", "-10-2", "10-2 ", "10-2-3", "9999999999999999999-1"}) {
            assertThatThrownBy(() -> EventPosition.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void comesBackFromItsJsonAloneAndWrapped() {
        for (TrackingToken token : new TrackingToken[] {
            early, ReplayToken.createReplayToken(late, early, "a rebuild"), MergedTrackingToken.merged(early, late)
        }) {
            SerializedObject<String> stored = TestLog.JSON.serialize(token, String.class);
            assertThat(TestLog.JSON.<String, Object>deserialize(stored)).isEqualTo(token);
        }
        assertThat(TestLog.JSON.serialize(early, String.class).getData()).isEqualTo("{\"xid\":9,\"number\":7}");
    }
}
