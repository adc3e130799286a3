package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traverse.employee.EmployeeId;

/** What is promised of every event, because events are kept for ever. */
class EventsTest {
    private static final Set<Class<?>> VALUES =
            Set.of(String.class, UUID.class, Instant.class, LocalDate.class, Currency.class);
    private static final Set<Type> CONTAINERS = Set.of(List.class, Set.class, Optional.class);

    @Test
    void areFound() {
        assertThat(Events.all()).hasSizeGreaterThanOrEqualTo(40).allMatch(Class::isRecord);
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(Events.all())
                .allSatisfy(event -> assertThat(event.getAnnotation(EventName.class))
                        .as(event.getName())
                        .isNotNull());
        assertThat(Events.all().stream()
                        .map(event -> event.getAnnotation(EventName.class).value()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+"));
    }

    @Test
    void whatIsPersonalNamesWhoseItIs() {
        assertThat(components()
                        .flatMap(EventsTest::withThoseInside)
                        .filter(component -> component.isAnnotationPresent(Personal.class)))
                .hasSizeGreaterThan(15)
                .allSatisfy(component -> assertThat(
                                Stream.of(component.getDeclaringRecord().getRecordComponents())
                                        .filter(subject -> subject.getType() == EmployeeId.class)
                                        .map(RecordComponent::getName))
                        .as(component.toString())
                        .contains(component.getAnnotation(Personal.class).subject()));
    }

    private static Stream<RecordComponent> withThoseInside(RecordComponent component) {
        Type type = component.getGenericType();
        while (type instanceof ParameterizedType container) {
            type = container.getActualTypeArguments()[0];
        }
        return type instanceof Class<?> record && record.isRecord()
                ? Stream.concat(
                        Stream.of(component),
                        Stream.of(record.getRecordComponents()).flatMap(EventsTest::withThoseInside))
                : Stream.of(component);
    }

    @Test
    void areMadeOfValuesOnly() {
        assertThat(components())
                .allSatisfy(component -> assertThat(isValue(component.getGenericType()))
                        .as(component.getDeclaringRecord().getSimpleName() + "." + component.getName())
                        .isTrue());
    }

    private static Stream<RecordComponent> components() {
        return Events.all().stream().flatMap(event -> Stream.of(event.getRecordComponents()));
    }

    private static boolean isValue(Type type) {
        if (type instanceof ParameterizedType container) {
            return CONTAINERS.contains(container.getRawType())
                    && Stream.of(container.getActualTypeArguments()).allMatch(EventsTest::isValue);
        }
        return type instanceof Class<?> value
                && (value.isPrimitive()
                        || value.isEnum()
                        || VALUES.contains(value)
                        || value.isRecord()
                                && Stream.of(value.getRecordComponents())
                                        .allMatch(component -> isValue(component.getGenericType())));
    }
}
