package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.traverse.eventstore.StoredLines;
import org.traverse.eventstore.StoredLines.Line;

/**
 * {@code stored-events.jsonl} holds an event of every kind and revision as it was stored once. A line may be added, never
 * edited: as long as it is read here, what was stored can be read.
 */
class StoredEventsTest {
    private static final StoredLines STORED = stored();

    @ParameterizedTest
    @MethodSource("lines")
    void areReadAndWrittenAsTheyWere(Line line) {
        Object event = STORED.read(line);
        if (STORED.isNewest(line)) {
            assertThat(STORED.write(event)).isEqualTo(line.event().toString());
        }
    }

    @Test
    void haveALineForEveryEventAndRevision() {
        assertThat(STORED.missing()).isEmpty();
        assertThat(STORED.lines()).doesNotHaveDuplicates();
    }

    static List<Line> lines() {
        return STORED.lines();
    }

    private static StoredLines stored() {
        try {
            return StoredLines.of("stored-events.jsonl", Events.all());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
