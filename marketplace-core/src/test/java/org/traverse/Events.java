package org.traverse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** All events there are, found rather than listed, so that a new one cannot be forgotten. */
public final class Events {
    private Events() {}

    /** The records of every sealed interface named {@code …Event}. */
    public static List<Class<?>> all() {
        List<Class<?>> events = new ArrayList<>();
        var classes = new CachingMetadataReaderFactory();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/traverse/**/*Event.class")) {
                String name = classes.getMetadataReader(file).getClassMetadata().getClassName();
                Class<?> found = ClassUtils.resolveClassName(name, Events.class.getClassLoader());
                if (found.isSealed()) {
                    events.addAll(List.of(found.getPermittedSubclasses()));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return events;
    }
}
