package org.traverse.api.marketplace;

import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.traverse.eventstore.EventPosition;
import org.traverse.readmodel.Positions;

/**
 * Sends commands for the request at hand and tells, in the header {@code Traverse-Position}, up to where a reader must
 * have read to see what they did.
 */
@Component
public class Commands {
    public static final String POSITION = "Traverse-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandGateway gateway;
    private final Positions positions;

    Commands(CommandGateway gateway, Positions positions) {
        this.gateway = gateway;
        this.positions = positions;
    }

    /** Sends it, and waits, 2 s at most, until the read models show what it did. */
    public void send(Object command) {
        gateway.sendAndWait(command);
        untilSeen();
    }

    /** Waits, 2 s at most, until the read models show everything that has happened until now. */
    public void untilSeen() {
        EventPosition position = positions.newest();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            request.getResponse().setHeader(POSITION, position.toString());
        }
        positions.await(position, PATIENCE);
    }
}
