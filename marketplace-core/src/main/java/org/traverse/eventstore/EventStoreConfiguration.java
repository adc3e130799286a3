package org.traverse.eventstore;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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
    /** Commands running at once on their senders' threads, and as many on others; most wait for their events to be committed. */
    private static final int COMMAND_THREADS = 64;

    /** After this long another node takes over from one that died. */
    private static final Duration CLAIMS_LAPSE = Duration.ofSeconds(10);

    /** Of each processor, as in Axon's own. */
    private static final int WORKERS = 4;

    /** How often a node looks for segments that nobody owns any more. */
    private static final Duration CLAIMS_LOOKED_FOR = Duration.ofSeconds(1);

    /** How often a segment stores that it skipped events, and renews its claim. */
    private static final Duration CLAIMS_RENEWED = Duration.ofSeconds(1);

    /** After this long a request is taken to have died with its node, and may be sent again under the same key. */
    private static final Duration REQUESTS_LAPSE = Duration.ofSeconds(10);

    private static final Duration KEYS_KEPT = Duration.ofHours(24);

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
    Serializer eventSerializer(@Qualifier("messageSerializer") Serializer json, EventNames names, PersonalKeys keys) {
        return new EventSerializer(json, names, new PersonalData(keys, json.getConverter()));
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
    EventNames eventNames() {
        return EventNames.onTheClassPath();
    }

    @Bean
    Upcasts upcasts(EventNames names) {
        return Upcasts.onTheClassPath(names);
    }

    @Bean
    EventLog eventLog(JdbcTemplate sql, @Qualifier("eventSerializer") Serializer events, Upcasts upcasts) {
        return new EventLog(sql, events, upcasts);
    }

    @Bean
    @Qualifier("eventStore")
    WakefulEventStore eventBus(EventLog log, Configuration axon) {
        return new WakefulEventStore(
                EmbeddedEventStore.builder()
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)),
                log);
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
    Writes writes(JdbcTemplate sql) {
        return new Writes(sql);
    }

    @Bean
    EventLag eventLag(JdbcClient sql, EventTokens tokens) {
        return new EventLag(sql, tokens);
    }

    @Bean
    SecondReading secondReading(
            JdbcClient sql, EventTokens tokens, TransactionManager transactions, ObjectProvider<Configuration> axon) {
        return new SecondReading(sql, tokens, transactions, axon);
    }

    @Bean
    CommandSteps commandSteps(JdbcClient sql) {
        return new CommandSteps(sql);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient sql) {
        return new IdempotencyKeys(sql, REQUESTS_LAPSE, KEYS_KEPT);
    }

    @Bean
    CommandThreads commandThreads() {
        return new CommandThreads(COMMAND_THREADS);
    }

    /** Commands run in no transaction, so that their events can share one with those of others. */
    @Bean
    @Qualifier("localSegment")
    AsynchronousCommandBus commandBus(
            CommandThreads threads, Configuration axon, DuplicateCommandHandlerResolver duplicates) {
        AsynchronousCommandBus bus = AsynchronousCommandBus.builder()
                .executor(threads)
                .duplicateCommandHandlerResolver(duplicates)
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        // Here only: from an event on to the commands of a policy it must not go.
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(CommandSteps.STEP)));
        return bus;
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService commandRetries() {
        return Executors.newSingleThreadScheduledExecutor();
    }

    @Bean
    CommandGateway commandGateway(
            CommandBus bus, CommandThreads threads, @Qualifier("commandRetries") ScheduledExecutorService retries) {
        return new WaitingGateway(
                DefaultCommandGateway.builder().commandBus(bus).retryScheduler(new LostRaces(retries)), threads);
    }

    /** A provider: Axon's own deadlines need the scheduler, which needs the task that tries parked events first. */
    @Bean
    ParkedEvents parkedEvents(
            JdbcClient sql,
            EventLog log,
            PlatformTransactionManager transactions,
            ObjectProvider<EventProcessingConfiguration> processing) {
        return new ParkedEvents(
                sql,
                log,
                new TransactionTemplate(transactions),
                group -> processing.getObject().eventProcessor(group, ParkingProcessor.class));
    }

    /** Nothing is skipped: an event that cannot be handled is parked, with all that follow it in its sequence. */
    @Bean
    ConfigurerModule eventProcessing(JdbcClient sql, PlatformTransactionManager transactions) {
        var savepoints = new TransactionTemplate(transactions);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return configurer -> configurer
                .eventProcessing()
                .registerEventProcessorFactory((name, axon, handlers) -> processor(
                        name,
                        axon,
                        new ParkingInvoker(
                                handlers,
                                axon.eventProcessingConfiguration().sequencingPolicy(name),
                                new Parking(sql, name),
                                savepoints)))
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
    }

    private static ParkingProcessor processor(String name, Configuration axon, ParkingInvoker handlers) {
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        var builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .messageSource(axon.eventStore())
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(PooledStreamingEventProcessor.class, name))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class))
                .coordinatorExecutor(untilShutdown(axon, new CoordinatorThread(name + "-coordinator")))
                .workerExecutor(
                        untilShutdown(axon, Executors.newScheduledThreadPool(WORKERS, new AxonThreadFactory(name))))
                .initialSegmentCount(1)
                .batchSize(100)
                .claimExtensionThreshold(CLAIMS_RENEWED.toMillis())
                .tokenClaimInterval(CLAIMS_LOOKED_FOR.toMillis());
        return new ParkingProcessor(
                builder, handlers, processing.tokenStore(name), processing.transactionManager(name));
    }

    private static ScheduledExecutorService untilShutdown(Configuration axon, ScheduledExecutorService threads) {
        axon.onShutdown(threads::shutdown);
        return threads;
    }
}
