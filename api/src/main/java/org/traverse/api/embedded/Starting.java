package org.traverse.api.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A server that starts in the background. */
final class Starting<S extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<S> server = new CompletableFuture<>();
    private final Thread thread;

    Starting(String name, Supplier<S> start) {
        thread = new Thread(() -> server.completeAsync(start, Runnable::run), name + "-start");
        thread.setDaemon(true);
        thread.start();
    }

    S started() {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /** Nobody waits for a start that has become pointless because something else failed. */
    @Override
    public void close() throws Exception {
        thread.interrupt();
        thread.join();
        if (!server.isCompletedExceptionally()) {
            server.join().close();
        }
    }
}
