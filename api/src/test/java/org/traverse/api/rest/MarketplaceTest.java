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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.traverse.eventstore.EventTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application over HTTP, in the demo company, as its four users. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "traverse.matching.unimproved=1s")
class MarketplaceTest {
    private record Answer(int status, HttpResponse<String> response, JsonNode body) {
        String id() {
            return body.path("id").asString();
        }

        List<JsonNode> items() {
            List<JsonNode> items = new ArrayList<>();
            body.path("items").forEach(items::add);
            return items;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    int port;

    /** Axon falls back silently when it meets no DataSource; these are the classes that must not change unseen. */
    @Test
    void startsWithTheEventStoreItIsMeantToHave(
            @Autowired TransactionManager transactions,
            @Autowired EventStorageEngine engine,
            @Autowired TokenStore tokens,
            @Autowired @Qualifier("eventSerializer") Serializer events) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine.getClass().getName()).isEqualTo("org.traverse.eventstore.EventLog");
        assertThat(tokens).isInstanceOf(EventTokens.class);
        assertThat(events.getClass().getName()).isEqualTo("org.traverse.eventstore.EventSerializer");
    }

    @Test
    void fromAPostingToEvidenceOnAProfile() {
        String title = "Clinic " + UUID.randomUUID();
        String gig = post("marc", "/api/gigs", newGig(title, "\"SQL\"", 3)).id();
        assertThat(get("ewa", "/api/gigs/" + gig).status())
                .as("a draft is its owner's")
                .isEqualTo(404);
        assertThat(post("marc", "/api/gigs/" + gig + "/publish", "").status()).isEqualTo(204);

        JsonNode candidate =
                get("marc", "/api/gigs/" + gig + "/candidates").items().get(0);
        assertThat(candidate.path("eligible").asBoolean()).isTrue();
        assertThat(sumOfParts(candidate)).isEqualTo(candidate.path("score").asInt());
        JsonNode mine =
                get("ewa", "/api/opportunities?q=" + title.substring(7)).items().get(0);
        assertThat(mine.path("id").asString()).isEqualTo(gig);
        assertThat(mine.path("kind").asString()).isEqualTo("gig");
        assertThat(mine.path("requirements").get(0).path("met").asBoolean()).isTrue();
        assertThat(sumOfParts(mine)).isEqualTo(mine.path("score").asInt());

        String application = post("ewa", "/api/opportunities/" + gig + "/applications", "{\"note\":\"Me!\"}")
                .id();
        assertThat(post("ewa", "/api/opportunities/" + gig + "/applications", "")
                        .id())
                .as("applying twice is applying once")
                .isEqualTo(application);
        assertThat(post("ewa", "/api/applications/" + application + "/offer", "")
                        .status())
                .as("nobody offers to themselves")
                .isEqualTo(403);
        assertThat(post("ewa", "/api/applications/" + application + "/accept", "")
                        .status())
                .as("nothing is offered yet")
                .isEqualTo(409);
        assertThat(post("marc", "/api/applications/" + application + "/offer", "")
                        .status())
                .isEqualTo(204);
        assertThat(post("ewa", "/api/applications/" + application + "/accept", "")
                        .status())
                .isEqualTo(204);
        eventually(() -> get("ewa", "/api/applications/" + application)
                .body()
                .path("application")
                .path("state")
                .asString()
                .equals("confirmed"));
        eventually(() -> assignmentOf("ewa", gig) != null);

        String assignment = assignmentOf("ewa", gig);
        assertThat(post("ewa", "/api/assignments/" + assignment + "/complete", "{\"feedback\":\"I was great\"}")
                        .status())
                .isEqualTo(403);
        assertThat(post("marc", "/api/assignments/" + assignment + "/complete", "{\"feedback\":\"Thank you\"}")
                        .status())
                .isEqualTo(204);
        eventually(() -> get("ewa", "/api/employees/me/skills?limit=100").items().stream()
                .flatMap(skill -> skill.path("evidence").valueStream())
                .anyMatch(evidence -> evidence.path("origin").asString().equals(title)));
    }

    @Test
    void aRejectionSaysWhyAndAWithdrawalCanBeTakenBack() {
        String gig = openGig("marc", "Short notice " + UUID.randomUUID());
        String application =
                post("ewa", "/api/opportunities/" + gig + "/applications", "").id();
        assertThat(post("ewa", "/api/applications/" + application + "/withdraw", "")
                        .status())
                .isEqualTo(204);
        assertThat(post("ewa", "/api/opportunities/" + gig + "/applications", "")
                        .status())
                .isEqualTo(201);
        assertThat(post("marc", "/api/applications/" + application + "/reject", "{}")
                        .body()
                        .toString())
                .contains("reason");
        assertThat(post("marc", "/api/applications/" + application + "/reject", "{\"reason\":\"We start earlier\"}")
                        .status())
                .isEqualTo(204);
        assertThat(get("ewa", "/api/applications/" + application)
                        .body()
                        .path("application")
                        .path("reason")
                        .asString())
                .isEqualTo("We start earlier");
        assertThat(get("hanna", "/api/applications/" + application).status()).isEqualTo(200);
        assertThat(get("ada", "/api/applications/" + application).status())
                .as("strangers do not learn that it exists")
                .isEqualTo(404);
    }

    @Test
    void aPlanIsRunStoppedWatchedAndAdopted() {
        String me = get("hanna", "/api/people?q=hanna%20lind")
                .items()
                .get(0)
                .path("id")
                .asString();
        String unit = get("hanna", "/api/org-units?limit=100").items().stream()
                .filter(each -> each.path("hrbp").asString("").equals(me))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(post("marc", "/api/plans", "{\"orgUnits\":[\"" + unit + "\"]}")
                        .status())
                .isEqualTo(403);
        String plan =
                post("hanna", "/api/plans", "{\"orgUnits\":[\"" + unit + "\"]}").id();
        assertThat(get("ewa", "/api/plans/" + plan).status()).isEqualTo(404);
        assertThat(post("hanna", "/api/plans/" + plan + "/stop", "").status()).isEqualTo(409);
        wantTheSamePeople("Archive of 2020 " + UUID.randomUUID(), "Archive of 2021 " + UUID.randomUUID());
        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(409);
        assertThat(post("hanna", "/api/plans/" + plan + "/stop", "").status()).isEqualTo(202);
        assertThat(watched(plan)).contains("event:done").contains("\"state\":\"STOPPED\"");

        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        assertThat(watched(plan)).contains("event:progress").contains("\"state\":\"FINISHED\"");
        JsonNode result = get("hanna", "/api/plans/" + plan).body();
        assertThat(result.path("state").asString()).isEqualTo("finished");
        assertThat(result.path("proposals").size() + result.path("emptySeats").size())
                .isPositive();
        result.path("emptySeats")
                .forEach(seat -> assertThat(seat.path("because").asString()).isNotBlank());
        JsonNode first = result.path("proposals").get(0);
        assertThat(sumOfParts(first)).isEqualTo(first.path("score").asInt());
        String adopt = "/api/plans/" + plan + "/proposals/" + first.path("id").asString() + "/adopt";
        assertThat(post("marc", adopt, "").status()).isEqualTo(404);
        assertThat(post("hanna", adopt, "").status()).isEqualTo(204);
        assertThat(get("hanna", "/api/plans/" + plan)
                        .body()
                        .path("proposals")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("adopted");
    }

    @Test
    void aGapNamesTheLearningThatClosesIt() {
        String role = get("ewa", "/api/roles?q=lead%20data%20engineer")
                .items()
                .get(0)
                .path("id")
                .asString();
        List<JsonNode> gaps = get("ewa", "/api/employees/me/gap?role=" + role).items();
        assertThat(gaps).anySatisfy(gap -> {
            assertThat(gap.path("have").asInt()).isLessThan(gap.path("need").asInt());
            assertThat(gap.path("learning").get(0).path("title").asString()).isNotBlank();
        });
        assertThat(get("ewa", "/api/employees/me/gap?role=" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(get("ewa", "/api/employees/me/gap").body().toString()).contains("role");
    }

    @Test
    void whatIsNotAGigIsRefusedByTheNameOfTheField() {
        assertThat(refused(newGig("", "\"SQL\"", 3))).contains("title");
        assertThat(refused(newGig("A", "\"No such skill\"", 3))).contains("requirements[0].skill");
        assertThat(refused(newGig("A", "\"SQL\"", 6))).contains("requirements[0].level");
        assertThat(refused(newGig("A", "\"SQL\"", 3).replace("\"seats\":1", "\"seats\":0")))
                .contains("seats");
        assertThat(refused(newGig("A", "\"SQL\"", 3).replace("\"seats\":1", "\"seats\":\"many\"")))
                .contains("seats");
        assertThat(refused(newGig("A\u0000", "\"SQL\"", 3))).contains("title");
        assertThat(refused("{\"title\": ")).isNotBlank();
        assertThat(refused("[".repeat(10_000))).isNotBlank();
        assertThat(post("ewa", "/api/gigs", newGig("A", "\"SQL\"", 3)).status())
                .as("she leads nobody")
                .isEqualTo(403);
    }

    @Test
    void aReaderCanWaitForWhatWasWritten() throws Exception {
        Answer change = post("marc", "/api/gigs", newGig("Seen " + UUID.randomUUID(), "\"SQL\"", 2));
        String position =
                change.response().headers().firstValue("Traverse-Position").orElseThrow();
        var request = request("marc", "/api/gigs/" + change.id()).header("Traverse-Wait-For", position);
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        var ahead = request("marc", "/api/skills").header("Traverse-Wait-For", "999999999-1");
        assertThat(http.send(ahead.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
        var nonsense = request("marc", "/api/skills").header("Traverse-Wait-For", "soon");
        assertThat(http.send(nonsense.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void describesItselfToWhoeverIsSignedIn() {
        JsonNode paths = get("ewa", "/v3/api-docs").body().path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/opportunities",
                        "/api/opportunities/{id}/applications",
                        "/api/gigs",
                        "/api/gigs/{id}/publish",
                        "/api/gigs/{id}/candidates",
                        "/api/applications/{id}/withdraw",
                        "/api/assignments/{id}/complete",
                        "/api/employees/me/skills",
                        "/api/employees/me/gap",
                        "/api/plans/{id}/events",
                        "/api/plans/{id}/proposals/{proposal}/adopt",
                        "/api/taxonomies/imports/{id}",
                        "/api/skills",
                        "/api/roles",
                        "/api/people",
                        "/api/learning");
    }

    /** Until the stream ends by itself. */
    private String watched(String plan) {
        return get("hanna", "/api/plans/" + plan + "/events").response().body();
    }

    private String refused(String gig) {
        Answer answer = post("marc", "/api/gigs", gig);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.body().toString();
    }

    private String openGig(String manager, String title) {
        String gig = post(manager, "/api/gigs", newGig(title, "\"SQL\"", 2)).id();
        post(manager, "/api/gigs/" + gig + "/publish", "");
        return gig;
    }

    /** More seats than people, who have hours for one of them: no plan can be proved to be the best at once. */
    private void wantTheSamePeople(String... titles) {
        for (String title : titles) {
            String gig = post("marc", "/api/gigs", newGig(title, "\"SQL\"", 2, 8, 50))
                    .id();
            assertThat(post("marc", "/api/gigs/" + gig + "/publish", "").status())
                    .isEqualTo(204);
        }
    }

    private String newGig(String title, String skill, int level) {
        return newGig(title, skill, level, 1, 1);
    }

    private String newGig(String title, String skill, int level, int hoursPerWeek, int seats) {
        LocalDate today = LocalDate.now();
        return """
                {"title":%s,"description":"Somewhat every week.","hoursPerWeek":%d,"from":"%s","to":"%s","seats":%d,
                 "requirements":[{"skill":%s,"level":%d,"must":true}]}""".formatted(
                        json.writeValueAsString(title),
                        hoursPerWeek,
                        today.plusDays(200),
                        today.plusDays(260),
                        seats,
                        skill,
                        level);
    }

    private String assignmentOf(String user, String gig) {
        return get(user, "/api/assignments").items().stream()
                .filter(each -> each.path("gig").asString().equals(gig))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private static int sumOfParts(JsonNode scored) {
        return scored.path("parts")
                .valueStream()
                .mapToInt(part -> part.path("points").asInt())
                .sum();
    }

    private Answer get(String user, String path) {
        return send(user, "GET", path, null);
    }

    private Answer post(String user, String path, String body) {
        return send(user, "POST", path, body);
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Basic " + credentials);
    }

    private Answer send(String user, String method, String path, String body) {
        var request = request(user, path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), response, isJson ? json.readTree(response.body()) : json.createObjectNode());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
