package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.util.List;
import java.util.function.Supplier;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The client the read models use: Elastic's 8.x, which also talks to 9.x servers, on the application's own Jackson. */
public final class Elasticsearch {
    private Elasticsearch() {}

    public static ElasticsearchClient client(String uri, JsonMapper json) {
        return client(List.of(uri), "", json);
    }

    /** @param apiKey what the cluster knows us by, encoded as it hands it out; empty where it asks for none */
    public static ElasticsearchClient client(List<String> uris, String apiKey, JsonMapper json) {
        var http = RestClient.builder(uris.stream().map(HttpHost::create).toArray(HttpHost[]::new));
        if (!apiKey.isEmpty()) {
            http.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey)});
        }
        return new ElasticsearchClient(new RestClientTransport(http.build(), new Jackson3JsonpMapper(json)));
    }

    /** Of a server that may still be starting: only the first request waits for it. */
    public static ElasticsearchClient client(Supplier<String> uri, JsonMapper json) {
        var mapper = new Jackson3JsonpMapper(json);
        return new ElasticsearchClient(new PatientTransport(
                mapper,
                () -> new RestClientTransport(
                        RestClient.builder(HttpHost.create(uri.get())).build(), mapper)));
    }
}
