package org.traverse.readmodel.elasticsearch;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Connects when the first request needs it, so that the application is put together while Elasticsearch starts. */
final class PatientTransport implements ElasticsearchTransport {
    private final JsonpMapper mapper;
    private final Supplier<ElasticsearchTransport> connect;
    private ElasticsearchTransport connected;

    PatientTransport(JsonpMapper mapper, Supplier<ElasticsearchTransport> connect) {
        this.mapper = mapper;
        this.connect = connect;
    }

    private synchronized ElasticsearchTransport connected() {
        if (connected == null) {
            connected = connect.get();
        }
        return connected;
    }

    @Override
    public <Q, A, E> A performRequest(Q request, Endpoint<Q, A, E> endpoint, TransportOptions options)
            throws IOException {
        return connected().performRequest(request, endpoint, options);
    }

    @Override
    public <Q, A, E> CompletableFuture<A> performRequestAsync(
            Q request, Endpoint<Q, A, E> endpoint, TransportOptions options) {
        return connected().performRequestAsync(request, endpoint, options);
    }

    @Override
    public JsonpMapper jsonpMapper() {
        return mapper;
    }

    @Override
    public TransportOptions options() {
        return connected().options();
    }

    @Override
    public synchronized void close() throws IOException {
        if (connected != null) {
            connected.close();
        }
    }
}
