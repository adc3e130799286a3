package org.traverse.api.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeEvent.Erasure;

/**
 * A run with somebody erased in it cannot be run again, so that nothing of what it was given is of use: no more than the
 * moment is left. Done again once no node has the key any more, for what was kept meanwhile.
 */
@Component
@ProcessingGroup("run-input-erasing")
@DisallowReplay
class RunInputErasing {
    private final JdbcClient sql;

    RunInputErasing(JdbcClient sql) {
        this.sql = sql;
    }

    @EventHandler
    void on(Erasure event, @Timestamp Instant at) {
        List<UUID> runs = runsWith(event.id().value());
        if (!runs.isEmpty()) {
            sql.sql("delete from run_input_person where run in (:runs)")
                    .param("runs", runs)
                    .update();
            sql.sql("update run_input set common = null, erased = :at where run in (:runs) and erased is null")
                    .param("at", java.sql.Timestamp.from(at))
                    .param("runs", runs)
                    .update();
        }
    }

    /** Those as well that named them, in scope or not, before what concerns somebody was kept with them. */
    private List<UUID> runsWith(UUID person) {
        return sql.sql("""
                        select run from run_input_person where person = :person
                        union
                        select run from run_input
                        where strpos(convert_from(common, 'UTF8'), '"taken":') > 0
                            and strpos(convert_from(common, 'UTF8'), cast(:person as text)) > 0""").param("person", person).query(UUID.class).list();
    }
}
