package org.traverse.readmodel.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An application of one server in a process of its own, so that it can be killed. */
final class Application implements AutoCloseable {
    private static final String READY = "ready at ";

    private final Process process;
    private final String address;

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        System.out.println(READY
                + switch (arguments[0]) {
                    case "postgresql" ->
                        EmbeddedPostgres.start(folder, EmbeddedPostgresTest.PROGRAMS)
                                .url();
                    default ->
                        EmbeddedElasticsearch.start(EmbeddedElasticsearchTest.HOME, folder)
                                .uri();
                });
        Thread.sleep(600_000);
    }

    Application(String server, Path folder) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + EmbeddedElasticsearch.HOME + "=" + System.getProperty(EmbeddedElasticsearch.HOME),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        server,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        address = address(process.inputReader());
    }

    private static String address(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (String line; (line = output.readLine()) != null; said.append(line).append('\n')) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new IllegalStateException("never ready:\n" + said);
    }

    String address() {
        return address;
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    void kill() {
        process.destroyForcibly();
    }

    void killWithItsSupervisor() {
        Stream.concat(process.children(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
