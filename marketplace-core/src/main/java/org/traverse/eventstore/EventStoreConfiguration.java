package org.traverse.eventstore;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on Boot 4. Axon 4.13's auto-configurations order themselves after the classes of Boot 3; without the order below
 * they run before there is a DataSource and fall back to no transactions at all, silently.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration"
        })
public class EventStoreConfiguration {
    /** Commands running at once, most of which wait for their events to be committed. */
    private static final int COMMAND_THREADS = 64;

    /** After this long another node takes over from one that died. */
    private static final Duration CLAIMS_LAPSE = Duration.ofSeconds(10);

    /** How often a segment stores that it skipped events, and renews its claim. */
    private static final Duration CLAIMS_RENEWED = Duration.ofSeconds(1);

    @Bean
    FlywayMigrationInitializer eventStoreSchema(DataSource database) {
        return new FlywayMigrationInitializer(Flyway.configure()
                .dataSource(database)
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load());
    }

    /** Axon takes the first bean of this type it finds: there must be one only. */
    @Bean
    Jackson3SerializerCustomizer storedJson() {
        return new StoredJson();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(@Qualifier("messageSerializer") Serializer json, PersonalKeys keys) {
        return new EventSerializer(json, EventNames.onTheClassPath(), keys);
    }

    @Bean
    @ConditionalOnMissingBean
    MasterKeys masterKeys(Environment environment) {
        return MasterKeys.of(environment);
    }

    @Bean
    PersonalKeys personalKeys(JdbcTemplate sql, PlatformTransactionManager transactions, MasterKeys masters) {
        var keys = new PersonalKeys(sql, transactions, masters, PersonalKeys.REMEMBERED);
        keys.refuseUnknownMasters();
        return keys;
    }

    @Bean
    SagaSqlSchema sagas() {
        return new PostgresSagaSqlSchema();
    }

    @Bean
    EventLog eventLog(
            JdbcTemplate sql,
            PlatformTransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            Configuration axon) {
        return new EventLog(sql, transactions, events, axon.upcasterChain());
    }

    @Bean
    @Qualifier("eventStore")
    WakefulEventStore eventBus(EventLog log, Configuration axon) {
        return new WakefulEventStore(EmbeddedEventStore.builder()
                .storageEngine(log)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    WakeUp wakeUp(DataSource database, WakefulEventStore events) {
        return new WakeUp(database, events);
    }

    /** Two nodes never share a name, even if their machines and processes are called the same. */
    @Bean
    EventTokens eventTokens(JdbcClient sql, Serializer json) {
        String node = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        return new EventTokens(sql, json, node, CLAIMS_LAPSE);
    }

    @Bean
    EventLag eventLag(JdbcClient sql, EventTokens tokens) {
        return new EventLag(sql, tokens);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService commandThreads() {
        return Executors.newFixedThreadPool(COMMAND_THREADS);
    }

    /**
     * Every command runs on a thread of its own, also when a policy sends it from within an event handler: a refusal
     * would else mark the handler's transaction, and with it the token, for rollback. It runs in no transaction, so that
     * its events can share one with those of others.
     */
    @Bean
    @Qualifier("localSegment")
    AsynchronousCommandBus commandBus(
            @Qualifier("commandThreads") ExecutorService threads,
            Configuration axon,
            DuplicateCommandHandlerResolver duplicates) {
        AsynchronousCommandBus bus = AsynchronousCommandBus.builder()
                .executor(threads)
                .duplicateCommandHandlerResolver(duplicates)
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService commandRetries() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, @Qualifier("commandRetries") ScheduledExecutorService retries) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new LostRaces(retries))
                .build();
    }

    /** Nothing is skipped: an event that cannot be handled is parked, with all that follow it in its sequence. */
    @Bean
    ConfigurerModule eventProcessing() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerPooledStreamingEventProcessorConfiguration((axon, processor) -> processor
                        .initialSegmentCount(1)
                        .batchSize(100)
                        .claimExtensionThreshold(CLAIMS_RENEWED.toMillis()))
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }

    /**
     * A queue for each group by its name, because Axon's own module takes back a provider for all of them. The cache
     * spares each event the question whether one before it is parked.
     */
    @Bean
    ConfigurerModule parkingOfEvents(ListableBeanFactory beans) {
        return configurer -> Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(bean ->
                        beans.findAnnotationOnBean(bean, ProcessingGroup.class).value())
                .distinct()
                .forEach(group -> configurer
                        .eventProcessing()
                        .registerDeadLetterQueue(group, axon -> parked(group, axon))
                        .registerDeadLetteringEventHandlerInvokerConfiguration(
                                group, (axon, invoker) -> invoker.enableSequenceIdentifierCache()));
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> parked(String group, Configuration axon) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup(group)
                .connectionProvider(axon.getComponent(ConnectionProvider.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build();
    }
}
