package org.traverse.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.EventTokens;
import org.traverse.eventstore.EventTokens.Reading;

/** How far the read models have read, on whatever node, so that whoever changed something can wait until it shows. */
@Component
public class Positions {
    private static final Duration POLL = Duration.ofMillis(10);

    private final JdbcClient sql;
    private final EventTokens tokens;
    private final EventProcessingConfiguration processing;
    private final ApplicationContext beans;

    Positions(JdbcClient sql, EventTokens tokens, EventProcessingConfiguration processing, ApplicationContext beans) {
        this.sql = sql;
        this.tokens = tokens;
        this.processing = processing;
        this.beans = beans;
    }

    /** Of the last committed event in the order of reading, which need not be readable yet. */
    public EventPosition newest() {
        return sql.sql("""
                        select event.xid::text::bigint as xid, event.number
                        from event
                        order by event.xid desc, event.number desc
                        limit 1""").query(EventPosition.class).optional().orElse(EventPosition.START);
    }

    /** Waits until every read model has read up to this position; false when that takes longer. */
    public boolean await(EventPosition position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Map<String, StreamingEventProcessor> readModels = readModels();
        while (!haveRead(readModels, position)) {
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

    private Map<String, StreamingEventProcessor> readModels() {
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
                .distinct()
                .collect(Collectors.toMap(EventProcessor::getName, processor -> processor));
    }

    private boolean haveRead(Map<String, StreamingEventProcessor> readModels, EventPosition position) {
        List<Reading> readings = tokens.readings(readModels.keySet());
        Set<String> begun = readings.stream().map(Reading::processor).collect(Collectors.toSet());
        return begun.containsAll(readModels.keySet())
                && readings.stream()
                        .allMatch(reading -> covers(reading.token(), position)
                                || covers(here(readModels.get(reading.processor()), reading.segment()), position));
    }

    /** A segment that skips events not meant for it stores that only once a second; the node that owns it knows now. */
    private static TrackingToken here(StreamingEventProcessor processor, int segment) {
        var status = processor.processingStatus().get(segment);
        return status == null ? null : status.getTrackingToken();
    }

    private static boolean covers(TrackingToken token, EventPosition position) {
        TrackingToken read = token == null ? EventPosition.START : WrappedToken.unwrapLowerBound(token);
        return read != null && read.covers(position);
    }
}
