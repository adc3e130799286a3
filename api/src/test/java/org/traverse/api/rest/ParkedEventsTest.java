package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.WholeApplication;
import org.traverse.readmodel.Cursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event that no read model can read, in the application as a whole, and what an administrator does about it. */
@WholeApplication
class ParkedEventsTest {
    private static final String[] STRANGERS = {"ewa", "marc", "hanna"};

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String stream = UUID.randomUUID().toString();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private String id;

    @BeforeEach
    void anEventThatNobodyCanRead() throws Exception {
        stored(0, "{\"id\":\"ada@example.com\"}");
        stored(1, "{\"id\":\"ada@example.com\"}");
        for (int i = 0; i < 200 && parkedInGigBoard() < 2; i++) {
            Thread.sleep(100);
        }
        id = sql.sql("select id from parked_event where stream = ? and number = 0 and processing_group = 'gig-board'")
                .param(stream)
                .query(String.class)
                .single();
    }

    @AfterEach
    void goesWithItsTest() {
        sql.sql("delete from parked_event where stream = ?").param(stream).update();
    }

    @Test
    void isSeenTriedAndDroppedByAnAdministrator() throws Exception {
        assertThat(get("ada", "/api/parked-events/" + id).path("event").asString())
                .isEqualTo("gig.published/1");
        JsonNode one = get("ada", "/api/parked-events/" + id);
        assertThat(one.path("group").asString()).isEqualTo("gig-board");
        assertThat(one.path("stream").asString()).isEqualTo(stream);
        assertThat(one.path("tries").asInt()).isPositive();
        assertThat(one.path("behind").asInt()).isEqualTo(1);
        assertThat(one.path("cause").asString()).isEqualTo("UnreadableEvent: gig.published/1 cannot be read: field id");

        JsonNode list = get("ada", "/api/parked-events?limit=1");
        assertThat(list.path("items")).hasSize(1);
        assertThat(list.path("total").asLong()).isGreaterThan(1);
        JsonNode next = get(
                "ada", "/api/parked-events?limit=100&after=" + list.path("next").asString());
        assertThat(next.path("items").size()).isEqualTo(list.path("total").asInt() - 1);
        assertThat(get("ada", "/api/parked-events?q=gig-boar").path("total").asInt())
                .isEqualTo(1);
        assertThat(get("ada", "/api/parked-events?q=nobody").path("items")).isEmpty();
        assertThat(list.toString() + next).doesNotContain("ada@example.com").doesNotContain("payload");
        assertThat(get("ada", "/api/parked-events/" + id + "/payload")
                        .path("payload")
                        .asString())
                .contains("ada@example.com");

        assertThat(post("ada", "/api/parked-events/" + id + "/retry", "").body())
                .isEqualTo("{\"handled\":0,\"failed\":1}");
        assertThat(post("ada", "/api/parked-events/retry", "{\"group\":\"gig-board\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("ada", "/api/parked-events/" + id).path("tries").asInt()).isGreaterThanOrEqualTo(3);

        String second = sql.sql(
                        "select id from parked_event where stream = ? and number = 1 and processing_group = 'gig-board'")
                .param(stream)
                .query(String.class)
                .single();
        String reason = "{\"reason\":\"written by hand\"}";
        assertThat(post("ada", "/api/parked-events/" + second + "/drop", reason).statusCode())
                .isEqualTo(409);
        assertThat(post("ada", "/api/parked-events/" + id + "/drop", "{}").statusCode())
                .isEqualTo(400);
        assertThat(post("ada", "/api/parked-events/" + id + "/drop", reason).statusCode())
                .isEqualTo(204);
        assertThat(post("ada", "/api/parked-events/" + id + "/drop", reason).statusCode())
                .isEqualTo(404);
        JsonNode dropped =
                get("ada", "/api/parked-events/dropped?limit=1").path("items").get(0);
        assertThat(dropped.path("id").asString()).isEqualTo(id);
        assertThat(dropped.path("droppedBy").asString()).isEqualTo("ada");
        assertThat(dropped.path("reason").asString()).isEqualTo("written by hand");
    }

    @Test
    void isNobodyElsesBusiness() throws Exception {
        for (String user : STRANGERS) {
            for (String path : new String[] {"", "/dropped", "/" + id, "/" + id + "/payload"}) {
                assertThat(send(user, "GET", "/api/parked-events" + path, "").statusCode())
                        .as(user + path)
                        .isEqualTo(403);
            }
            assertThat(post(user, "/api/parked-events/retry", "{\"group\":\"gig-board\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(user, "/api/parked-events/" + id + "/retry", "").statusCode())
                    .isEqualTo(403);
            assertThat(post(user, "/api/parked-events/" + id + "/drop", "{\"reason\":\"mine\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get("ada", "/api/parked-events/" + id).path("behind").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoCursorIsRefused() throws Exception {
        var refused = send("ada", "GET", "/api/parked-events?after=" + new Cursor("x", UUID.randomUUID()), "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("after");
        assertThat(send("ada", "GET", "/api/parked-events/" + UUID.randomUUID(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    private void stored(long sequence, String payload) {
        sql.sql("""
                        insert into event (stream, sequence, number, aggregate, type, revision, identifier, at, metadata, payload)
                        values (?, ?, 1, 'Gig', 'gig.published', '1', gen_random_uuid(), now(), '{}'::bytea, ?)""")
                .params(stream, sequence, payload.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private long parkedInGigBoard() {
        return sql.sql("select count(*) from parked_event where stream = ? and processing_group = 'gig-board'")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private JsonNode get(String user, String path) throws Exception {
        var answer = send(user, "GET", path, "");
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String user, String path, String body) throws Exception {
        return send(user, "POST", path, body);
    }

    private HttpResponse<String> send(String user, String method, String path, String body)
            throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
