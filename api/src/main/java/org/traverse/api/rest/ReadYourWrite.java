package org.traverse.api.rest;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Answers a change only when a list would show it, so that whoever asked can go on; late projections are not waited for. */
final class ReadYourWrite {
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    private ReadYourWrite() {}

    static void await(BooleanSupplier shown) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        try {
            while (!shown.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
