package org.traverse.api.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.traverse.audit.SigningKey;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import org.traverse.readmodel.embedded.CannotStart;
import tools.jackson.databind.json.JsonMapper;

/** Servers of the company's own. */
@Configuration(proxyBeanMethods = false)
@Conditional(Servers.External.class)
class ExternalConfiguration {
    private static final String AUDIT_KEY = "traverse.audit.signing-key";

    @Bean
    ElasticsearchClient elasticsearch(
            @Value("${" + Servers.ELASTICSEARCH + "}") List<String> uris,
            @Value("${traverse.elasticsearch.api-key:}") String apiKey,
            JsonMapper json) {
        return Elasticsearch.client(uris, apiKey, json);
    }

    @Bean
    @ConditionalOnProperty(AUDIT_KEY)
    SigningKey auditSigningKey(@Value("${" + AUDIT_KEY + "}") String key) {
        try {
            return SigningKey.of(key);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(AUDIT_KEY + " " + e.getMessage());
        }
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
