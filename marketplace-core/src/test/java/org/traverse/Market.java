package org.traverse;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every aggregate and some processes, in memory. Events reach the processes when a test says so, and how often. */
public final class Market {
    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
    private final CommandGateway commands;
    private final List<AnnotationEventHandlerAdapter> processes;
    private TrackingToken delivered;
    private Runnable meanwhile = () -> {};

    @SafeVarargs
    public Market(Clock clock, Function<CommandGateway, Object>... processes) {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(axon -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(axon -> events)
                .registerComponent(Clock.class, axon -> clock);
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        scan.findCandidateComponents("org.traverse")
                .forEach(found -> configurer.configureAggregate(ClassUtils.resolveClassName(
                        found.getBeanClassName(), getClass().getClassLoader())));
        Configuration axon = configurer.start();
        this.commands = axon.commandGateway();
        var steps = DefaultCommandGateway.builder()
                .commandBus(axon.commandBus())
                .dispatchInterceptors(step -> (index, command) -> {
                    meanwhile.run();
                    return command;
                })
                .build();
        this.processes = Stream.of(processes)
                .map(process -> new AnnotationEventHandlerAdapter(process.apply(steps)))
                .toList();
    }

    public Market ask(Object... asked) {
        for (Object command : asked) {
            commands.sendAndWait(command);
        }
        return this;
    }

    /** What goes on before each command that a process sends; may throw {@link Crash}. */
    public Market meanwhile(Runnable happens) {
        meanwhile = happens;
        return this;
    }

    /** The node dies; the events at hand will come again. */
    public static class Crash extends RuntimeException {}

    /** Hands over all that happened, in order, until nothing new happens. */
    public Market deliver() {
        while (!deliverBatch(1, Integer.MAX_VALUE).isEmpty()) {}
        return this;
    }

    /** The same, but as if after every batch the node died before it could note how far it was. */
    public Market deliverTwice(int batchSize) {
        while (!deliverBatch(2, batchSize).isEmpty()) {}
        return this;
    }

    /** As if the node had forgotten how far it was. */
    public Market deliverAllAgain() {
        delivered = null;
        return deliver();
    }

    /** Hands over at most so many events in order, and all of them again as often as is said. */
    public List<?> deliverBatch(int times, int size) {
        List<? extends TrackedEventMessage<?>> batch;
        try (var stored = events.readEvents(delivered, false)) {
            batch = stored.map(event -> (TrackedEventMessage<?>) event)
                    .limit(size)
                    .toList();
        }
        for (int time = 0; time < times; time++) {
            batch.forEach(this::handle);
        }
        if (!batch.isEmpty()) {
            delivered = batch.get(batch.size() - 1).trackingToken();
        }
        return batch;
    }

    private void handle(EventMessage<?> event) {
        for (var process : processes) {
            try {
                process.handle(event);
            } catch (Crash crash) {
                throw crash;
            } catch (Exception failed) {
                throw new AssertionError("on " + event.getPayload(), failed);
            }
        }
    }

    /** All that happened, in order, of some kind. */
    public <E> List<E> happened(Class<E> kind) {
        try (var stored = events.readEvents(null, false)) {
            return stored.map(event -> (Object) event.getPayload())
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }
    }
}
