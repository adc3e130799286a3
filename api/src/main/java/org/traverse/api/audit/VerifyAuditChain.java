package org.traverse.api.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.StringUtils;
import org.traverse.audit.AuditHead;
import org.traverse.audit.AuditReport;
import org.traverse.audit.AuditVerification;
import org.traverse.readmodel.embedded.CannotStart;
import org.traverse.readmodel.embedded.EmbeddedHome;
import org.traverse.readmodel.embedded.EmbeddedPostgres;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar api.jar verify-audit-chain}: says in one line whether the log is what it was, and ends. */
public final class VerifyAuditChain {
    private static final String NAME = "verify-audit-chain";
    private static final String HEAD = "traverse.audit.head";
    private static final int LARGEST_HEAD = 10_000;

    /** The settings are read as the application reads them, and nothing is started for that. */
    private static final class Settings {}

    private VerifyAuditChain() {}

    public static boolean isAskedForBy(String... arguments) {
        return Arrays.asList(arguments).contains(NAME);
    }

    /** @return the exit code: 0 when all is well, else 1 */
    public static int run(String... arguments) {
        var quietly = Stream.concat(Arrays.stream(arguments), Stream.of("--logging.level.org.traverse=warn"))
                .toArray(String[]::new);
        try (var settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(quietly)) {
            AuditReport report = verify(settings.getEnvironment());
            System.out.println(report);
            return report.isOk() ? 0 : 1;
        } catch (CannotStart | IllegalArgumentException | DataAccessException | IOException e) {
            System.err.println("The audit chain cannot be verified: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return 1;
        }
    }

    private static AuditReport verify(Environment settings) throws IOException {
        Optional<AuditHead> copy = copy(settings);
        String url = settings.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            return verify(
                    url,
                    settings.getProperty("spring.datasource.username"),
                    settings.getProperty("spring.datasource.password"),
                    copy);
        }
        Path folder = Path.of(settings.getProperty("traverse.home", ".traverse"));
        if (!Files.isDirectory(folder.resolve("postgresql"))) {
            throw new CannotStart("there is no store in " + folder.toAbsolutePath()
                    + ": name one by traverse.home, or a database by spring.datasource.url");
        }
        String programs = settings.getProperty("traverse.embedded.postgresql-home");
        try (var home = EmbeddedHome.locked(folder);
                var postgres = EmbeddedPostgres.start(
                        home.resolve("postgresql"),
                        programs == null ? home.resolve("postgresql-server") : Path.of(programs))) {
            return verify(postgres.url(), postgres.user(), postgres.password(), copy);
        }
    }

    private static AuditReport verify(String url, String user, String password, Optional<AuditHead> copy) {
        var connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setCurrentSchema("eventstore");
        if (user != null) {
            connections.setUser(user);
            connections.setPassword(password);
        }
        var one = new SingleConnectionDataSource(DataSourceUtils.getConnection(connections), true);
        try {
            return new AuditVerification(one)
                    .verify(copy, (done, total) -> true)
                    .orElseThrow();
        } finally {
            one.destroy();
        }
    }

    private static Optional<AuditHead> copy(Environment settings) throws IOException {
        String name = settings.getProperty(HEAD);
        if (!StringUtils.hasText(name)) {
            return Optional.empty();
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_HEAD) {
            throw new IllegalArgumentException(HEAD + " names " + name + ", which is no file of a head");
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(file, AuditHead.class));
        } catch (JacksonException e) {
            String why = NestedExceptionUtils.getMostSpecificCause(e) instanceof IllegalArgumentException refused
                    ? refused.getMessage()
                    : "it is not what GET /api/audit/head answers";
            throw new IllegalArgumentException("in " + name + " " + why);
        }
    }
}
