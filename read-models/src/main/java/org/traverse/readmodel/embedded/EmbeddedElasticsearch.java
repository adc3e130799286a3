package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Elasticsearch as a child process whose data, in a folder of the caller's, survives restarts and crashes. */
public final class EmbeddedElasticsearch implements AutoCloseable {
    /** The system property by which the build says where it has unpacked the server. */
    public static final String HOME = "traverse.embedded.elasticsearch-home";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
    private static final Pattern LISTENS =
            Pattern.compile("HttpServerTransport.*publish_address \\{127\\.0\\.0\\.1:(\\d+)}");

    private final Process process;
    private final LastLines output = new LastLines(30);
    private final String uri;
    private volatile boolean asked;

    /**
     * @param home the unpacked server, only read
     * @param wanted where it may write; no other process may use it meanwhile
     */
    public static EmbeddedElasticsearch start(Path home, Path wanted) {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new CannotStart("there is no Elasticsearch in " + home.toAbsolutePath()
                    + ": run `mvn -pl read-models process-resources`, or name servers of your own by"
                    + " spring.datasource.url and traverse.elasticsearch.uris");
        }
        long begun = System.nanoTime();
        try {
            log.info("Elasticsearch: starting …");
            var elasticsearch = new EmbeddedElasticsearch(ElasticsearchHome.of(home, wanted));
            log.info("Elasticsearch: ready after {}", Took.since(begun));
            return elasticsearch;
        } catch (IOException e) {
            throw CannotStart.because("Elasticsearch", wanted, String.valueOf(e.getMessage()));
        }
    }

    private EmbeddedElasticsearch(ElasticsearchHome home) throws IOException {
        home.awaitLeftOver();
        home.configure();
        process = home.process().start();
        var port = new CompletableFuture<Integer>();
        var reader = new Thread(() -> read(port), "elasticsearch-output");
        reader.setDaemon(true);
        reader.start();
        try {
            uri = "http://127.0.0.1:" + port.get(5, TimeUnit.MINUTES);
            awaitYellow();
            tellIfItEndsUnasked();
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            close();
            throw CannotStart.because("Elasticsearch", home.folder(), output.toString());
        }
    }

    public String uri() {
        return uri;
    }

    /** Also happens by itself when this process ends in any way. */
    @Override
    public synchronized void close() {
        asked = true;
        if (!process.isAlive()) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            log.info("Elasticsearch: stopped");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(CompletableFuture<Integer> port) {
        try (var lines = process.inputReader()) {
            for (String line; (line = lines.readLine()) != null; ) {
                output.add(line);
                Matcher listens = LISTENS.matcher(line);
                if (listens.find()) {
                    port.complete(Integer.valueOf(listens.group(1)));
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
        port.completeExceptionally(new IllegalStateException("the process ended"));
    }

    /** Whoever ends all processes of a group ends this one too: a moment later that is known. */
    private void tellIfItEndsUnasked() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> asked = true));
        process.onExit()
                .thenAcceptAsync(
                        ended -> {
                            if (!asked) {
                                log.error(
                                        "Elasticsearch: ended unasked, with exit code {}; start Traverse again to have"
                                                + " search again. Its last words:\n{}",
                                        ended.exitValue(),
                                        output);
                            }
                        },
                        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    private void awaitYellow() throws InterruptedException, TimeoutException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(uri + "/_cluster/health?wait_for_status=yellow&timeout=30s"))
                .build();
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        throw new TimeoutException("not yellow");
    }
}
