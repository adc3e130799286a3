package org.traverse.readmodel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {
    static final Path PROGRAMS = Path.of("target/postgresql");

    @TempDir
    Path folder;

    @Test
    void keepsItsDataDurablyFromOneStartToTheNext() {
        try (var postgres = EmbeddedPostgres.start(folder, PROGRAMS)) {
            var sql = JdbcClient.create(postgres.dataSource());
            sql.sql("create table note (text text)").update();
            sql.sql("insert into note values ('Łódź')").update();
        }
        try (var postgres = EmbeddedPostgres.start(folder, PROGRAMS)) {
            var sql = JdbcClient.create(postgres.dataSource());
            assertThat(sql.sql("select text from note").query(String.class).single())
                    .isEqualTo("Łódź");
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(sql.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnlyAndAsksForThePassword() throws IOException {
        try (var postgres = EmbeddedPostgres.start(folder, PROGRAMS)) {
            var sql = JdbcClient.create(postgres.dataSource());
            assertThat(sql.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
            assertThat(sql.sql("show unix_socket_directories")
                            .query(String.class)
                            .single())
                    .isEmpty();
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }
}
