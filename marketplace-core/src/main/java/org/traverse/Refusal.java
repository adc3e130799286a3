package org.traverse;

import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The no that a process must be able to take for an answer. */
public final class Refusal {
    private Refusal() {}

    /**
     * Sends a command and waits; says why it was refused, if it was. Whatever else goes wrong is thrown: it may go right
     * the next time.
     */
    public static Optional<String> of(CommandGateway commands, Object command) {
        try {
            commands.sendAndWait(command);
            return Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of(behind(thrown).orElseThrow(() -> thrown));
        }
    }

    /** A bus may hand over a refusal inside an exception of its own. */
    private static Optional<String> behind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolated violated) {
                return Optional.of(violated.getMessage());
            }
            if (cause instanceof AggregateNotFoundException missing) {
                return Optional.of("nothing is known under the id " + missing.getAggregateIdentifier());
            }
        }
        return Optional.empty();
    }
}
