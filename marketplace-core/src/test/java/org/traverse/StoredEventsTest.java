package org.traverse;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.traverse.eventstore.StoredJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code stored-events.jsonl} holds an event of every kind as it was stored once. A line may be added, never edited: as
 * long as it is read here, what was stored can be read.
 */
class StoredEventsTest {
    private static final JsonMapper JSON = json();

    record Line(String name, int revision, JsonNode event) {}

    @ParameterizedTest
    @MethodSource("lines")
    void areReadAndWrittenAsTheyWere(Line line) {
        Map<String, Class<?>> events = Events.all().stream()
                .collect(toMap(event -> event.getAnnotation(EventName.class).value(), Function.identity()));
        assertThat(events).containsKey(line.name());

        Object event = JSON.treeToValue(line.event(), events.get(line.name()));
        assertThat(JSON.writeValueAsString(event)).isEqualTo(line.event().toString());
    }

    @Test
    void haveALineForEveryEvent() throws IOException {
        assertThat(lines().stream().map(line -> line.name() + "/" + line.revision()))
                .doesNotHaveDuplicates()
                .containsAll(Events.all().stream()
                        .map(event -> event.getAnnotation(EventName.class))
                        .map(name -> name.value() + "/" + name.revision())
                        .toList());
    }

    static List<Line> lines() throws IOException {
        return new ClassPathResource("stored-events.jsonl")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JSON.readValue(line, Line.class))
                .toList();
    }

    private static JsonMapper json() {
        var json = JsonMapper.builder();
        new StoredJson().accept(json);
        return json.build();
    }
}
