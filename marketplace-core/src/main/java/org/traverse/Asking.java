package org.traverse;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** How a process asks, so that it can take a no for an answer. */
public final class Asking {
    private Asking() {}

    /**
     * Sends a command and waits for what it answers. Whatever a bus wraps a refusal in, and also when there is nobody to
     * ask, it is {@link RuleViolated}; all else that goes wrong is thrown as it is, because it may go right next time.
     */
    public static <R> R ask(CommandGateway commands, Object command) {
        try {
            return commands.sendAndWait(command);
        } catch (RuntimeException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolated refusal) {
                    throw refusal;
                }
                if (cause instanceof AggregateNotFoundException missing) {
                    throw new RuleViolated("nothing is known under the id " + missing.getAggregateIdentifier());
                }
            }
            throw thrown;
        }
    }
}
