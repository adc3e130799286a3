package org.traverse.readmodel.rebuild;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every read model handle its events in its order. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
    @Bean
    ConfigurerModule orderOfEvents() {
        return configurer -> ReadModel.ALL.forEach(
                model -> configurer.eventProcessing().registerSequencingPolicy(model.name(), axon -> model.order()));
    }
}
