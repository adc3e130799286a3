package org.traverse.api.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.traverse.audit.AuditBuilding;
import org.traverse.audit.AuditChain;

/** Tells whether the audit chain is signed, and alarms when it cannot go on: somebody may have changed what was signed. */
@Component
class AuditHealth implements HealthIndicator {
    private final AuditBuilding building;
    private final AuditChain chain;

    AuditHealth(AuditBuilding building, AuditChain chain) {
        this.building = building;
        this.chain = chain;
    }

    @Override
    public Health health() {
        Health.Builder health = building.trouble()
                .map(trouble -> Health.outOfService().withDetail("trouble", trouble))
                .orElseGet(Health::up);
        return health.withDetail("signed", chain.isSigned()).build();
    }
}
