package org.traverse.readmodel;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Write side and read models on real servers, one for all tests of this module that name this class. */
@SpringBootApplication(scanBasePackages = "org.traverse")
public class RealApplication {
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    JdbcConnectionDetails connection() {
        var database = (PGSimpleDataSource) Servers.emptyDatabase();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.getURL();
            }

            @Override
            public String getUsername() {
                return database.getUser();
            }

            @Override
            public String getPassword() {
                return database.getPassword();
            }
        };
    }

    @Bean
    ElasticsearchClient elasticsearch(JsonMapper json) throws Exception {
        ElasticsearchClient client = Servers.elasticsearch(json);
        client.indices().delete(d -> d.index("opportunities", "people").ignoreUnavailable(true));
        return client;
    }
}
