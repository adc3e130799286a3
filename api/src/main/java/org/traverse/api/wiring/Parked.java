package org.traverse.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.ParkedEvents;

/**
 * Tells whoever watches over Traverse how many events each group has parked. That is no reason to take a node out of
 * service: another would handle them no better.
 */
@Component
class Parked implements HealthIndicator, MeterBinder {
    private final ParkedEvents parked;
    private final EventProcessingConfiguration processing;

    Parked(ParkedEvents parked, EventProcessingConfiguration processing) {
        this.parked = parked;
        this.processing = processing;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("parked", parked.counts()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String group : processing.eventProcessors().keySet()) {
            Gauge.builder("traverse.events.parked", parked, it -> it.counts().getOrDefault(group, 0L))
                    .tag("group", group)
                    .description("Events that could not be handled, and those that wait behind them")
                    .register(registry);
        }
    }
}
