package org.traverse.eventstore;

import java.time.Duration;
import java.util.Collection;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.eventstore.EventTokens.Reading;

/** How long the oldest event has been waiting that some processor has not handled, by the clock of the database. */
public class EventLag {
    private final JdbcClient sql;
    private final EventTokens tokens;

    EventLag(JdbcClient sql, EventTokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /** Processors that handle old events once more are behind on purpose, and do not count. */
    public Duration of(Collection<String> processors) {
        return tokens.readings(processors).stream()
                .map(Reading::token)
                .filter(token -> !(token instanceof ReplayToken))
                .map(EventLag::read)
                .min(EventPosition::compareTo)
                .map(this::waitingSince)
                .orElse(Duration.ZERO);
    }

    private static EventPosition read(TrackingToken token) {
        TrackingToken read = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return read == null ? EventPosition.START : (EventPosition) read;
    }

    private Duration waitingSince(EventPosition position) {
        return sql.sql("""
                        select (extract(epoch from clock_timestamp() - stored) * 1000)::bigint
                        from event
                        where (event.xid, event.number) > (:xid::text::xid8, :number)
                        order by event.xid, event.number
                        limit 1""")
                .param("xid", String.valueOf(position.xid()))
                .param("number", position.number())
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }
}
