package org.traverse.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long the disk takes to make a page durable, asked before each round: a run in which it changed is void. */
final class Disk {
    private static final int PAGE = 8_192;
    private static final int FLUSHES = 60;
    private static final double MOST = 3;

    private final List<Long> micros = new ArrayList<>();

    static class Uneven extends RuntimeException {
        Uneven(List<Long> micros) {
            super("void: a flush of the disk took " + Collections.min(micros) + " to " + Collections.max(micros)
                    + " us in this run");
        }
    }

    void ask() throws IOException {
        Path file = Files.createTempFile("flush", null);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var page = ByteBuffer.allocate(PAGE);
            List<Double> flushes = new ArrayList<>();
            for (int i = 0; i < FLUSHES; i++) {
                long before = System.nanoTime();
                channel.write(page.clear());
                channel.force(false);
                flushes.add((System.nanoTime() - before) / 1e3);
            }
            micros.add(Math.max(1, Math.round(Figures.median(flushes))));
        } finally {
            Files.delete(file);
        }
    }

    long medianMicros() {
        return Math.round(Figures.median(micros.stream().map(Long::doubleValue).toList()));
    }

    void mustHaveBeenEven() {
        if (Collections.max(micros) > MOST * Collections.min(micros)) {
            throw new Uneven(micros);
        }
    }
}
