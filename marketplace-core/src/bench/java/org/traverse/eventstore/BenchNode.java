package org.traverse.eventstore;

import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The write side as it runs in earnest, without pages and read models. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.traverse",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
public class BenchNode {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A handle on a started one. */
    public static final class Running implements AutoCloseable {
        private final ConfigurableApplicationContext context;

        private Running(ConfigurableApplicationContext context) {
            this.context = context;
        }

        CommandGateway commands() {
            return context.getBean(CommandGateway.class);
        }

        public <T> T the(Class<T> bean) {
            return context.getBean(bean);
        }

        /** Nobody reads: the append is measured alone. */
        void stopReading() {
            context.getBean(EventProcessingConfiguration.class)
                    .eventProcessors()
                    .values()
                    .forEach(EventProcessor::shutDown);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    public static Running start(String url) {
        return new Running(new SpringApplicationBuilder(BenchNode.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.import=classpath:traverse-core.properties",
                        "spring.main.banner-mode=off",
                        "logging.level.root=error",
                        "traverse.personal-data.master-key=" + BenchPostgres.MASTER_KEY,
                        "spring.datasource.url=" + url)
                .run());
    }
}
