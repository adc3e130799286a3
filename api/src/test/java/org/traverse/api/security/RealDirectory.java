package org.traverse.api.security;

import java.nio.file.Path;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.embedded.EmbeddedPostgres;

/** The directory on a real PostgreSQL, filled by events, without the rest of the application. */
final class RealDirectory implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final AnnotationEventHandlerAdapter entries;

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
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.scan(Directory.class.getPackageName());
        beans.refresh();
        entries = new AnnotationEventHandlerAdapter(beans.getBean("directoryEntries"));
    }

    Directory directory() {
        return beans.getBean(Directory.class);
    }

    void on(Object event) {
        try {
            entries.handle(GenericEventMessage.asEventMessage(event));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        beans.close();
        postgres.close();
    }
}
