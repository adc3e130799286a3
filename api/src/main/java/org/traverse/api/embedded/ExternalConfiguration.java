package org.traverse.api.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import tools.jackson.databind.json.JsonMapper;

/** Servers of the company's own. */
@Configuration(proxyBeanMethods = false)
@Conditional(Servers.External.class)
class ExternalConfiguration {
    @Bean
    ElasticsearchClient elasticsearch(
            @Value("${" + Servers.ELASTICSEARCH + "}") List<String> uris,
            @Value("${traverse.elasticsearch.api-key:}") String apiKey,
            JsonMapper json) {
        return Elasticsearch.client(uris, apiKey, json);
    }

    /** Before anybody, migrations included, uses the connection. */
    @Bean
    static BeanPostProcessor refusesUnsafePostgres() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource postgres) {
                    ExternalPostgres.refuseIfUnsafe(postgres);
                }
                return bean;
            }
        };
    }
}
