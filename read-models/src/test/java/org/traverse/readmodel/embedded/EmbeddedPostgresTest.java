package org.traverse.readmodel.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {
    static final Path PROGRAMS = Path.of("target/postgresql");

    @TempDir
    Path folder;

    @Test
    void isUnpackedOnceByTwoWhoStartAtTheSameTime() throws IOException {
        List<CompletableFuture<Path>> starts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            starts.add(CompletableFuture.supplyAsync(this::unpacked));
        }
        assertThat(starts.get(0).join()).isEqualTo(starts.get(1).join()).isDirectory();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    private Path unpacked() {
        try {
            return PostgresArchive.unpackedIn(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsItsDataDurablyFromOneStartToTheNext() {
        try (var postgres = start()) {
            var sql = JdbcClient.create(postgres.dataSource());
            sql.sql("create table note (text text)").update();
            sql.sql("insert into note values ('Łódź')").update();
        }
        try (var postgres = start()) {
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
    void asksForThePasswordThatOnlyItsOwnerMayRead() throws IOException {
        try (var postgres = start()) {
            assertThat(Files.readString(folder.resolve("password"))).isEqualToIgnoringNewLines(postgres.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        try (var postgres = start()) {
            int port = URI.create(postgres.url().substring("jdbc:".length())).getPort();
            new Socket("127.0.0.1", port).close();
            for (InetAddress other : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList()) {
                assertThatThrownBy(() -> new Socket(other, port)).isInstanceOf(ConnectException.class);
            }
            assertThat(JdbcClient.create(postgres.dataSource())
                            .sql("show unix_socket_directories")
                            .query(String.class)
                            .single())
                    .isEmpty();
        }
    }

    @Test
    void isGoneSoonAfterItsApplicationIsKilled() throws Exception {
        try (var application = new Application("postgresql", folder)) {
            ProcessHandle server = server();
            application.kill();
            server.onExit().get(10, SECONDS);
        }
    }

    @Test
    void replacesTheServerThatACrashLeftRunning() throws Exception {
        try (var application = new Application("postgresql", folder)) {
            ProcessHandle leftOver = server();
            application.killWithItsSupervisor();
            leftOver.onExit().completeOnTimeout(null, 2, SECONDS).join();
            assertThat(leftOver.isAlive()).isTrue();
            try (var postgres = start()) {
                assertThat(leftOver.isAlive()).isFalse();
                assertThat(server().pid()).isNotEqualTo(leftOver.pid());
            }
        }
    }

    @Test
    void leavesAloneAStrangerWhoByNowHasTheNumberOfAServerThatIsGone() throws IOException {
        start().close();
        Path pidFile = folder.resolve("data/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        Files.setLastModifiedTime(pidFile, java.nio.file.attribute.FileTime.fromMillis(0));
        start().close();
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is of PostgreSQL 17 and this Traverse brings 18");
    }

    @Test
    void refusesDataWhosePasswordIsLost() throws IOException {
        start().close();
        Files.delete(folder.resolve("password"));
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("password");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PROGRAMS);
    }

    private ProcessHandle server() throws IOException {
        String number =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }
}
