package org.traverse.eventstore;

import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** Lends the thread that waits for an answer to the command. */
class WaitingGateway extends DefaultCommandGateway {
    private final CommandThreads threads;

    WaitingGateway(Builder builder, CommandThreads threads) {
        super(builder);
        this.threads = threads;
    }

    @Override
    public <R> R sendAndWait(Object command) {
        return threads.waiting(() -> super.sendAndWait(command));
    }
}
