package org.traverse.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.audit.SigningKey;
import org.traverse.eventstore.MasterKeys;
import org.traverse.readmodel.embedded.CannotStart;

/** Starts an application of servers and nothing else, and then others that are in its way or use its servers. */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedStartTest {
    @Import({EmbeddedConfiguration.class, ExternalConfiguration.class, Welcome.class})
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class
    })
    static class JustServers {}

    @TempDir
    static Path temporary;

    static Path home;
    static ConfigurableApplicationContext first;
    static int port;
    static String postgres;
    static String elasticsearch;

    @BeforeAll
    static void startTheFirst() throws IOException {
        home = temporary.resolve("home");
        first = start("--traverse.home=" + home);
        port = ((WebServerApplicationContext) first).getWebServer().getPort();
        var servers = first.getBean(EmbeddedServers.class);
        postgres = servers.postgres().url();
        elasticsearch = servers.elasticsearch().uri();
    }

    @AfterAll
    static void stopTheFirst() {
        first.close();
    }

    @Test
    void answersThisMachineOnly() throws IOException {
        new Socket("127.0.0.1", port).close();
        for (InetAddress other : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList()) {
            assertThatThrownBy(() -> new Socket(other, port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void connectsToBothServers() throws IOException {
        assertThat(first.getBean(JdbcClient.class)
                        .sql("select 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(first.getBean(ElasticsearchClient.class).cluster().health().timedOut())
                .isFalse();
    }

    @Test
    void makesAMasterKeyOfItsOwn() throws IOException {
        assertThat(first.getBean(MasterKeys.class)).isNotNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFolderInUse(CapturedOutput console) {
        assertRefused(console, "another Traverse is using " + home, "--traverse.home=" + home);
    }

    @Test
    void refusesATakenPortBeforeItStartsAnything(CapturedOutput console) {
        Path other = temporary.resolve("other");
        assertRefused(console, "port " + port + " is taken", "--traverse.home=" + other, "--server.port=" + port);
        assertThat(other).doesNotExist();
    }

    @Test
    void refusesOnlyOneOfTwoServers(CapturedOutput console) {
        assertRefused(
                console,
                "spring.datasource.url is set and traverse.elasticsearch.uris is not",
                "--spring.datasource.url=" + postgres);
        assertRefused(
                console,
                "traverse.elasticsearch.uris is set and spring.datasource.url is not",
                "--traverse.elasticsearch.uris=" + elasticsearch);
    }

    @Test
    void startsNothingNextToServersOfTheCompanysOwn(CapturedOutput console) throws IOException {
        int before = console.length();
        try (var external = start(external())) {
            assertThat(external.getBeanNamesForType(EmbeddedServers.class)).isEmpty();
            assertThat(external.getBean(ElasticsearchClient.class)
                            .cluster()
                            .health()
                            .timedOut())
                    .isFalse();
        }
        assertThat(console.subSequence(before, console.length()))
                .contains("Traverse is ready: http://localhost:")
                .doesNotContain("password demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void refusesAServerOfTheCompanysOwnThatMayLoseEvents(String setting, CapturedOutput console) {
        try {
            set(setting, "off");
            assertRefused(console, "turn " + setting + " on", external());
        } finally {
            set(setting, "on");
        }
    }

    @Test
    void refusesAServerOfTheCompanysOwnThatIsNotThere(CapturedOutput console) {
        var arguments = external();
        arguments[0] = "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/postgres";
        assertRefused(console, "cannot use the PostgreSQL that spring.datasource.url names", arguments);
    }

    @Test
    void signsTheAuditChainWithAKeyOfItsOwn() throws IOException {
        Path file = home.resolve("audit-signing-key");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(first.getBean(SigningKey.class).text())
                .isEqualTo(Files.readString(file).strip());
        assertThat(AuditKeyFile.in(file).text())
                .as("made once")
                .isEqualTo(Files.readString(file).strip());

        Path damaged = Files.writeString(temporary.resolve("damaged"), "no key");
        assertThatThrownBy(() -> AuditKeyFile.in(damaged))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(damaged + " is no Ed25519 key");
    }

    @Test
    void takesTheKeyOfAChainOfTheCompanysOwnFromAProperty(CapturedOutput console) {
        var arguments = Arrays.copyOf(external(), external().length + 1);
        var key = SigningKey.generate();
        arguments[arguments.length - 1] = "--traverse.audit.signing-key=" + key.text();
        try (var external = start(arguments)) {
            assertThat(external.getBean(SigningKey.class).text()).isEqualTo(key.text());
        }
        arguments[arguments.length - 1] =
                "--traverse.audit.signing-key=" + key.text().substring(4);
        assertRefused(console, "traverse.audit.signing-key is no Ed25519 key", arguments);
        assertThat(console.getAll()).doesNotContain(key.text().substring(4));
    }

    private static String[] external() {
        var connection = first.getBean(JdbcConnectionDetails.class);
        return new String[] {
            "--spring.datasource.url=" + connection.getJdbcUrl(),
            "--spring.datasource.username=" + connection.getUsername(),
            "--spring.datasource.password=" + connection.getPassword(),
            "--traverse.elasticsearch.uris=" + elasticsearch,
            "--spring.datasource.hikari.connection-timeout=2000",
            "--spring.datasource.hikari.maximum-pool-size=1"
        };
    }

    private static void set(String setting, String value) {
        var sql = first.getBean(JdbcClient.class);
        sql.sql("alter system set " + setting + " = " + value).update();
        sql.sql("select pg_reload_conf()").query().singleValue();
        await().until(() ->
                sql.sql("show " + setting).query(String.class).single().equals(value));
    }

    private static void assertRefused(CapturedOutput console, String sentence, String... arguments) {
        int before = console.length();
        assertThatThrownBy(() -> start(arguments).close())
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .isInstanceOf(CannotStart.class);
        assertThat(console.subSequence(before, console.length()))
                .contains("Traverse cannot start: ")
                .contains(sentence)
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(JustServers.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments);
    }
}
