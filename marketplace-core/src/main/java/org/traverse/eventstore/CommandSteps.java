package org.traverse.eventstore;

import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Commands with a name of their own, each of which leaves events once, however often it is sent: the log refuses those of
 * the second time. Whoever cannot know whether a command has landed sends it again, or asks here.
 */
public class CommandSteps {
    /** In the metadata of a command and of its events. */
    static final String STEP = "step";

    private final JdbcClient sql;

    CommandSteps(JdbcClient sql) {
        this.sql = sql;
    }

    /** The command under this name. */
    public static CommandMessage<Object> named(UUID step, Object command) {
        return GenericCommandMessage.asCommandMessage(command).andMetaData(Map.of(STEP, step.toString()));
    }

    /** The name of the command that an event came from; null for most. */
    static UUID stepOf(EventMessage<?> event) {
        Object step = event.getMetaData().get(STEP);
        return step == null ? null : UUID.fromString(step.toString());
    }

    /** Whether it has left events. */
    public boolean haveLanded(UUID step) {
        return sql.sql("select exists (select from event where command = ?)")
                .param(step)
                .query(Boolean.class)
                .single();
    }
}
