package org.traverse.api.demo;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.traverse.api.demo.Step.Trace;

/** Sends the steps of a stage, a few chains at a time, and waits for all of them and for what follows. */
class Sending {
    private static final int IN_FLIGHT = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CommandGateway commands;
    private final EventStore events;

    /** Whether some of it may be there already. */
    private final boolean resumed;

    Sending(CommandGateway commands, EventStore events, boolean resumed) {
        this.commands = commands;
        this.events = events;
        this.resumed = resumed;
    }

    void send(Stage stage) {
        var inFlight = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (var chain : stage.chains()) {
            inFlight.acquireUninterruptibly();
            sent.add(send(chain).whenComplete((done, failure) -> inFlight.release()));
        }
        sent.forEach(CompletableFuture::join);
        stage.awaited().forEach(this::await);
    }

    private CompletableFuture<Object> send(List<Step> chain) {
        CompletableFuture<Object> done = completedFuture(null);
        for (var step : chain) {
            if (!resumed || step.leaves().filter(this::isThere).isEmpty()) {
                done = done.thenCompose(before -> commands.send(step.command()));
            }
        }
        return done;
    }

    boolean isThere(Trace trace) {
        return events.lastSequenceNumberFor(trace.aggregate()).isPresent()
                && events.readEvents(trace.aggregate())
                        .asStream()
                        .anyMatch(event -> event.getPayloadType().equals(trace.event()));
    }

    private void await(Trace trace) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere(trace)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("still no %s of %s after %d s"
                        .formatted(trace.event().getSimpleName(), trace.aggregate(), PATIENCE.toSeconds()));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
