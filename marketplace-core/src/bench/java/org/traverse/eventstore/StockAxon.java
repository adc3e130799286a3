package org.traverse.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's own JDBC event store on the same PostgreSQL, the peer. */
final class StockAxon implements AutoCloseable {
    private static final int COMMAND_THREADS = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(COMMAND_THREADS);
    private final HikariDataSource database;
    private final Configuration axon;
    final JdbcTransactionManager transactions;
    final JdbcEventStorageEngine engine;

    StockAxon(String url) {
        database = BenchPostgres.pool(url, 40);
        transactions = new JdbcTransactionManager(database);
        TransactionManager manager = new SpringTransactionManager(transactions);
        Serializer json = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new StoredJson())
                .build();
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(BenchPostgres.serializer(json, transactions))
                .snapshotSerializer(json)
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(manager)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        axon = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> json)
                .configureMessageSerializer(c -> json)
                .configureTransactionManager(c -> manager)
                .configureEmbeddedEventStore(c -> engine)
                .configureCommandBus(c -> AsynchronousCommandBus.builder()
                        .executor(threads)
                        .transactionManager(manager)
                        .build())
                .configureAggregate(Note.class)
                .start();
    }

    CommandGateway commands() {
        return axon.commandGateway();
    }

    @Override
    public void close() {
        axon.shutdown();
        threads.shutdown();
        database.close();
    }
}
