package org.traverse.readmodel.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One embedded Elasticsearch: its programs, its folder, and whom it runs as. */
record ElasticsearchHome(Path programs, Place place) {
    private static final Logger log = LoggerFactory.getLogger(ElasticsearchHome.class);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static ElasticsearchHome of(Path unpacked, Path wanted) throws IOException {
        boolean nobodyHasJava = Account.isRoot() && Account.NOBODY.may("-x", JAVA);
        Place place = Place.in(wanted, "Elasticsearch", List.of(nobodyHasJava ? Account.NOBODY : Account.NAMESPACE));
        if (!place.account().may("-x", JAVA)) {
            throw new CannotStart(
                    "Elasticsearch refuses to run as root, and the user it runs as instead cannot reach the"
                            + " JDK in " + System.getProperty("java.home") + ": use a JDK that every user may run");
        }
        return new ElasticsearchHome(reachable(unpacked.toRealPath(), place), place);
    }

    Path folder() {
        return place.folder();
    }

    private static Path reachable(Path unpacked, Place place) throws IOException {
        if (place.account().may("-r", unpacked.resolve("lib"))) {
            return unpacked;
        }
        Path copy = place.folder().resolve(unpacked.getFileName());
        if (!Files.exists(copy)) {
            log.info("Elasticsearch: copying it to {}, where its user can read it …", copy);
            Path unfinished = place.folder().resolve("server-unfinished");
            Folders.delete(unfinished);
            Folders.copy(unpacked, unfinished);
            place.account().own(unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    /** Made anew at every start. */
    private Path run() {
        return folder().resolve("run");
    }

    private Path config() {
        return run().resolve("config");
    }

    private Path pidFile() {
        return folder().resolve("elasticsearch.pid");
    }

    /** It ends by itself when its parent does, but takes a moment, during which its data is locked. */
    void awaitLeftOver() throws IOException {
        var server = LeftOver.of(pidFile());
        if (server.isEmpty()) {
            return;
        }
        log.info("Elasticsearch: waiting for the server that a crash left running …");
        try {
            server.get().onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.get().destroyForcibly();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void configure() throws IOException {
        Folders.delete(run());
        Files.createDirectories(config());
        Files.writeString(config().resolve("elasticsearch.yml"), """
                cluster.name: traverse-embedded
                node.name: embedded
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: 0
                transport.port: 0
                path.data: '%s'
                path.logs: '%s'
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                        yaml(folder().resolve("data")), yaml(folder().resolve("logs"))));
        // Done with the first compiler before the second would have paid for itself: 13 s of CPU to start, not 21 s.
        Files.writeString(config().resolve("jvm.options"), """
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:+ExitOnOutOfMemoryError
                -Djava.io.tmpdir=${ES_TMPDIR}
                20-:--add-modules=jdk.incubator.vector
                -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
                """);
        Files.writeString(config().resolve("log4j2.properties"), """
                status=error
                appender.c.type=Console
                appender.c.name=c
                appender.c.layout.type=PatternLayout
                appender.c.layout.pattern=[%d][%p][%c{1.}] %m%n
                rootLogger.level=info
                rootLogger.appenderRef.c.ref=c
                """);
        Files.createDirectories(run().resolve("tmp"));
        installSupervisor();
        place.account().own(run());
    }

    private static String yaml(Path path) {
        return path.toString().replace("'", "''");
    }

    private void installSupervisor() throws IOException {
        String file = ElasticsearchSupervisor.class.getName().replace('.', '/') + ".class";
        Path target = run().resolve("supervisor").resolve(file);
        Files.createDirectories(target.getParent());
        try (var code = ElasticsearchSupervisor.class.getResourceAsStream("/" + file)) {
            Files.copy(code, target);
        }
    }

    ProcessBuilder process() {
        // Ctrl-C at the terminal reaches every process there; this one is to wait until the application is done with
        // it.
        var command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "elasticsearch-supervisor"));
        command.addAll(place.account().command(supervisor()));
        var process = new ProcessBuilder(command).directory(programs.toFile()).redirectErrorStream(true);
        var environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("ES_") || name.endsWith("JAVA_OPTIONS"));
        environment.put("ES_PATH_CONF", config().toString());
        environment.put("ES_TMPDIR", run().resolve("tmp").toString());
        environment.put("ES_JAVA_OPTS", "-Xms256m -Xmx512m");
        environment.put("HOSTNAME", "localhost");
        environment.put("HOME", folder().toString());
        return process;
    }

    private List<String> supervisor() {
        return List.of(
                JAVA.toString(),
                "-Xms4m",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcli.name=server",
                "-Dcli.script=" + programs.resolve("bin/elasticsearch"),
                "-Dcli.libs=lib/tools/server-cli",
                "-Des.path.home=" + programs,
                "-Des.path.conf=" + config(),
                "-Des.distribution.type=zip",
                "-Des.java.type=embedded",
                "-cp",
                String.join(
                        File.pathSeparator,
                        run().resolve("supervisor").toString(),
                        programs.resolve("lib") + "/*",
                        programs.resolve("lib/cli-launcher") + "/*"),
                ElasticsearchSupervisor.class.getName(),
                "--pidfile",
                pidFile().toString());
    }
}
