package org.traverse.api.demo;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up once the demo company can be queried. */
@Component
@WithDemo
class DemoHealth implements HealthIndicator {
    private final DemoCompany company;

    DemoHealth(DemoCompany company) {
        this.company = company;
    }

    @Override
    public Health health() {
        return company.isReady() ? Health.up().build() : Health.outOfService().build();
    }
}
