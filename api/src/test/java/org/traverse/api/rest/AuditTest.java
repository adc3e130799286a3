package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.audit.VerifyAuditChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of the demo company, verified over HTTP and from the command line; in the application of MarketplaceTest. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"traverse.matching.longest-run=10m", "traverse.matching.unimproved=10m"})
@ExtendWith(OutputCaptureExtension.class)
class AuditTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcConnectionDetails database;

    @Value("${traverse.home}")
    String home;

    @TempDir
    Path elsewhere;

    @Test
    void anAlteredEventIsFoundByTheApplicationAndWithoutIt(CapturedOutput console) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sql.sql("select count(*) from audit_link")
                                .query(Long.class)
                                .single()
                        > 1000);
        String head = send("ada", "GET", "/api/audit/head", "").body();
        assertThat(json.readTree(head).path("signature").asString()).isNotEmpty();
        Path copy = Files.writeString(elsewhere.resolve("head.json"), head);

        JsonNode sound = verified(head);
        assertThat(sound.path("done")).isEqualTo(sound.path("total"));
        assertThat(sound.path("result").path("ok").asBoolean()).isTrue();
        assertThat(sound.path("result").path("signed").asLong())
                .isGreaterThanOrEqualTo(json.readTree(head).path("events").asLong());
        assertThat(verifiedByCommand(copy)).isZero();
        assertThat(console.getOut()).containsPattern("audit events=\\d+ position=\\d+-\\d+ ok signed=\\d+");

        String position = sql.sql("select xid::text || '-' || number from audit_link where events = 500")
                .query(String.class)
                .single();
        changeEvent500("metadata || ' '");
        try {
            JsonNode result = verified("").path("result");
            assertThat(result.path("fault").asString()).isEqualTo("altered");
            assertThat(result.path("position").asString()).isEqualTo(position);
            assertThat(verifiedByCommand(copy)).isEqualTo(1);
            assertThat(console.getOut()).contains("audit events=499 position=" + position + " altered: ");
        } finally {
            changeEvent500("substr(metadata, 1, length(metadata) - 1)");
        }
        assertThat(verifiedByCommand(copy)).isZero();
    }

    @Test
    void whatIsNoHeadIsRefusedByTheFieldThatIsWrong(CapturedOutput console) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> send("ada", "GET", "/api/audit/head", "").statusCode() == 200);
        String head = send("ada", "GET", "/api/audit/head", "").body();
        assertThat(send("marc", "GET", "/api/audit/head", "").statusCode()).isEqualTo(403);
        assertThat(send("marc", "POST", "/api/audit/verifications", "").statusCode())
                .isEqualTo(403);
        for (String[] wrong : new String[][] {
            {head.replaceFirst("\"events\":\\d+", "\"events\":0"), "events must be greater than 0"},
            {head.replaceFirst("\"position\":\"\\d+", "\"position\":\"x"), "position must be like 1234-1"},
            {head.replaceFirst("\"position\":\"\\d+", "\"position\":\"1"), "signature is not that of the key it names"},
            {head.replaceFirst("\"hash\":\"..", "\"hash\":\""), "hash must be 64 hexadecimal digits"},
            {head.replaceFirst("\"publicKey\":\"", "\"publicKey\":\"A"), "publicKey is no Ed25519 public key"},
            {head.replaceFirst("\"key\":\"[^\"]*\"", "\"key\":null"), "key is missing"},
        }) {
            HttpResponse<String> refused = send("ada", "POST", "/api/audit/verifications", wrong[0]);
            assertThat(refused.statusCode()).as(wrong[0]).isEqualTo(400);
            assertThat(refused.body()).contains(wrong[1]);
            assertThat(verifiedByCommand(Files.writeString(elsewhere.resolve("wrong.json"), wrong[0])))
                    .isEqualTo(1);
            assertThat(console.getErr()).contains(wrong[1]);
        }
        assertThat(verifiedByCommand(elsewhere.resolve("absent.json"))).isEqualTo(1);
        assertThat(console.getErr()).contains("traverse.audit.head names ").contains("absent.json");
    }

    @Test
    void aStoreInUseOrNoStoreAtAllIsRefusedInASentence(CapturedOutput console) {
        assertThat(VerifyAuditChain.run("verify-audit-chain", "--traverse.home=" + home))
                .isEqualTo(1);
        assertThat(console.getErr()).contains("another Traverse is using");
        assertThat(VerifyAuditChain.run("verify-audit-chain", "--traverse.home=" + elsewhere))
                .isEqualTo(1);
        assertThat(console.getErr()).contains("there is no store in " + elsewhere);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private JsonNode verified(String copy) throws Exception {
        HttpResponse<String> begun = send("ada", "POST", "/api/audit/verifications", copy);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String path = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> state(path),
                        state -> !state.path("state").asString().equals("running"));
        assertThat(state(path).path("state").asString()).isEqualTo("done");
        return state(path);
    }

    private JsonNode state(String path) throws Exception {
        return json.readTree(send("ada", "GET", path, "").body());
    }

    private int verifiedByCommand(Path copy) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify-audit-chain",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--traverse.audit.head=" + copy));
        return VerifyAuditChain.run(arguments.toArray(String[]::new));
    }

    private void changeEvent500(String metadata) {
        sql.sql("update event set metadata = " + metadata + " from audit_link link"
                        + " where link.events = 500 and event.xid = link.xid and event.position = link.number")
                .update();
    }

    private HttpResponse<String> send(String user, String method, String path, String body)
            throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(90))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
