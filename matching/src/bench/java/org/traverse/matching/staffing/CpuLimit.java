package org.traverse.matching.staffing;

import org.traverse.matching.assignment.Cpu;

/** So many seconds of all processors together, from now: compiling and collecting garbage counts. */
final class CpuLimit {

    private final long began = now();
    private final long end;

    CpuLimit(int seconds) {
        end = began + seconds * 1_000_000_000L;
    }

    static long now() {
        return Cpu.nanos();
    }

    long end() {
        return end;
    }

    double used() {
        return (now() - began) / 1e9;
    }

    /** Runs what ends the solver once the time is used up. */
    void thenRun(Runnable end) {
        var watch = new Thread(() -> {
            try {
                while (now() < this.end) {
                    Thread.sleep(10);
                }
                end.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
    }
}
