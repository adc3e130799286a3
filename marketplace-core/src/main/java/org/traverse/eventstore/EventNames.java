package org.traverse.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.traverse.EventName;

/** The one place that knows which stored name stands for which event. */
class EventNames {
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();

    EventNames(Iterable<Class<?>> events) {
        for (Class<?> event : events) {
            EventName name = event.getAnnotation(EventName.class);
            Class<?> other = classes.putIfAbsent(name.value(), event);
            if (other != null) {
                throw new IllegalStateException(name.value() + " names both " + other + " and " + event);
            }
            revisions.put(name.value(), name.revision());
            types.put(event, new SimpleSerializedType(name.value(), String.valueOf(name.revision())));
        }
    }

    /** Every class below {@code org.traverse} that carries a name. */
    static EventNames onTheClassPath() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(EventName.class));
        return new EventNames(scan.findCandidateComponents("org.traverse").stream()
                .<Class<?>>map(found ->
                        ClassUtils.resolveClassName(found.getBeanClassName(), EventNames.class.getClassLoader()))
                .toList());
    }

    /** The stored name of a class, or null when it is none of our events. */
    SerializedType typeOf(Class<?> type) {
        return types.get(type);
    }

    /** The class behind a stored name, or null when name and revision are none of our events'. */
    Class<?> classOf(SerializedType stored) {
        Class<?> event = classes.get(stored.getName());
        return event != null && types.get(event).getRevision().equals(stored.getRevision()) ? event : null;
    }

    Set<String> all() {
        return revisions.keySet();
    }

    /** The newest revision of a stored name, 0 when the name is none of our events'. */
    int revisionOf(String name) {
        return revisions.getOrDefault(name, 0);
    }
}
