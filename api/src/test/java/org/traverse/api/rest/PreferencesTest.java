package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.traverse.api.WholeApplication;
import org.traverse.readmodel.Positions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Ada states of herself over HTTP, and what Marc, who posts work, notices of it. */
@WholeApplication
class PreferencesTest {
    private static final LocalDate TODAY = LocalDate.now();
    private static final String MINE = "/api/employees/me/preferences";

    private record Answer(int status, JsonNode body) {}

    private final String tides = "Tides " + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Positions positions;

    @BeforeEach
    void adaKnowsTheTides() {
        send("ada", HttpMethod.POST, "/api/skills", "{\"name\":\"%s\",\"kind\":\"KNOWLEDGE\"}".formatted(tides));
        var skill = send("ada", HttpMethod.GET, "/api/skills?q=" + tides.substring(6), "")
                .body()
                .at("/items/0/id")
                .asString();
        send("ada", HttpMethod.POST, "/api/employees/me/skills", "{\"skill\":\"%s\",\"level\":4}".formatted(skill));
    }

    @AfterEach
    void adaWantsNothing() {
        send("ada", HttpMethod.PUT, MINE, "{}");
        send("ada", HttpMethod.POST, MINE + "/opt-in", "");
    }

    @Test
    void areStatedReadAndTakenBack() {
        var stated = """
                {"place":" Harbour ","zone":"Europe/Amsterdam","languages":[{"code":"nl","level":"B2"}],
                 "aims":["%s"],"topics":["Ebb and Flow"],"places":["Harbour"],"mostHoursPerWeek":6}""".formatted(tides);
        assertThat(send("ada", HttpMethod.PUT, MINE, stated).status()).isEqualTo(204);
        JsonNode mine = send("ada", HttpMethod.GET, MINE, "").body();
        assertThat(mine.path("place").asString()).isEqualTo("Harbour");
        assertThat(mine.path("zone").asString()).isEqualTo("Europe/Amsterdam");
        assertThat(mine.at("/languages/0").toString()).isEqualTo("{\"code\":\"nl\",\"level\":\"B2\"}");
        assertThat(mine.at("/aims/0/name").asString()).isEqualTo(tides);
        assertThat(mine.at("/topics/0").asString()).isEqualTo("ebb and flow");
        assertThat(mine.path("mostHoursPerWeek").asInt()).isEqualTo(6);
        assertThat(mine.path("optedOutAt").isNull()).isTrue();

        assertThat(send("ada", HttpMethod.PUT, MINE, "{}").status()).isEqualTo(204);
        mine = send("ada", HttpMethod.GET, MINE, "").body();
        assertThat(mine.path("place").isNull()).isTrue();
        assertThat(mine.path("aims")).isEmpty();
        assertThat(mine.path("mostHoursPerWeek").isNull()).isTrue();
    }

    @Test
    void areRefusedByTheNameOfTheField() {
        refused("{\"zone\":\"Mars/Olympus\"}", "zone is no time zone: Mars/Olympus");
        refused("{\"aims\":[\"No such tide\"]}", "aims[0] names no skill: No such tide");
        refused("{\"languages\":[{\"code\":\"nl\"}]}", "languages: nl has no level");
        refused("{\"languages\":[{\"code\":\"nl\",\"level\":\"D1\"}]}", "languages[0].level");
        refused("{\"mostHoursPerWeek\":0}", "mostHoursPerWeek must be greater than or equal to 1");
    }

    @Test
    void showOnlyInWhatFollowsFromThem() {
        String gig = gig("\"place\":\"Harbour\",\"languages\":[{\"code\":\"nl\",\"level\":\"C1\"}]");
        assertThat(candidate(gig).path("eligible").asBoolean()).isTrue();
        var terms = send("ewa", HttpMethod.GET, "/api/gigs/" + gig, "").body().path("terms");
        assertThat(terms.path("place").asString()).isEqualTo("Harbour");

        var stated = "{\"place\":\"HARBOUR\",\"languages\":[{\"code\":\"nl\",\"level\":\"%s\"}]}";
        send("ada", HttpMethod.PUT, MINE, stated.formatted("C1"));
        assertThat(candidate(gig).path("eligible").asBoolean())
                .as("whatever its case")
                .isTrue();
        assertThat(send("ada", HttpMethod.GET, MINE, "").body().path("place").asString())
                .isEqualTo("HARBOUR");
        send("ada", HttpMethod.PUT, MINE, stated.formatted("B2"));
        assertThat(candidate(gig).isMissingNode()).isTrue();
        assertThat(send("ada", HttpMethod.GET, "/api/opportunities?q=tides", "")
                        .body()
                        .path("items")
                        .valueStream())
                .filteredOn(each -> each.path("id").asString().equals(gig))
                .singleElement()
                .satisfies(mine -> assertThat(mine.path("blocks").valueStream().map(JsonNode::asString))
                        .containsExactly("Dutch at C1 is asked for, and known at B2."));
    }

    @Test
    void whoeverOptedOutIsNobodysCandidateAndMayApply() {
        String gig = gig("");
        assertThat(candidate(gig).path("eligible").asBoolean()).isTrue();
        assertThat(send("ada", HttpMethod.POST, MINE + "/opt-out", "").status()).isEqualTo(204);
        assertThat(send("ada", HttpMethod.POST, MINE + "/opt-out", "").status()).isEqualTo(204);
        assertThat(send("ada", HttpMethod.GET, MINE, "")
                        .body()
                        .path("optedOutAt")
                        .isNull())
                .isFalse();
        assertThat(candidate(gig).isMissingNode()).isTrue();
        assertThat(send("ada", HttpMethod.POST, "/api/opportunities/" + gig + "/applications", "")
                        .status())
                .isEqualTo(201);
        assertThat(send("ada", HttpMethod.POST, MINE + "/opt-in", "").status()).isEqualTo(204);
        assertThat(candidate(gig).isMissingNode())
                .as("like anybody who has applied")
                .isTrue();
        assertThat(candidate(gig("")).path("eligible").asBoolean()).isTrue();
    }

    @Test
    void workWithoutAMustHasNoCandidatesAmongWhomSomebodyCouldBeMissed() {
        String gig = draft("", false).body().path("id").asString();
        send("marc", HttpMethod.POST, "/api/gigs/" + gig + "/publish", "");
        assertThat(send("marc", HttpMethod.GET, "/api/gigs/" + gig + "/candidates", "")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aGigForNobodyThereIsIsForNobodyRatherThanForEverybody() {
        var unknown = UUID.randomUUID();
        var answer = draft("\"audience\":[\"%s\"]".formatted(unknown));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).isEqualTo("audience: there is no org unit " + unknown);
    }

    @Test
    void aGigForAUnitIsForThoseBelowItAsWell() {
        var units = send("marc", HttpMethod.GET, "/api/org-units?limit=100", "")
                .body()
                .path("items")
                .valueStream()
                .toList();
        var top = units.stream()
                .filter(unit -> unit.path("parent").isNull())
                .findFirst()
                .orElseThrow();
        var other = send("ada", HttpMethod.POST, "/api/org-units", "{\"name\":\"Pier %s\"}".formatted(tides));
        String forAll = gig("\"audience\":[%s]".formatted(top.path("id")));
        assertThat(candidate(forAll).path("eligible").asBoolean()).isTrue();
        assertThat(send("marc", HttpMethod.GET, "/api/gigs/" + forAll, "")
                        .body()
                        .at("/terms/audience"))
                .containsExactly(top.path("id"));
        assertThat(candidate(gig("\"audience\":[%s]".formatted(other.body().path("id"))))
                        .isMissingNode())
                .isTrue();
    }

    private void refused(String body, String why) {
        var answer = send("ada", HttpMethod.PUT, MINE, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).startsWith(why);
    }

    /** Ada, among those whom Marc is shown. */
    private JsonNode candidate(String gig) {
        List<JsonNode> found = send("marc", HttpMethod.GET, "/api/gigs/" + gig + "/candidates?limit=100", "")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("Ada Okafor"))
                .toList();
        return found.isEmpty() ? JsonMapper.shared().missingNode() : found.get(0);
    }

    private String gig(String terms) {
        String gig = draft(terms).body().path("id").asString();
        send("marc", HttpMethod.POST, "/api/gigs/" + gig + "/publish", "");
        return gig;
    }

    private Answer draft(String terms) {
        return draft(terms, true);
    }

    private Answer draft(String terms, boolean must) {
        return send("marc", HttpMethod.POST, "/api/gigs", """
                {"title":"Read the tides","description":"","hoursPerWeek":1,"from":"%s","to":"%s","seats":1,
                 "requirements":[{"skill":"%s","level":4,"must":%s}],"terms":{%s}}""".formatted(
                        TODAY.plusDays(200), TODAY.plusDays(220), tides, must, terms));
    }

    private Answer send(String user, HttpMethod method, String path, String body) {
        var request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .headers(headers -> headers.setBasicAuth(user, "demo"));
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        Answer answer = request.exchange((sent, received) -> {
            String text = new String(received.getBody().readAllBytes());
            return new Answer(
                    received.getStatusCode().value(),
                    text.isEmpty()
                            ? JsonMapper.shared().missingNode()
                            : JsonMapper.shared().readTree(text));
        });
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        return answer;
    }
}
