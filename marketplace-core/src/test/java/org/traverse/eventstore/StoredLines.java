package org.traverse.eventstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.springframework.core.io.ClassPathResource;
import org.traverse.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events as they were stored once, one a line, read as a store reads them. */
public final class StoredLines {
    /** @param event its payload */
    public record Line(String name, int revision, JsonNode event) {
        /** {@code gig.published/1} */
        public String kind() {
            return name + "/" + revision;
        }
    }

    private static final JsonMapper JSON = json();

    private final List<Line> lines;
    private final Collection<Class<?>> events;
    private final Upcasts upcasts;
    private final EventSerializer serializer;

    private StoredLines(String file, Collection<Class<?>> events, EventNames names, Upcasts upcasts)
            throws IOException {
        lines = new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JSON.readValue(line, Line.class))
                .toList();
        this.events = events;
        this.upcasts = upcasts;
        serializer = TestLog.plain(names);
    }

    /** Of these events, and the upcasts there are. */
    public static StoredLines of(String file, Collection<Class<?>> events) throws IOException {
        var names = new EventNames(events);
        return new StoredLines(file, events, names, Upcasts.onTheClassPath(names));
    }

    public static StoredLines of(String file, Collection<Class<?>> events, Collection<Upcast> upcasts)
            throws IOException {
        var names = new EventNames(events);
        return new StoredLines(file, events, names, new Upcasts(names, upcasts));
    }

    public List<Line> lines() {
        return lines;
    }

    /** Every revision that an event has ever had, of which no line tells. */
    public Set<String> missing() {
        Set<String> missing = events.stream()
                .map(event -> event.getAnnotation(EventName.class))
                .flatMap(name -> IntStream.rangeClosed(1, name.revision()).mapToObj(r -> name.value() + "/" + r))
                .collect(Collectors.toCollection(TreeSet::new));
        lines.forEach(line -> missing.remove(line.kind()));
        return missing;
    }

    /** True when nobody may have changed the shape since: what is written now is what was stored. */
    public boolean isNewest(Line line) {
        return events.stream()
                .map(event -> event.getAnnotation(EventName.class))
                .anyMatch(name -> name.value().equals(line.name()) && name.revision() == line.revision());
    }

    public Object read(Line line) {
        var stored = new GenericDomainEventEntry<>(
                "Gig",
                "stream",
                0,
                "5f1c3a52-6b1e-4a43-9d39-6a2f6f2b1c11",
                "2026-11-24T09:00:00Z",
                line.name(),
                String.valueOf(line.revision()),
                JSON.writeValueAsBytes(line.event()),
                "{}".getBytes(StandardCharsets.UTF_8));
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(EventPosition.START, stored)), serializer, upcasts)
                .findFirst()
                .orElseThrow()
                .getPayload();
    }

    public String write(Object event) {
        return new String(serializer.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    private static JsonMapper json() {
        var json = JsonMapper.builder();
        new StoredJson().accept(json);
        return json.build();
    }
}
