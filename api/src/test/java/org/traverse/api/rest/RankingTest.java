package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.traverse.api.WholeApplication;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigId;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.planboard.PlanBoard.Proposal;
import org.traverse.readmodel.planboard.PlanBoard.ProposalState;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Ewa and Marc rank over HTTP: gigs and people, each for themselves. */
@WholeApplication
class RankingTest {
    private static final LocalDate TODAY = LocalDate.now();
    private static final String MINE = "/api/employees/me/preferences/gigs";

    private record Answer(int status, JsonNode body) {
        String detail() {
            return body.path("detail").asString();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Positions positions;

    @Autowired
    CommandGateway commands;

    @Autowired
    GigBoard gigs;

    @Autowired
    Plans plans;

    private String moor;
    private String reef;

    @BeforeEach
    void twoGigs() {
        moor = gig("Moor the boats");
        reef = gig("Reef the sails");
    }

    @AfterEach
    void nothingIsRanked() {
        send("ewa", HttpMethod.PUT, MINE, "{\"gigs\":[]}");
        send("ewa", HttpMethod.POST, "/api/employees/me/preferences/opt-in", "");
    }

    @Test
    void ofGigsIsReadInItsOrderByWhoeverRankedOnly() {
        assertThat(rankGigs(reef, moor).status()).isEqualTo(204);
        assertThat(send("ewa", HttpMethod.GET, MINE, "").body().toString())
                .isEqualTo(("{\"gigs\":[{\"rank\":1,\"gig\":\"%s\",\"title\":\"Reef the sails\",\"state\":\"open\"},"
                                + "{\"rank\":2,\"gig\":\"%s\",\"title\":\"Moor the boats\",\"state\":\"open\"}]}")
                        .formatted(reef, moor));
        assertThat(send("marc", HttpMethod.GET, MINE, "").body().path("gigs")).isEmpty();
        assertThat(send("marc", HttpMethod.GET, "/api/gigs/" + reef, "").body().toString())
                .doesNotContain("rank");
    }

    @Test
    void ofGigsKeepsWhatSeeksNobodyAnyMore() {
        rankGigs(reef, moor);
        send("marc", HttpMethod.POST, "/api/gigs/" + reef + "/cancel", "{\"reason\":\"Calm\"}");
        assertThat(send("ewa", HttpMethod.GET, MINE, "")
                        .body()
                        .at("/gigs/0/state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(rankGigs(moor, reef).status()).isEqualTo(204);
        assertThat(rankGigs(moor).status()).isEqualTo(204);
    }

    @Test
    void ofGigsIsRefusedByThePosition() {
        var nowhere = UUID.randomUUID().toString();
        var draft = draft("Caulk the hull");
        assertThat(rankGigs(moor, nowhere).detail()).isEqualTo("gigs[1]: there is no such gig");
        assertThat(rankGigs(draft).detail()).isEqualTo("gigs[0]: there is no such gig");
        assertThat(rankGigs(moor, reef, moor).detail()).isEqualTo("gigs[2] is ranked twice: " + moor);
        assertThat(send("marc", HttpMethod.PUT, MINE, "{\"gigs\":[\"%s\"]}".formatted(moor))
                        .detail())
                .isEqualTo("nobody takes a seat in their own gig");
        var nothing = send("ewa", HttpMethod.PUT, MINE, "{\"gigs\":[null]}");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.detail()).startsWith("gigs[0] ");
        assertThat(send("ewa", HttpMethod.PUT, MINE, "{}").detail()).startsWith("gigs ");
    }

    @Test
    void ofGigsIsRefusedOnceItIsNotWhatItStartedFrom() {
        rankGigs(moor);
        String both = "{\"gigs\":[\"%s\",\"%s\"],\"from\":[%s]}";
        Answer stale = send("ewa", HttpMethod.PUT, MINE, both.formatted(reef, moor, ""));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.detail()).isEqualTo("the ranking has changed meanwhile: look again");
        assertThat(send("ewa", HttpMethod.PUT, MINE, both.formatted(reef, moor, "\"" + moor + "\""))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void ofPeopleIsReadInItsOrderByThoseWhoSeeCandidates() {
        String ewa = person("Ewa Nowak");
        String jonas = somebodyElse(ewa);
        assertThat(rankPeople("marc", jonas, ewa).status()).isEqualTo(204);
        for (String reader : new String[] {"marc", "hanna"}) {
            JsonNode people = send(reader, HttpMethod.GET, ranking(), "").body().path("people");
            assertThat(people.at("/0/employee").asString()).isEqualTo(jonas);
            assertThat(people.at("/1").toString())
                    .isEqualTo("{\"rank\":2,\"employee\":\"%s\",\"name\":\"Ewa Nowak\"}".formatted(ewa));
        }
        assertThat(send("ewa", HttpMethod.GET, ranking(), "").status()).isEqualTo(403);
    }

    @Test
    void ofPeopleIsNotToldToWhoeverIsInIt() {
        String ewa = person("Ewa Nowak");
        rankPeople("marc", person("Hanna Lind"), ewa);
        JsonNode hannas = send("hanna", HttpMethod.GET, ranking(), "").body().path("people");
        assertThat(hannas)
                .singleElement()
                .satisfies(each -> assertThat(each.path("employee").asString()).isEqualTo(ewa));
        assertThat(send("marc", HttpMethod.GET, ranking(), "").body().path("people"))
                .hasSize(2);
    }

    @Test
    void ofPeopleCountsInAPlanWithoutWhoeverReadsIt() {
        String ewa = person("Ewa Nowak");
        String hanna = person("Hanna Lind");
        rankPeople("marc", hanna, ewa);
        var proposals = List.of(new Proposal(
                UUID.randomUUID(),
                UUID.fromString(moor),
                1,
                UUID.fromString(ewa),
                80,
                List.of(),
                ProposalState.PROPOSED,
                null));
        assertThat(plans.ranks(caller(hanna), proposals).values()).containsExactly(new Rank(1, 1));
        assertThat(plans.ranks(caller(person("Marc Visser")), proposals).values())
                .containsExactly(new Rank(2, 2));
    }

    @Test
    void ofPeopleKeepsWhoeverWritesItWithoutBeingTold() {
        var ewa = person("Ewa Nowak");
        var marc = person("Marc Visser");
        var jonas = somebodyElse(ewa);
        var unit = gigs.find(UUID.fromString(moor)).orElseThrow().orgUnit();
        var of = GigId.random();
        var asked = List.of(Requirement.desirable(SkillId.random()));
        var owner = new EmployeeId(UUID.fromString(jonas));
        commands.sendAndWait(new DraftGig(
                of, owner, new OrgUnitId(unit), "Scrub the deck", "", 1, TODAY, TODAY.plusDays(20), 1, asked));
        commands.sendAndWait(new PublishGig(of));
        commands.sendAndWait(new RankPeople(of, List.of(new EmployeeId(UUID.fromString(marc)), EmployeeId.random())));
        moor = of.toString();
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();

        String fromNobody = "{\"people\":[\"%s\"],\"from\":[]}";
        assertThat(send("marc", HttpMethod.PUT, ranking(), fromNobody.formatted(ewa))
                        .status())
                .as("also from what he is told of it: neither that he is in it nor who is here no more")
                .isEqualTo(204);
        Answer stale = send("marc", HttpMethod.PUT, ranking(), fromNobody.formatted(jonas));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.detail()).isEqualTo("the ranking has changed meanwhile: look again");
        assertThat(send("marc", HttpMethod.GET, ranking(), "").body().path("people"))
                .hasSize(1);
        assertThat(send("hanna", HttpMethod.GET, ranking(), "")
                        .body()
                        .path("people")
                        .valueStream()
                        .map(each -> each.path("employee").asString()))
                .containsExactly(marc, ewa);
    }

    private static Caller caller(String employee) {
        return new Caller(Optional.of(new EmployeeId(UUID.fromString(employee))), Set.of());
    }

    @Test
    void ofPeopleDoesNotTellWhoOptedOut() {
        String ewa = person("Ewa Nowak");
        rankPeople("marc", ewa, somebodyElse(ewa));
        JsonNode before = send("marc", HttpMethod.GET, ranking(), "").body();
        send("ewa", HttpMethod.POST, "/api/employees/me/preferences/opt-out", "");
        assertThat(send("marc", HttpMethod.GET, ranking(), "").body()).isEqualTo(before);
        assertThat(rankPeople("marc", ewa).status()).isEqualTo(204);
    }

    @Test
    void ofPeopleIsOfWhoeverRunsTheGigAndOfNobodyElse() {
        String ewa = person("Ewa Nowak");
        assertThat(rankPeople("hanna", ewa).status()).isEqualTo(403);
        assertThat(rankPeople("ewa", ewa).status()).isEqualTo(403);
        assertThat(rankPeople("marc", ewa, UUID.randomUUID().toString()).detail())
                .isEqualTo("people[1]: there is no such person");
        assertThat(rankPeople("marc", ewa, ewa).detail()).isEqualTo("people[1] is ranked twice: " + ewa);
        Answer self = rankPeople("marc", person("Marc Visser"));
        assertThat(self.status()).isEqualTo(409);
        assertThat(self.detail()).isEqualTo("nobody ranks themselves");
    }

    private String ranking() {
        return "/api/gigs/" + moor + "/ranking";
    }

    private Answer rankGigs(String... gigs) {
        return send("ewa", HttpMethod.PUT, MINE, "{\"gigs\":[\"%s\"]}".formatted(String.join("\",\"", gigs)));
    }

    private Answer rankPeople(String user, String... people) {
        return send(user, HttpMethod.PUT, ranking(), "{\"people\":[\"%s\"]}".formatted(String.join("\",\"", people)));
    }

    private String person(String name) {
        return send("marc", HttpMethod.GET, "/api/people?q=" + name, "")
                .body()
                .at("/items/0/id")
                .asString();
    }

    private String somebodyElse(String than) {
        return send("marc", HttpMethod.GET, "/api/people?q=jonas", "")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .filter(id -> !id.equals(than))
                .findFirst()
                .orElseThrow();
    }

    private String gig(String title) {
        String gig = draft(title);
        send("marc", HttpMethod.POST, "/api/gigs/" + gig + "/publish", "");
        return gig;
    }

    private String draft(String title) {
        String skill = send("marc", HttpMethod.GET, "/api/skills", "")
                .body()
                .at("/items/0/id")
                .asString();
        return send("marc", HttpMethod.POST, "/api/gigs", """
                        {"title":"%s","description":"","hoursPerWeek":1,"from":"%s","to":"%s","seats":1,
                         "requirements":[{"skill":"%s","level":5,"must":true}]}""".formatted(
                                title, TODAY.plusDays(200), TODAY.plusDays(220), skill))
                .body()
                .path("id")
                .asString();
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
