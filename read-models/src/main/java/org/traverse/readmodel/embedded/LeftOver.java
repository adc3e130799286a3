package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A server that a crash of this application left running. */
final class LeftOver {
    private LeftOver() {}

    /** Only whoever has locked the folder may ask. */
    static Optional<ProcessHandle> of(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Instant written = Files.getLastModifiedTime(pidFile).toInstant();
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,10}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> startedBefore(written, process));
    }

    /** Numbers of processes are used again; what started after the file was written is somebody else. */
    private static boolean startedBefore(Instant written, ProcessHandle process) {
        Duration clockTick = Duration.ofSeconds(1);
        return process.info()
                .startInstant()
                .filter(start -> start.isBefore(written.plus(clockTick)))
                .isPresent();
    }
}
