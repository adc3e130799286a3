package org.traverse.api.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives every application context of the tests a port and an empty folder of its own, unless the test names one. */
class OwnHome implements EnvironmentPostProcessor {
    private static final Path HOMES = Path.of("target", "traverse");

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path home = HOMES.resolve(String.valueOf(NEXT.incrementAndGet()));
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException("an earlier run still uses " + home, e);
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "own home", Map.of("traverse.home", home.toString(), "server.port", "0")));
    }
}
