package org.traverse.eventstore;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.crypto.tink.Aead;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.traverse.Personal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encrypts what events mark as {@link Personal}, and reads it again.
 *
 * <p>Each such component becomes one text: Base64 of what AES-GCM makes of its JSON, bound to the person, the name of the
 * event and the component, so that it cannot be put anywhere else. What is said of somebody who was erased already is not
 * stored at all: the text is empty.
 */
class PersonalData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * One component of a record that is personal, or that holds records with such components.
     *
     * @param subjects the components with the ids of those it goes with; none if it is not personal itself
     * @param parts of the record, or of each of the records, that it holds
     * @param erased what is read when its person was erased
     */
    private record Part(String name, String path, String[] subjects, List<Part> parts, JsonNode erased) {}

    private final PersonalKeys keys;
    private final Converter json;
    private final Map<Class<?>, List<Part>> events = new ConcurrentHashMap<>();

    PersonalData(PersonalKeys keys, Converter json) {
        this.keys = keys;
        this.json = json;
    }

    /** Does this event, stored under this name, say anything personal? */
    boolean isIn(Class<?> event, String name) {
        return !parts(event, name).isEmpty();
    }

    JsonNode seal(JsonNode event, Class<?> type, String name) {
        parts(type, name).forEach(part -> seal(part, event));
        return event;
    }

    JsonNode open(JsonNode event, Class<?> type, String name) {
        if (event == null || !event.isObject()) {
            return event;
        }
        parts(type, name).forEach(part -> open(part, event));
        return event;
    }

    private void seal(Part part, JsonNode record) {
        JsonNode value = record.get(part.name());
        records(value).forEach(held -> part.parts().forEach(inner -> seal(inner, held)));
        if (part.subjects().length == 0) {
            return;
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        for (String subject : part.subjects()) {
            UUID person = person(part, subject, record);
            Optional<Aead> key = keys.toWrite(person);
            if (key.isEmpty()) {
                ((ObjectNode) record).put(part.name(), "");
                return;
            }
            try {
                text = key.get().encrypt(text, place(part, person));
            } catch (GeneralSecurityException e) {
                throw new SerializationException(part.path() + " of " + person + " cannot be encrypted", e);
            }
        }
        ((ObjectNode) record).put(part.name(), Base64.getEncoder().encodeToString(text));
    }

    private void open(Part part, JsonNode record) {
        JsonNode value = record.get(part.name());
        if (value != null && part.subjects().length > 0) {
            value = opened(part, value, record);
            ((ObjectNode) record).set(part.name(), value);
            if (value == part.erased()) {
                return;
            }
        }
        records(value).forEach(held -> part.parts().forEach(inner -> open(inner, held)));
    }

    private JsonNode opened(Part part, JsonNode value, JsonNode record) {
        List<UUID> people = new ArrayList<>();
        List<Aead> unlocking = new ArrayList<>();
        for (String subject : part.subjects()) {
            UUID person = person(part, subject, record);
            Optional<Aead> key = keys.toRead(person);
            if (key.isEmpty()) {
                return part.erased();
            }
            people.add(person);
            unlocking.add(key.get());
        }
        if (!value.isString()) {
            throw new UnreadableEvent(part.path() + " is not encrypted");
        }
        if (value.stringValue().isEmpty()) {
            // Nobody may empty it to make a person look erased; the key may just be remembered longer than it lived.
            if (people.stream().noneMatch(keys::isErased)) {
                throw new UnreadableEvent(part.path() + " is empty, but " + people + " was not erased");
            }
            return part.erased();
        }
        try {
            byte[] text = Base64.getDecoder().decode(value.stringValue());
            for (int last = people.size() - 1; last >= 0; last--) {
                text = unlocking.get(last).decrypt(text, place(part, people.get(last)));
            }
            return json.convert(text, JsonNode.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableEvent(
                    part.path() + " of " + people + " was altered, or belongs to another person or event");
        }
    }

    private static byte[] place(Part part, UUID person) {
        return (person + " " + part.path()).getBytes(StandardCharsets.UTF_8);
    }

    private static UUID person(Part part, String subject, JsonNode record) {
        JsonNode id = record.get(subject);
        if (id == null || !id.isString()) {
            throw new UnreadableEvent(part.path() + " does not say whose it is: " + subject + " is missing");
        }
        try {
            return UUID.fromString(id.stringValue());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(part.path() + " does not say whose it is: " + subject + " is no id");
        }
    }

    /** The record that a component holds, or each of a list. */
    private static Stream<JsonNode> records(JsonNode value) {
        if (value == null || value.isNull()) {
            return Stream.empty();
        }
        return value.isArray() ? value.valueStream().filter(JsonNode::isObject) : Stream.of(value);
    }

    private List<Part> parts(Class<?> event, String name) {
        return events.computeIfAbsent(event, type -> partsOf(type, name + "/"));
    }

    private static List<Part> partsOf(Type type, String path) {
        Class<?> record = recordIn(type);
        return record == null
                ? List.of()
                : Stream.of(record.getRecordComponents())
                        .map(component -> part(component, path + component.getName()))
                        .filter(part ->
                                part.subjects().length > 0 || !part.parts().isEmpty())
                        .toList();
    }

    private static Part part(RecordComponent component, String path) {
        Personal personal = component.getAnnotation(Personal.class);
        return new Part(
                component.getName(),
                path,
                personal == null ? new String[0] : personal.subject(),
                partsOf(component.getGenericType(), path + "."),
                erased(component.getGenericType()));
    }

    /** The record that a value of this type is, or is a container of. */
    private static Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType container) {
            return recordIn(container.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> value && value.isRecord() ? value : null;
    }

    private static JsonNode erased(Type type) {
        if (type == String.class) {
            return JSON.stringNode(Personal.ERASED);
        }
        if (type == boolean.class) {
            return JSON.booleanNode(false);
        }
        if (type instanceof Class<?> number && number.isPrimitive()) {
            return JSON.numberNode(0);
        }
        if (type instanceof ParameterizedType container
                && Collection.class.isAssignableFrom((Class<?>) container.getRawType())) {
            return JSON.arrayNode();
        }
        if (type instanceof Class<?> record && record.isRecord() && !isOneValue(record)) {
            ObjectNode erased = JSON.objectNode();
            for (RecordComponent component : record.getRecordComponents()) {
                erased.set(component.getName(), erased(component.getGenericType()));
            }
            return erased;
        }
        return JSON.nullNode();
    }

    private static boolean isOneValue(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }
}
