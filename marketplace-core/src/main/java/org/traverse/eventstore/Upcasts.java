package org.traverse.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every {@link Upcast}, in the order of revisions, so that what was stored at any of them is read as the newest. */
class Upcasts implements EventUpcaster {
    private static final JsonMapper JSON = json();

    private final Map<String, Upcast> steps = new HashMap<>();

    /** Refuses to begin when a revision cannot be read, or is read twice. */
    Upcasts(EventNames names, Collection<Upcast> upcasts) {
        for (Upcast upcast : upcasts) {
            if (upcast.revision() < 1 || upcast.revision() >= names.revisionOf(upcast.event())) {
                throw new IllegalStateException(
                        upcast.getClass() + " reads " + key(upcast) + ", which is no earlier revision of an event");
            }
            Upcast other = steps.putIfAbsent(key(upcast), upcast);
            if (other != null) {
                throw new IllegalStateException(
                        other.getClass() + " and " + upcast.getClass() + " both read " + key(upcast));
            }
        }
        for (String name : names.all()) {
            for (int revision = 1; revision < names.revisionOf(name); revision++) {
                if (!steps.containsKey(key(name, revision))) {
                    throw new IllegalStateException("nothing reads " + key(name, revision));
                }
            }
        }
    }

    /** Every class below {@code org.traverse} that is one. */
    static Upcasts onTheClassPath(EventNames names) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Upcast.class));
        return new Upcasts(
                names,
                scan.findCandidateComponents("org.traverse").stream()
                        .map(found ->
                                ClassUtils.resolveClassName(found.getBeanClassName(), Upcasts.class.getClassLoader()))
                        .map(type -> (Upcast) BeanUtils.instantiateClass(type))
                        .toList());
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return steps.isEmpty() ? stored : stored.map(this::upcast);
    }

    /** One step a revision; nothing is read before somebody asks what the event says. */
    private IntermediateEventRepresentation upcast(IntermediateEventRepresentation stored) {
        IntermediateEventRepresentation newest = stored;
        Upcast step = step(newest.getType());
        while (step != null) {
            Upcast next = step;
            var type = new SimpleSerializedType(next.event(), String.valueOf(next.revision() + 1));
            newest = newest.upcastPayload(type, byte[].class, event -> next(next, event));
            step = step(type);
        }
        return newest;
    }

    private byte[] next(Upcast step, byte[] event) {
        try {
            return JSON.writeValueAsBytes(step.next((ObjectNode) JSON.readTree(event)));
        } catch (JacksonException | ClassCastException | NullPointerException malformed) {
            throw new UnreadableEvent(key(step) + " cannot be read: it is not what "
                    + step.getClass().getSimpleName() + " expects");
        }
    }

    private Upcast step(SerializedType type) {
        return steps.get(type.getName() + "/" + type.getRevision());
    }

    private static JsonMapper json() {
        JsonMapper.Builder json = JsonMapper.builder();
        new StoredJson().accept(json);
        return json.build();
    }

    private static String key(Upcast upcast) {
        return key(upcast.event(), upcast.revision());
    }

    private static String key(String name, int revision) {
        return name + "/" + revision;
    }
}
