package org.traverse.eventstore;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * Where a processor hands out events to its segments.
 *
 * <p>When a segment has 1,024 of them waiting, Axon hands out nothing for 100 ms, which would limit every processor to some
 * 10,000 events a second. This looks again sooner.
 */
class CoordinatorThread extends ScheduledThreadPoolExecutor {
    private static final long AXONS_PAUSE_MS = 100;
    private static final long PAUSE_MS = 10;

    CoordinatorThread(String name) {
        super(1, new AxonThreadFactory(name));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        boolean isForRoom = unit.toMillis(delay) == AXONS_PAUSE_MS;
        return isForRoom ? super.schedule(task, PAUSE_MS, TimeUnit.MILLISECONDS) : super.schedule(task, delay, unit);
    }
}
