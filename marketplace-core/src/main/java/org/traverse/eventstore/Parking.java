package org.traverse.eventstore;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where one processing group parks events, each in the transaction in which it was to be handled. */
class Parking {
    private final JdbcClient sql;
    private final String group;

    Parking(JdbcClient sql, String group) {
        this.sql = sql;
        this.group = group;
    }

    String group() {
        return group;
    }

    /** Which of these sequences are held up. */
    Set<String> heldUp(Collection<String> sequences) {
        return new HashSet<>(
                sql.sql("select distinct sequence from parked_event where processing_group = ? and sequence = any (?)")
                        .params(group, sequences.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** @param cause null when it only follows another */
    void park(EventMessage<?> event, String sequence, String cause) {
        var stored = (DomainEventMessage<?>) event;
        sql.sql("""
                        insert into parked_event (processing_group, sequence, stream, number, replayed, tried, tries, cause)
                        values (:group, :sequence, :stream, :number, :replayed,
                            case when :failed then clock_timestamp() end, case when :failed then 1 else 0 end, :cause)
                        on conflict on constraint parked_event_once do nothing""")
                .param("group", group)
                .param("sequence", sequence)
                .param("stream", stored.getAggregateIdentifier())
                .param("number", stored.getSequenceNumber())
                .param("replayed", ReplayToken.isReplay(event))
                .param("failed", cause != null)
                .param("cause", cause)
                .update();
    }

    /** Until the transaction ends nobody else handles or drops it. False unless it is the first, and nobody's now. */
    boolean take(UUID id) {
        return sql.sql("""
                        select id from parked_event
                        where id = ? and not exists (select from parked_event before
                            where before.processing_group = parked_event.processing_group
                                and before.sequence = parked_event.sequence and before.place < parked_event.place)
                        for update skip locked""").param(id).query(UUID.class).optional().isPresent();
    }

    void remove(UUID id) {
        sql.sql("delete from parked_event where id = ?").param(id).update();
    }

    void failedAgain(UUID id, String cause) {
        sql.sql("update parked_event set tries = tries + 1, tried = clock_timestamp(), cause = ? where id = ?")
                .params(cause, id)
                .update();
    }

    /** Whatever is handled anew need not be kept. */
    void clear() {
        sql.sql("delete from parked_event where processing_group = ?")
                .param(group)
                .update();
    }
}
