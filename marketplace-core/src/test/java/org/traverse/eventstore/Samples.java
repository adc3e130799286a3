package org.traverse.eventstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.skill.Proficiency;

/** Makes events of any kind, with a canary in every text and id that is personal: something found nowhere else. */
final class Samples {
    private final Set<String> canaries = new LinkedHashSet<>();
    private final Set<String> harmless = new LinkedHashSet<>();
    private final List<UUID> people = new ArrayList<>();
    private int next;

    Object of(Class<?> type) {
        return value(type, false);
    }

    /** What was put into components that are personal. */
    Set<String> canaries() {
        return canaries;
    }

    /** What was put into the others. */
    Set<String> harmless() {
        return harmless;
    }

    List<UUID> people() {
        return people;
    }

    private Object value(Type type, boolean personal) {
        if (type instanceof ParameterizedType container) {
            Object one = value(container.getActualTypeArguments()[0], personal);
            Class<?> of = (Class<?>) container.getRawType();
            return of == Optional.class ? Optional.of(one) : of == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> of = (Class<?>) type;
        if (of == String.class) {
            return told("canary %d Łódź".formatted(next++), personal);
        }
        if (of == UUID.class) {
            UUID id = UUID.randomUUID();
            told(id.toString(), personal);
            return id;
        }
        if (of == EmployeeId.class) {
            people.add(UUID.randomUUID());
            return new EmployeeId(people.get(people.size() - 1));
        }
        if (of == Proficiency.class) {
            return Proficiency.of(3);
        }
        if (of == int.class || of == long.class) {
            return 3;
        }
        if (of == double.class) {
            return 3.5;
        }
        if (of == boolean.class) {
            return true;
        }
        if (of == LocalDate.class) {
            return LocalDate.of(2027, 1, 4);
        }
        if (of == Instant.class) {
            return Instant.parse("2026-11-23T09:00:00Z");
        }
        if (of == Currency.class) {
            return Currency.getInstance("EUR");
        }
        return of.isEnum() ? of.getEnumConstants()[0] : record(of, personal);
    }

    private Object record(Class<?> type, boolean personal) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component ->
                        value(component.getGenericType(), personal || component.isAnnotationPresent(Personal.class)))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private String told(String value, boolean personal) {
        (personal ? canaries : harmless).add(value);
        return value;
    }
}
