package org.traverse.readmodel.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedElasticsearchTest {
    static final Path HOME = Path.of(System.getProperty(EmbeddedElasticsearch.HOME));

    @TempDir
    Path folder;

    @Test
    void isGoneSoonAfterItsApplicationIsKilledAndKeepsItsDataForTheNextWhichSaysWhenItEndsUnasked(
            CapturedOutput console) throws Exception {
        try (var application = new Application("elasticsearch", folder)) {
            var elasticsearch = Elasticsearch.client(application.address(), new JsonMapper());
            elasticsearch.index(i -> i.index("note").id("1").document(Map.of("text", "Łódź")));
            assertThat(elasticsearch
                            .nodes()
                            .info(i -> i.metric("http", "transport"))
                            .nodes()
                            .values())
                    .allSatisfy(node -> {
                        assertThat(node.http().publishAddress()).startsWith("127.0.0.1:");
                        assertThat(node.http().boundAddress()).allMatch(address -> address.startsWith("127.0.0.1:"));
                        assertThat(node.transport().boundAddress())
                                .allMatch(address -> address.startsWith("127.0.0.1:"));
                    });

            var children = application.children();
            assertThat(children).hasSize(2);
            application.kill();
            for (ProcessHandle child : children) {
                child.onExit().get(10, SECONDS);
            }
        }
        try (var server = EmbeddedElasticsearch.start(HOME, folder)) {
            var elasticsearch = Elasticsearch.client(server.uri(), new JsonMapper());
            assertThat(elasticsearch
                            .get(g -> g.index("note").id("1"), Map.class)
                            .source())
                    .isEqualTo(Map.of("text", "Łódź"));

            elasticsearchIn(folder).forEach(ProcessHandle::destroyForcibly);
            await().atMost(10, SECONDS).until(() -> console.getOut().contains("Elasticsearch: ended unasked"));
        }
    }

    @Test
    void saysNothingOfTheKindWhenItWasAsked(CapturedOutput console) throws Exception {
        EmbeddedElasticsearch.start(HOME, folder).close();
        Thread.sleep(1_500);
        assertThat(console).doesNotContain("ended unasked");
    }

    /** Of all that run here those that write to this folder. */
    private static Stream<ProcessHandle> elasticsearchIn(Path folder) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    @Test
    void endsAtOnceWhenNobodyWaitsForItsStartAnyLonger() throws Exception {
        var starting = new CompletableFuture<EmbeddedElasticsearch>();
        var thread = new Thread(
                () -> starting.completeAsync(() -> EmbeddedElasticsearch.start(HOME, folder), Runnable::run));
        thread.start();
        thread.join(2_000);
        thread.interrupt();
        assertThatThrownBy(() -> starting.get(20, SECONDS)).hasCauseInstanceOf(CannotStart.class);
    }
}
