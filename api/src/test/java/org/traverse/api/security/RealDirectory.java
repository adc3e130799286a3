package org.traverse.api.security;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Json;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.embedded.EmbeddedPostgres;
import org.traverse.readmodel.planboard.PlanBoard;
import tools.jackson.databind.json.JsonMapper;

/** The directory and two boards on a real PostgreSQL, filled by events, without the rest of the application. */
final class RealDirectory implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final SingleConnectionDataSource connection; // hundreds of questions: connecting for each takes minutes
    private final List<AnnotationEventHandlerAdapter> projections;

    RealDirectory(String name) {
        postgres = EmbeddedPostgres.start(Path.of("target", name), Path.of("target/postgresql"));
        var database = (PGSimpleDataSource) postgres.dataSource();
        var schema = Flyway.configure()
                .dataSource(database)
                .schemas("readmodel")
                .locations("classpath:db/readmodel")
                .cleanDisabled(false)
                .load();
        schema.clean();
        schema.migrate();
        database.setCurrentSchema("readmodel");
        connection = new SingleConnectionDataSource(connected(database), true);
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(connection));
        beans.registerBean(Writes.class, () -> new Writes(new JdbcTemplate(connection)));
        beans.registerBean(JsonMapper.class, () -> JsonMapper.shared());
        beans.register(Json.class);
        beans.scan(
                Directory.class.getPackageName(),
                ApplicationBoard.class.getPackageName(),
                PlanBoard.class.getPackageName());
        beans.refresh();
        projections = beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
    }

    private static Connection connected(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Directory directory() {
        return bean(Directory.class);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    void on(Object event) {
        try {
            for (var projection : projections) {
                projection.handle(GenericEventMessage.asEventMessage(event));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        beans.close();
        connection.destroy();
        postgres.close();
    }
}
