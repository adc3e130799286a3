package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL as a child process whose data, in a folder of the caller's, survives restarts and crashes. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "postgres";

    /**
     * Starts the server, and stops it when the pipe from this process closes. The server itself leaves our process
     * group, so Ctrl-C at the terminal reaches neither it nor, because of the trap, the one that waits for us.
     */
    private static final String SUPERVISOR = """
            trap '' INT TERM HUP
            data=$1; shift
            "$@" >&2 || exit 1
            server=$(head -n 1 "$data/postmaster.pid")
            echo ready
            read -r _
            kill -INT "$server"
            for second in 1 2 3 4 5 6; do
                for tenth in 1 2 3 4 5 6 7 8 9 10; do
                    kill -0 "$server" 2>/dev/null || exit 0
                    sleep 0.1
                done
            done
            kill -QUIT "$server"
            """;

    private final Place place;
    private final PostgresPrograms programs;
    private final String password;
    private int port;
    private Process supervisor;

    /** @param wanted where everything goes; no other process may use it meanwhile */
    public static EmbeddedPostgres start(Path wanted) {
        return start(wanted, wanted);
    }

    /** @param programs where the server is unpacked, a folder that many may share */
    public static EmbeddedPostgres start(Path wanted, Path programs) {
        long begun = System.nanoTime();
        try {
            var postgres = new EmbeddedPostgres(wanted, programs);
            postgres.start();
            log.info("PostgreSQL: ready after {}", Took.since(begun));
            return postgres;
        } catch (IOException e) {
            throw CannotStart.because("PostgreSQL", wanted, String.valueOf(e.getMessage()));
        }
    }

    private EmbeddedPostgres(Path wanted, Path programs) throws IOException {
        place = Place.in(wanted, "PostgreSQL", List.of(Account.NAMESPACE, Account.NOBODY));
        this.programs = PostgresPrograms.in(programs, place);
        stopLeftOver();
        password = Secret.in(place.folder().resolve("password"), place.account(), Files.exists(data()));
        if (!Files.exists(data())) {
            create();
        }
        refuseAnotherVersion();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }

    /** Also happens by itself when this process ends in any way. */
    @Override
    public synchronized void close() {
        if (!supervisor.isAlive()) {
            return;
        }
        try {
            supervisor.getOutputStream().close();
            supervisor.waitFor(20, TimeUnit.SECONDS);
            log.info("PostgreSQL: stopped");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path data() {
        return place.folder().resolve("data");
    }

    private void create() throws IOException {
        log.info("PostgreSQL: creating an empty database …");
        Path unfinished = place.folder().resolve("data-unfinished");
        Folders.delete(unfinished);
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + place.folder().resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                // The same order of text on every machine, whatever locales it has.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseAnotherVersion() throws IOException {
        String written = Files.readString(data().resolve("PG_VERSION")).strip();
        String major = programs.major();
        if (!written.equals(major)) {
            throw new CannotStart(
                    "the data in " + data() + " is of PostgreSQL " + written + " and this Traverse brings " + major
                            + ": name another folder by traverse.home, or move that one away");
        }
    }

    private void stopLeftOver() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        var server = LeftOver.of(pidFile);
        if (server.isEmpty()) {
            // Its number may by now be somebody else's, who would keep PostgreSQL from starting.
            Files.deleteIfExists(pidFile);
            return;
        }
        log.info("PostgreSQL: stopping the server that a crash left running …");
        try {
            programs.run("pg_ctl", "stop", "--pgdata=" + data(), "--mode=fast", "--timeout=30", "--silent");
        } catch (CannotStart e) {
            server.get().destroyForcibly();
        }
        try {
            server.get().onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("PostgreSQL " + server.get().pid() + ", left over from a crash, does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            configure();
            Path output = place.folder().resolve("server.log");
            Files.writeString(output, "");
            place.account().give(output);
            supervisor = supervisor(output);
            if ("ready".equals(supervisor.inputReader().readLine())) {
                return;
            }
            String complaint = Files.readString(output);
            // Between our look for a free port and its use somebody else may have taken it.
            if (attempt == 3 || !complaint.contains("Address already in use")) {
                throw CannotStart.because("PostgreSQL", place.folder(), complaint);
            }
        }
    }

    private Process supervisor(Path output) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, "postgresql-supervisor", data().toString()));
        command.addAll(programs.command(
                "pg_ctl", "start", "--pgdata=" + data(), "--log=" + output, "--wait", "--timeout=60", "--silent"));
        return programs.process(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private void configure() throws IOException {
        Files.writeString(data().resolve("postgresql.conf"), """
                # Written by Traverse at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port));
        Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
