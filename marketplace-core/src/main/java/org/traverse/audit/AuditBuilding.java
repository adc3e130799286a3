package org.traverse.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Extends the audit chain every other second. Every node tries, so that no clock decides whose turn it is, and none has
 * to notice that another died.
 */
public class AuditBuilding implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(AuditBuilding.class);

    private final AuditChain chain;
    private volatile ScheduledExecutorService thread;
    private volatile String trouble;

    AuditBuilding(AuditChain chain) {
        this.chain = chain;
    }

    /** Why the chain has not been extended of late. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void start() {
        if (!chain.isSigned()) {
            LOG.warn("The audit chain is not signed: whoever can write to the database can make it anew."
                    + " Name a key by traverse.audit.signing-key");
        }
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            var daemon = new Thread(work, "audit-chain");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::build, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void build() {
        try {
            while (isRunning() && !chain.extend()) {
                // and the next batch
            }
            trouble = null;
        } catch (RuntimeException e) {
            if (isRunning() && !String.valueOf(e.getMessage()).equals(trouble)) {
                LOG.warn("The audit chain has to wait: {}", e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** The batch under way is finished, for the database would have to undo it. */
    @Override
    public void stop() {
        var building = thread;
        thread = null;
        building.shutdown();
        try {
            building.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
