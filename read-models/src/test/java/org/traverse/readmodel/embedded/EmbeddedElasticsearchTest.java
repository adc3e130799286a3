package org.traverse.readmodel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedElasticsearchTest {
    static final Path HOME = Path.of(System.getProperty(EmbeddedElasticsearch.HOME));

    @TempDir
    Path folder;

    @Test
    void keepsItsDataFromOneStartToTheNext() throws IOException {
        try (var server = EmbeddedElasticsearch.start(HOME, folder)) {
            var elasticsearch = Elasticsearch.client(server.uri(), new JsonMapper());
            elasticsearch.index(i -> i.index("note").id("1").document(Map.of("text", "Łódź")));
        }
        try (var server = EmbeddedElasticsearch.start(HOME, folder)) {
            var elasticsearch = Elasticsearch.client(server.uri(), new JsonMapper());
            assertThat(elasticsearch
                            .get(g -> g.index("note").id("1"), Map.class)
                            .source())
                    .isEqualTo(Map.of("text", "Łódź"));
        }
    }
}
