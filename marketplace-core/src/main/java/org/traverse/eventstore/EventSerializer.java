package org.traverse.eventstore;

import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
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

    EventSerializer(Serializer json, EventNames names, PersonalKeys keys) {
        this.json = json;
        this.names = names;
        personal = new PersonalData(keys, json.getConverter());
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
            return json.deserialize(stored);
        }
        String name = stored.getType().getName();
        var type = new SimpleSerializedType(event.getName(), null);
        if (!personal.isIn(event, name)) {
            return json.deserialize(new SimpleSerializedObject<>(stored.getData(), stored.getContentType(), type));
        }
        JsonNode written = getConverter().convert(stored.getData(), stored.getContentType(), JsonNode.class);
        return json.deserialize(
                new SimpleSerializedObject<>(personal.open(written, event, name), JsonNode.class, type));
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
