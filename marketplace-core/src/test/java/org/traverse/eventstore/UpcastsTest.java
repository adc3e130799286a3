package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.UnknownSerializedType;
import org.example.notes.NoteTaken;
import org.example.notes.NoteUpcasts;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No event of ours has a second revision yet: these are of a test's own. */
class UpcastsTest {
    final EventNames names = new EventNames(List.of(NoteTaken.class));
    final Upcasts upcasts = new Upcasts(names, NoteUpcasts.all());

    @Test
    void everyRevisionEverStoredIsReadAsTheNewest() throws IOException {
        var stored = StoredLines.of("stored-notes.jsonl", List.of(NoteTaken.class), NoteUpcasts.all());

        assertThat(stored.missing()).isEmpty();
        assertThat(stored.lines().stream().map(stored::read))
                .containsExactly(
                        new NoteTaken("buy chalk", List.of()),
                        new NoteTaken("buy chalk", List.of("errand")),
                        new NoteTaken("buy chalk", List.of()),
                        new NoteTaken("buy chalk", List.of("errand", "school")));
        assertThat(stored.lines().stream().map(stored::isNewest)).containsExactly(false, false, false, true);
    }

    @Test
    void aRevisionWithoutALineIsMissed() throws IOException {
        assertThat(StoredLines.of("stored-events.jsonl", List.of(NoteTaken.class), NoteUpcasts.all())
                        .missing())
                .containsExactly("note.taken/1", "note.taken/2", "note.taken/3");
    }

    @Test
    void aGapIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Upcasts(names, List.of(new NoteUpcasts.OneTag())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing reads note.taken/1");
        assertThatThrownBy(() -> new Upcasts(names, List.of(new NoteUpcasts.Words())))
                .hasMessage("nothing reads note.taken/2");
    }

    @Test
    void soAreTwoOfOneRevisionAndOneOfNone() {
        assertThatThrownBy(() -> new Upcasts(
                        names, List.of(new NoteUpcasts.Words(), new NoteUpcasts.Words(), new NoteUpcasts.OneTag())))
                .hasMessageEndingWith("both read note.taken/1");
        assertThatThrownBy(() -> new Upcasts(new EventNames(List.of()), List.of(new NoteUpcasts.Words())))
                .hasMessageEndingWith("reads note.taken/1, which is no earlier revision of an event");
    }

    @Test
    void aLogReadsOldRevisionsFromEndToEndAndStreamByStreamAndOneByOne() {
        try (var test = new TestLog()) {
            var log = new EventLog(test.sql, TestLog.plain(names), upcasts);
            String first = stored(test, "1", "{\"words\":\"buy chalk\"}");
            String second = stored(test, "2", "{\"text\":\"buy ink\",\"tag\":\"errand\"}");
            var chalk = new NoteTaken("buy chalk", List.of());
            var ink = new NoteTaken("buy ink", List.of("errand"));

            assertThat(log.readEvents(null, false).<Object>map(event -> event.getPayload()))
                    .containsExactly(chalk, ink);
            assertThat(test.<List<Object>>inTransaction(() -> log.readEvents(second, 0)
                            .asStream()
                            .<Object>map(event -> event.getPayload())
                            .toList()))
                    .containsExactly(ink);
            assertThat(log.find(first, 0).orElseThrow().getPayload())
                    .as("one that is parked")
                    .isEqualTo(chalk);
        }
    }

    @Test
    void whatIsMalformedOrNewerIsNotReadAsSomethingElse() {
        try (var test = new TestLog()) {
            var log = new EventLog(test.sql, TestLog.plain(names), upcasts);
            String malformed = stored(test, "1", "[\"buy chalk\"]");
            String newer = stored(test, "4", "{\"text\":\"buy chalk\",\"tags\":[]}");

            assertThatThrownBy(() -> log.find(malformed, 0).orElseThrow().getPayload())
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessage("note.taken/1 cannot be read: it is not what Words expects");
            assertThat(log.find(newer, 0).orElseThrow().getPayloadType()).isEqualTo(UnknownSerializedType.class);
        }
    }

    private static String stored(TestLog test, String revision, String payload) {
        String stream = UUID.randomUUID().toString();
        JdbcClient.create(test.sql)
                .sql("""
                        insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                        values (?, 0, 1, 'Note', 'note.taken', ?, gen_random_uuid(), now(), '{}'::bytea, ?)""")
                .params(stream, revision, payload.getBytes(StandardCharsets.UTF_8))
                .update();
        return stream;
    }
}
