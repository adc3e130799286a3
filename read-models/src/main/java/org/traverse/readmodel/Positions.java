package org.traverse.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.WrappedToken;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the read models of this node have read, so that whoever changed something can wait until it shows. */
@Component
public class Positions {
    private static final Duration POLL = Duration.ofMillis(10);

    private final JdbcClient sql;
    private final EventProcessingConfiguration processing;
    private final ApplicationContext beans;

    Positions(JdbcClient sql, EventProcessingConfiguration processing, ApplicationContext beans) {
        this.sql = sql;
        this.processing = processing;
        this.beans = beans;
    }

    /** The position of the newest event; 0 in an empty store. */
    public long newest() {
        return sql.sql("select coalesce(max(globalindex), 0) from domainevententry")
                .query(Long.class)
                .single();
    }

    /** Waits until every read model has read up to this position; false when that takes longer. */
    public boolean await(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<StreamingEventProcessor> readModels = readModels();
        while (!readModels.stream().allMatch(hasRead(position))) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private List<StreamingEventProcessor> readModels() {
        return beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(Object::getClass)
                .filter(type -> type.getPackageName().startsWith("org.traverse.readmodel"))
                .map(type -> beans.findAnnotationOnBean(beans.getBeanNamesForType(type)[0], ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .distinct()
                .map(group -> processing
                        .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
    }

    private Predicate<StreamingEventProcessor> hasRead(long position) {
        return processor -> {
            var segments = processor.processingStatus().values();
            return !segments.isEmpty() && segments.stream().allMatch(segment -> hasRead(segment, position));
        };
    }

    private boolean hasRead(EventTrackerStatus segment, long position) {
        GapAwareTrackingToken token = WrappedToken.unwrap(segment.getTrackingToken(), GapAwareTrackingToken.class)
                .orElse(null);
        if (token == null || token.getIndex() < position) {
            return position == 0;
        }
        SortedSet<Long> gaps = new TreeSet<>(token.getGaps()).headSet(position + 1);
        return gaps.isEmpty() || !isCommitted(gaps);
    }

    /** Most gaps are of appends that were rolled back, and never close. */
    private boolean isCommitted(SortedSet<Long> positions) {
        return sql.sql("select exists (select from domainevententry where globalindex in (:positions))")
                .param("positions", positions)
                .query(Boolean.class)
                .single();
    }
}
