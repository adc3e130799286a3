package org.traverse.api.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.traverse.readmodel.elasticsearch.SearchIndices;

/** Up while Elasticsearch answers searches. */
@Component
class SearchHealth implements HealthIndicator {
    private final SearchIndices indices;

    SearchHealth(SearchIndices indices) {
        this.indices = indices;
    }

    @Override
    public Health health() {
        return indices.answer() ? Health.up().build() : Health.down().build();
    }
}
