package org.traverse.eventstore;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.traverse.EventName;
import org.traverse.Events;
import tools.jackson.databind.JsonNode;

/**
 * {@code encrypted-events.jsonl} holds the events of {@code stored-events.jsonl} that say something personal as they are
 * in the table, and {@code wrapped-keys.jsonl} the keys of the persons in them, wrapped by the master key of the tests. A
 * line may be added, never edited.
 */
class EncryptedEventsTest {
    record Line(String name, int revision, JsonNode event) {}

    record WrappedKey(UUID person, String wrapped, String master) {}

    private static TestLog test;

    @BeforeAll
    static void putTheKeysThere() throws IOException {
        test = new TestLog();
        for (WrappedKey key : lines("wrapped-keys.jsonl", WrappedKey.class)) {
            test.sql.update(
                    "insert into personal_keys.data_key (person, wrapped, master) values (?, ?, ?)",
                    key.person(),
                    Base64.getDecoder().decode(key.wrapped()),
                    key.master());
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void sayWhatTheySaidWhenTheyWereStored() throws IOException {
        Map<String, Line> encrypted = byName("encrypted-events.jsonl");
        Map<String, Line> plain = byName("stored-events.jsonl");
        Map<String, Class<?>> events = Events.all().stream()
                .collect(toMap(event -> event.getAnnotation(EventName.class).value(), Function.identity()));

        encrypted.forEach((name, line) -> assertThat(
                        test.serializer.<JsonNode, Object>deserialize(new SimpleSerializedObject<>(
                                line.event(),
                                JsonNode.class,
                                new SimpleSerializedType(line.name(), String.valueOf(line.revision())))))
                .as(name)
                .isEqualTo(json(plain.get(name).event(), events.get(line.name()))));
    }

    @Test
    void haveALineForEveryEventThatSaysSomethingPersonal() throws IOException {
        var personal = new PersonalData(test.keys, TestLog.JSON.getConverter());
        assertThat(byName("encrypted-events.jsonl"))
                .containsOnlyKeys(byName("stored-events.jsonl").values().stream()
                        .filter(line -> personal.isIn(
                                test.serializer.classForType(
                                        new SimpleSerializedType(line.name(), String.valueOf(line.revision()))),
                                line.name()))
                        .map(EncryptedEventsTest::name)
                        .toList());
    }

    private static Map<String, Line> byName(String file) throws IOException {
        return lines(file, Line.class).stream().collect(toMap(EncryptedEventsTest::name, Function.identity()));
    }

    private static String name(Line line) {
        return line.name() + "/" + line.revision();
    }

    private static <T> List<T> lines(String file, Class<T> type) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> json(
                        TestLog.JSON.getConverter().convert(line.getBytes(StandardCharsets.UTF_8), JsonNode.class),
                        type))
                .toList();
    }

    private static <T> T json(JsonNode json, Class<T> type) {
        return TestLog.JSON.deserialize(
                new SimpleSerializedObject<>(json, JsonNode.class, new SimpleSerializedType(type.getName(), null)));
    }
}
