package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every search index. Before any event is read, one that is lost, or that was filled from another store, is made anew,
 * and is filled again from all events.
 */
@Component
public class SearchIndices implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SearchIndices.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofSeconds(5);

    private final ElasticsearchClient elasticsearch;
    private final JdbcClient sql;
    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Map<String, SearchIndex> byGroup = new LinkedHashMap<>();
    private boolean running;

    SearchIndices(
            ElasticsearchClient elasticsearch,
            JdbcClient sql,
            ObjectProvider<EventProcessingConfiguration> processing) {
        this.elasticsearch = elasticsearch;
        this.sql = sql;
        this.processing = processing;
    }

    /** @param processingGroup whose events fill it, and whose reset empties it */
    public SearchIndex index(String name, TypeMapping mapping, String processingGroup) {
        var index = new SearchIndex(elasticsearch, sql, name, mapping);
        byGroup.put(processingGroup, index);
        return index;
    }

    /** The index of a read model, if it has one. */
    public Optional<SearchIndex> of(String processingGroup) {
        return Optional.ofNullable(byGroup.get(processingGroup));
    }

    /** True when all are there and are searched within five seconds. */
    public boolean answer() {
        List<String> names =
                byGroup.values().stream().map(SearchIndex::present).distinct().toList();
        var asking = new ElasticsearchAsyncClient(elasticsearch._transport());
        var health = asking.cluster().health(cluster -> cluster.timeout(time -> time.time("1s")));
        var search = asking.search(all -> all.index(names).size(0), Void.class);
        try {
            return health.thenCombine(
                            search,
                            (cluster, found) -> cluster.status() != HealthStatus.Red
                                    && found.shards().failed().intValue() == 0)
                    .get(HEALTHY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        byGroup.forEach(this::rebuildUnlessOurs);
        running = true;
    }

    private void rebuildUnlessOurs(String group, SearchIndex index) {
        if (index.isOfThisStore()) {
            return;
        }
        if (sql.sql("select exists (select from event)").query(Boolean.class).single()) {
            log.warn("Search index {} is lost or of another store: it is made anew from all events", index.name());
        }
        var processor = processing
                .getObject()
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElseThrow();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!index.isOfThisStore()) {
            try {
                processor.resetTokens();
            } catch (UnableToClaimTokenException e) { // another node reads these events, or did so when it was killed
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing to end. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before Axon, and so before events are read. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
