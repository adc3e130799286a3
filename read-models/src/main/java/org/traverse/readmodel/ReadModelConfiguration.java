package org.traverse.readmodel;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schema of the read models, with a history of its own: it may be dropped and rebuilt from the events. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {
    @Bean
    FlywayMigrationInitializer readModelSchema(DataSource database) {
        return new FlywayMigrationInitializer(Flyway.configure()
                .dataSource(database)
                .schemas("readmodel")
                .locations("classpath:db/readmodel")
                .load());
    }
}
