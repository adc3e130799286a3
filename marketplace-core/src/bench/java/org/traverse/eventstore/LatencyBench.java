package org.traverse.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.Note.NoteTaken;
import org.traverse.eventstore.Note.TakeNote;

/** From the moment in which a command is acknowledged to the one in which a projection handles its event. */
final class LatencyBench {
    private static final int WARM_UP_SECONDS = 5;

    /** Handles, and notes when. */
    @Component
    @ProcessingGroup("bench-latency")
    static class Handled {
        private final Map<UUID, Long> at = new ConcurrentHashMap<>();

        @EventHandler
        void on(NoteTaken event) {
            at.put(event.id(), System.nanoTime());
        }
    }

    private LatencyBench() {}

    static void run(Options options) throws Exception {
        int rate = options.number("rate", 200);
        int commands = rate * (options.number("seconds", 20) + WARM_UP_SECONDS);
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        var threads = Executors.newScheduledThreadPool(16);
        try (var postgres = new BenchPostgres();
                var node = BenchNode.start(postgres.emptyDatabase())) {
            var gateway = node.commands();
            List<UUID> measured = new ArrayList<>();
            for (int i = 0; i < commands; i++) {
                var id = UUID.randomUUID();
                if (i >= rate * WARM_UP_SECONDS) {
                    measured.add(id);
                }
                threads.schedule(
                        () -> {
                            gateway.sendAndWait(new TakeNote(id, Note.TEXT));
                            acknowledged.put(id, System.nanoTime());
                        },
                        i * 1_000_000L / rate,
                        TimeUnit.MICROSECONDS);
            }
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.MINUTES);
            Map<UUID, Long> handled = node.the(Handled.class).at;
            while (!handled.keySet().containsAll(measured)) {
                Thread.sleep(100);
            }
            List<Double> millis = measured.stream()
                    .map(id -> Math.max(0, handled.get(id) - acknowledged.get(id)) / 1e6)
                    .toList();
            System.out.println(String.format(
                    Locale.ROOT,
                    "latency p50_ms=%.1f p99_ms=%.1f max_ms=%.1f rate=%d events=%d",
                    Figures.percentile(millis, 50),
                    Figures.percentile(millis, 99),
                    Figures.percentile(millis, 100),
                    rate,
                    millis.size()));
        }
    }
}
