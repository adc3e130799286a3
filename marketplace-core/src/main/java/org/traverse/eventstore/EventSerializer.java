package org.traverse.eventstore;

import java.util.stream.Collectors;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

/**
 * Writes events under their stable names, what is personal in them encrypted; the JSON itself is the general serializer's.
 *
 * <p>What is not an event of ours, such as Axon's metadata, keeps its class name. An event of ours without a name is
 * refused, so that none is ever stored under the name of a class.
 */
class EventSerializer implements Serializer {
    private final Serializer json;
    private final EventNames names;
    private final PersonalData personal;

    EventSerializer(Serializer json, EventNames names, PersonalData personal) {
        this.json = json;
        this.names = names;
        this.personal = personal;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        if (object == null) {
            return json.serialize(null, representation);
        }
        SerializedType type = typeForClass(object.getClass());
        return new SimpleSerializedObject<>(write(object, type, representation), representation, type);
    }

    private <T> T write(Object object, SerializedType type, Class<T> representation) {
        Class<?> event = names.classOf(type);
        if (event == null || !personal.isIn(event, type.getName())) {
            return json.serialize(object, representation).getData();
        }
        JsonNode plain = json.serialize(object, JsonNode.class).getData();
        return getConverter().convert(personal.seal(plain, event, type.getName()), JsonNode.class, representation);
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> event = names.classOf(stored.getType());
        if (event == null) {
            if (json.classForType(stored.getType()) == UnknownSerializedType.class) {
                throw new UnreadableEvent(name(stored) + " is no event that this version of Traverse knows");
            }
            return json.deserialize(stored);
        }
        T read = read(stored, event);
        if (read == null) {
            throw new UnreadableEvent(name(stored) + " cannot be read: it is empty");
        }
        return read;
    }

    private <S, T> T read(SerializedObject<S> stored, Class<?> event) {
        String name = stored.getType().getName();
        var type = new SimpleSerializedType(event.getName(), null);
        try {
            if (!personal.isIn(event, name)) {
                return json.deserialize(new SimpleSerializedObject<>(stored.getData(), stored.getContentType(), type));
            }
            JsonNode written = getConverter().convert(stored.getData(), stored.getContentType(), JsonNode.class);
            return json.deserialize(
                    new SimpleSerializedObject<>(personal.open(written, event, name), JsonNode.class, type));
        } catch (SerializationException malformed) {
            throw new UnreadableEvent(name(stored) + " cannot be read: " + fault(malformed.getCause()));
        }
    }

    /** Names the field only: what stands there may be personal. */
    private static String fault(Throwable malformed) {
        return malformed instanceof DatabindException misplaced
                        && !misplaced.getPath().isEmpty()
                ? "field "
                        + misplaced.getPath().stream()
                                .map(part -> part.getPropertyName() == null
                                        ? "[" + part.getIndex() + "]"
                                        : part.getPropertyName())
                                .collect(Collectors.joining("."))
                : "it is not the JSON it should be";
    }

    private static String name(SerializedObject<?> stored) {
        return stored.getType().getName() + "/" + stored.getType().getRevision();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        Class<?> event = names.classOf(type);
        return event != null ? event : json.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        SerializedType named = names.typeOf(type);
        if (named != null) {
            return named;
        }
        if (type != null && type.getName().startsWith("org.traverse.")) {
            throw new IllegalArgumentException(type.getName() + " has no @EventName");
        }
        return json.typeForClass(type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return json.canSerializeTo(representation);
    }

    @Override
    public Converter getConverter() {
        return json.getConverter();
    }
}
