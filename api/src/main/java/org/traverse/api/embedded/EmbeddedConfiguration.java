package org.traverse.api.embedded;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.traverse.audit.SigningKey;
import org.traverse.eventstore.MasterKeys;
import org.traverse.readmodel.elasticsearch.Elasticsearch;
import org.traverse.readmodel.embedded.EmbeddedElasticsearch;
import org.traverse.readmodel.embedded.EmbeddedHome;
import org.traverse.readmodel.embedded.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** Real servers that come and go with the application, and answer to this machine only. */
@Configuration(proxyBeanMethods = false)
@Conditional(Servers.Embedded.class)
class EmbeddedConfiguration {
    /** Begins before anything else is made, because Elasticsearch takes longest of all. */
    @Bean
    static BeanFactoryPostProcessor earlyStart(ApplicationContext application) {
        return beans -> {
            if (application instanceof WebServerApplicationContext) {
                WebPort.refuseIfTaken(application.getEnvironment());
            }
            beans.getBean(EmbeddedServers.class);
        };
    }

    @Bean
    static EmbeddedServers embeddedServers(Environment environment) {
        String elasticsearch = environment.getRequiredProperty(EmbeddedElasticsearch.HOME);
        String programs = environment.getProperty("traverse.embedded.postgresql-home");
        var home = EmbeddedHome.locked(Path.of(environment.getProperty("traverse.home", ".traverse")));
        return new EmbeddedServers(
                home, programs == null ? home.resolve("postgresql-server") : Path.of(programs), Path.of(elasticsearch));
    }

    /** Kept beside the data, which this machine alone uses; a company's own goes into the configuration. */
    @Bean
    MasterKeys masterKeys(EmbeddedServers servers, Environment environment) {
        return environment.containsProperty(MasterKeys.CURRENT)
                ? MasterKeys.of(environment)
                : new MasterKeys(servers.home().key("master-key"), List.of());
    }

    /** Whatever is connected is closed before the servers are, because it depends on them. */
    @Bean
    JdbcConnectionDetails connectionToEmbeddedPostgres(EmbeddedServers servers) {
        return new Connection(servers.postgres());
    }

    @Bean
    ElasticsearchClient elasticsearch(EmbeddedServers servers, JsonMapper json) {
        return Elasticsearch.client(() -> servers.elasticsearch().uri(), json);
    }

    @Bean
    SigningKey auditSigningKey(EmbeddedServers servers) {
        return AuditKeyFile.in(servers.home().resolve("audit-signing-key"));
    }

    /** Who is told that Traverse is ready may rely on both servers, and who is not learns why. */
    @Bean
    ApplicationRunner bothHaveStarted(EmbeddedServers servers) {
        return arguments -> {
            servers.postgres();
            servers.elasticsearch();
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> onThisMachineOnly(Environment environment) {
        return server -> {
            if (!environment.containsProperty("server.address")) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    private record Connection(EmbeddedPostgres postgres) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return postgres.url();
        }

        @Override
        public String getUsername() {
            return postgres.user();
        }

        @Override
        public String getPassword() {
            return postgres.password();
        }
    }
}
