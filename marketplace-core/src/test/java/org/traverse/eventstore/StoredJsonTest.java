package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigEvent.GigPublished;

class StoredJsonTest {
    record Moments(OffsetDateTime signed, YearMonth month, Instant at) {}

    record Unnamed(String word) {}

    private static final TestLog TEST = new TestLog();

    private final Serializer json = TestLog.JSON;
    private final Serializer events = TEST.serializer;

    @AfterAll
    static void close() {
        TEST.close();
    }

    private final OrgUnitEstablished established = new OrgUnitEstablished(
            new OrgUnitId(UUID.fromString("00000000-0000-0000-0000-000000000001")), "Łódź", Optional.empty());

    @Test
    void anEventIsStoredUnderItsNameAsReadableJson() {
        SerializedObject<String> stored = events.serialize(established, String.class);

        assertThat(stored.getType().getName()).isEqualTo("org-unit.established");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData())
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000001\",\"name\":\"Łódź\",\"parent\":null}");
        assertThat(events.<String, Object>deserialize(stored)).isEqualTo(established);
        assertThat(events.classForType(stored.getType())).isEqualTo(OrgUnitEstablished.class);
    }

    @Test
    void noEventIsStoredUnderTheNameOfItsClass() {
        assertThatThrownBy(() -> events.serialize(new Unnamed("x"), String.class))
                .hasMessageContaining("has no @EventName");
    }

    @Test
    void twoEventsCannotShareAName() {
        assertThatThrownBy(() -> new EventNames(List.of(GigPublished.class, GigPublished.class)))
                .hasMessageContaining("gig.published names both");
    }

    @Test
    void anOffsetIsKept() {
        var moments = new Moments(OffsetDateTime.parse("2026-11-23T10:00+01:00"), YearMonth.of(2027, 3), Instant.EPOCH);
        assertThat(json.serialize(moments, String.class).getData())
                .isEqualTo("{\"signed\":\"2026-11-23T10:00:00+01:00\",\"month\":\"2027-03\","
                        + "\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(writeAndRead(json, moments)).isEqualTo(moments);
    }

    @Test
    void metadataAndTokensComeBack() {
        MetaData metaData = MetaData.from(Map.of("user", "ewa", "attempt", 1));
        assertThat(writeAndRead(events, metaData)).isEqualTo(metaData);
        for (TrackingToken token : new TrackingToken[] {
            new GlobalSequenceTrackingToken(7),
            GapAwareTrackingToken.newInstance(9, Set.of(3L)),
            ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(4)),
            ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), null, "rebuild of 2026-11"),
            MergedTrackingToken.merged(new GlobalSequenceTrackingToken(5), new GlobalSequenceTrackingToken(8))
        }) {
            assertThat(writeAndRead(json, token)).isEqualTo(token);
        }
    }

    @Test
    void anyTextComesBack() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = random.ints(random.nextInt(40), 1, 0xD800)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(writeAndRead(json, text)).as("seed %d", seed).isEqualTo(text);
        }
    }

    private static Object writeAndRead(Serializer serializer, Object value) {
        SerializedObject<byte[]> stored = serializer.serialize(value, byte[].class);
        return serializer.deserialize(stored);
    }
}
