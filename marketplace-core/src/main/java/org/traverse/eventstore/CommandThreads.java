package org.traverse.eventstore;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * On which thread a command runs: on that of its sender, who would only wait, if that is in no transaction and no unit of
 * work; else on another one.
 *
 * <p>A policy sends its commands from within an event handler. A refusal on that thread would mark the handler's
 * transaction, and with it the token, for rollback; and a command that runs in a transaction cannot share one with others.
 */
class CommandThreads implements Executor, AutoCloseable {
    private final ThreadLocal<Boolean> waits = new ThreadLocal<>();
    private final Semaphore places;
    private final ExecutorService others;

    /** @param count how many commands run on their senders' threads at a time, and how many on others */
    CommandThreads(int count) {
        places = new Semaphore(count);
        others = Executors.newFixedThreadPool(count, new AxonThreadFactory("command"));
    }

    /** Whatever command is sent in the course of this, its sender waits for. */
    <R> R waiting(Supplier<R> sender) {
        waits.set(true);
        try {
            return sender.get();
        } finally {
            waits.remove();
        }
    }

    @Override
    public void execute(Runnable command) {
        if (waits.get() == null
                || CurrentUnitOfWork.isStarted()
                || TransactionSynchronizationManager.isActualTransactionActive()
                || !places.tryAcquire()) {
            others.execute(command);
            return;
        }
        waits.remove(); // what the command sends is another matter
        try {
            command.run();
        } finally {
            places.release();
        }
    }

    /** Commands under way have a moment to come to their end. */
    @Override
    public void close() throws InterruptedException {
        others.shutdown();
        others.awaitTermination(5, TimeUnit.SECONDS);
    }
}
