package org.traverse.api.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The browser of the machine, rather the one without windows, which works less. Where it may be installed and is not there
 * it is installed; elsewhere that is a failure.
 */
final class Chromium {
    private static final Path APT_GET = Path.of("/usr/bin/apt-get");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private Chromium() {}

    static synchronized Path executable() {
        return find().orElseGet(Chromium::install);
    }

    /** Chromium's own sandbox refuses root. */
    static boolean mayUseItsSandbox() {
        return !isRoot();
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.of(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path install() {
        if (!isRoot() || !Files.isExecutable(APT_GET)) {
            throw new AssertionError("The browser tests need Chromium. Install it with `sudo apt-get install chromium`,"
                    + " or say in the environment variable CHROMIUM where it is.");
        }
        LoggerFactory.getLogger(Chromium.class).info("Chromium is missing: installing it with apt-get …");
        aptGet("update", "-qq");
        if (!installs("chromium-headless-shell") && !installs("chromium")) {
            throw new AssertionError("`apt-get install chromium` failed: see api/target/apt-get.log");
        }
        return find().orElseThrow(
                        () -> new AssertionError("apt-get installed chromium, but it is nowhere to be found"));
    }

    private static boolean installs(String name) {
        return aptGet("install", "-y", "-qq", "--no-install-recommends", name);
    }

    private static boolean aptGet(String... arguments) {
        try {
            var command = Stream.concat(Stream.of(APT_GET.toString()), Stream.of(arguments))
                    .toList();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "apt-get.log").toFile());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new AssertionError("cannot install Chromium", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("was interrupted while installing Chromium", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
