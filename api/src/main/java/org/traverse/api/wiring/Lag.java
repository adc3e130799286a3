package org.traverse.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.EventLag;

/** Tells whoever watches over Traverse how far its read models and processes are behind, and alarms when that is far. */
@Component
class Lag implements HealthIndicator, MeterBinder {
    private static final Duration ALARMING = Duration.ofSeconds(10);

    private final EventLag lag;
    private final EventProcessingConfiguration processing;

    Lag(EventLag lag, EventProcessingConfiguration processing) {
        this.lag = lag;
        this.processing = processing;
    }

    @Override
    public Health health() {
        Duration now = lag();
        Health.Builder health = now.compareTo(ALARMING) > 0 ? Health.outOfService() : Health.up();
        return health.withDetail("lag", now).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "traverse.events.lag",
                        this,
                        TimeUnit.MILLISECONDS,
                        it -> it.lag().toMillis())
                .description("Age of the oldest event that some processor has not handled yet")
                .register(registry);
    }

    private Duration lag() {
        return lag.of(processing.eventProcessors().keySet());
    }
}
