package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.traverse.api.WholeApplication;
import org.traverse.api.marketplace.LearningPlanning;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.matching.learningplan.Cheapest;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.Positions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ewa's way to a role that asks for what nobody knows yet. */
@WholeApplication
class LearningPlanTest {
    private static final LocalDate TODAY = LocalDate.now();
    private static final String MUST = "{\"skill\":\"%s\",\"level\":1,\"must\":true}";
    private static final String OF_NO_MUST = "{\"skill\":\"%s\",\"level\":1,\"must\":false}";

    private final String tides = "Tides " + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Positions positions;

    @Autowired
    LearningPlanning planning;

    private String role;

    @BeforeEach
    void aRole() {
        define(tides);
        role = role(MUST.formatted(tides));
    }

    @Test
    void savesHoursOrMoney() {
        String quick = course(2, price(90_00, "EUR"));
        String cheap = course(8, price(10_00, "EUR"));
        course(9, price(10_00, "EUR"));

        assertThat(learning(plan("&budget=10000"))).containsExactly(quick);
        assertThat(learning(plan("&budget=10000&cheapest=hours"))).containsExactly(quick);
        assertThat(learning(plan("&budget=10000&cheapest=money"))).containsExactly(cheap);
        assertThat(plan("&budget=10000&cheapest=effort").toString()).contains("\"field\":\"cheapest\"");
    }

    @Test
    void leavesAsideWhatIsPricedInAnotherCurrencyAndSaysHowMuch() {
        String foreign = course(2, price(10_00, "SEK"));
        course(3, price(10_00, "SEK"));
        String free = course(9, price(0, "SEK"));

        JsonNode euros = plan("&budget=10000");
        assertThat(euros.path("currency").asString()).isEqualTo("EUR");
        assertThat(euros.path("otherCurrency").asInt()).isEqualTo(2);
        assertThat(learning(euros)).containsExactly(free);

        JsonNode kronor = plan("&budget=10000&currency=SEK");
        assertThat(kronor.path("otherCurrency").asInt()).isZero();
        assertThat(learning(kronor)).containsExactly(foreign);
    }

    @Test
    void namesTheGigsThatTeach() {
        String gig = gig("marc", OF_NO_MUST.formatted(tides));

        JsonNode plan = plan("");

        assertThat(plan.path("eligible").asBoolean()).isTrue();
        assertThat(plan.path("items")).hasSize(1);
        JsonNode item = plan.path("items").get(0);
        assertThat(item.path("gig").asString()).isEqualTo(gig);
        assertThat(item.path("learning").isNull()).isTrue();
        assertThat(item.path("title").asString()).isEqualTo("Guide the ferries");
        assertThat(item.path("cost").asInt()).isZero();
        assertThat(item.path("hoursPerWeek").valueStream().map(JsonNode::asInt)).containsOnly(1);
        assertThat(item.path("hours").asInt())
                .isEqualTo(item.path("hoursPerWeek").size());
        assertThat(LocalDate.parse(item.path("firstWeek").asString()))
                .isBetween(TODAY.plusDays(264), TODAY.plusDays(270));
    }

    @Test
    void namesNoMoreGigsThanTheCallerHasHoursForWork() {
        String currents = "Currents " + UUID.randomUUID();
        define(currents);
        role = role(MUST.formatted(tides) + "," + MUST.formatted(currents));
        String ofTides = gig("marc", 5, OF_NO_MUST.formatted(tides));
        String ofCurrents = gig("marc", 4, OF_NO_MUST.formatted(currents));
        assertThat(gigs(plan("ewa", 40, "")))
                .as("of her eight hours")
                .containsAnyOf(ofTides, ofCurrents)
                .hasSize(1);

        String shorter = gig("marc", 3, OF_NO_MUST.formatted(currents));
        assertThat(gigs(plan("ewa", 40, ""))).containsExactlyInAnyOrder(ofTides, shorter);
    }

    @Test
    void knowsWhetherAGigWouldTeachMoreThanThereAreHoursFor() {
        assertThat(leavesGigsOut()).as("there is none").isFalse();
        gig("marc", 9, OF_NO_MUST.formatted(tides));
        assertThat(gigs(plan("ewa", 40, ""))).as("of her eight hours").isEmpty();
        assertThat(leavesGigsOut()).isTrue();

        String course = course(2, price(0, "EUR"));
        assertThat(learning(plan("ewa", 40, ""))).containsExactly(course);
        assertThat(leavesGigsOut()).as("it teaches no more").isFalse();
    }

    private boolean leavesGigsOut() {
        var ewa = get("marc", "/api/people?q=Ewa Nowak").at("/items/0/id").asString();
        var caller = new Caller(Optional.of(new EmployeeId(UUID.fromString(ewa))), Set.of(Caller.Role.EMPLOYEE));
        var target = planning.role(UUID.fromString(role)).orElseThrow();
        var time = new StudyTime(40, TODAY, TODAY.plusDays(300), 0);
        return planning.plan(caller, target, time, "EUR", Cheapest.HOURS).leavesGigsOut();
    }

    @Test
    void namesNoGigThatIsNotForTheCaller() {
        String unknown = "Currents " + UUID.randomUUID();
        define(unknown);
        gig("marc", OF_NO_MUST.formatted(tides) + "," + MUST.formatted(unknown));
        gig("marc", OF_NO_MUST.replace(":1,", ":2,").formatted(tides));
        assertThat(plan("").path("items")).isEmpty();

        String gig = gig("marc", OF_NO_MUST.formatted(tides));
        assertThat(plan("").path("items")).hasSize(1);
        assertThat(plan("marc", 2, "").path("items")).as("his own").isEmpty();
        String application = post("ewa", "/api/opportunities/" + gig + "/applications", "");
        post(
                "marc",
                "/api/applications/" + application + "/reject",
                "{\"code\":\"OTHER\",\"reason\":\"Not this time\"}");
        assertThat(plan("").path("items")).as("rejected").isEmpty();
    }

    private JsonNode plan(String more) {
        return plan("ewa", 2, more);
    }

    private JsonNode plan(String user, int hoursPerWeek, String more) {
        return get(
                user,
                "/api/employees/me/learning-plan?role=" + role + "&hoursPerWeek=" + hoursPerWeek + "&deadline="
                        + TODAY.plusDays(300) + more);
    }

    private static List<String> gigs(JsonNode plan) {
        return plan.path("items")
                .valueStream()
                .map(item -> item.path("gig").asString())
                .toList();
    }

    private static List<String> learning(JsonNode plan) {
        return plan.path("items")
                .valueStream()
                .map(item -> item.path("learning").asString())
                .toList();
    }

    private String role(String requirements) {
        return post("ada", "/api/roles", """
                {"title":"Harbour pilot","description":"","family":"Harbour","requirements":[%s]}""".formatted(requirements));
    }

    private void define(String skill) {
        post("ada", "/api/skills", "{\"name\":\"%s\",\"kind\":\"KNOWLEDGE\"}".formatted(skill));
    }

    private static String price(int minorUnits, String currency) {
        return "\"price\":{\"minorUnits\":%d,\"currency\":\"%s\"},".formatted(minorUnits, currency);
    }

    private String course(int hours, String price) {
        return post("ada", "/api/learning", """
                {"title":"%d hours of tides","description":"","provider":"Port school","modality":"COURSE","hours":%d,
                 %s"gives":[{"skill":"%s","level":1}]}""".formatted(hours, hours, price, tides));
    }

    private String gig(String owner, String requirements) {
        return gig(owner, 1, requirements);
    }

    /** At a time when other tests promise nobody's hours. */
    private String gig(String owner, int hoursPerWeek, String requirements) {
        String gig = post(owner, "/api/gigs", """
                {"title":"Guide the ferries","description":"","hoursPerWeek":%d,"from":"%s","to":"%s","seats":1,
                 "requirements":[%s]}""".formatted(
                        hoursPerWeek, TODAY.plusDays(270), TODAY.plusDays(290), requirements));
        post(owner, "/api/gigs/" + gig + "/publish", "");
        return gig;
    }

    /** The id of what it made, if anything, once everybody can see it. */
    private String post(String user, String path, String body) {
        String id = send(user, HttpMethod.POST, path, body).path("id").asString("");
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        return id;
    }

    private JsonNode get(String user, String path) {
        return send(user, HttpMethod.GET, path, "");
    }

    private JsonNode send(String user, HttpMethod method, String path, String body) {
        var request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .headers(headers -> headers.setBasicAuth(user, "demo"));
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        String answer = request.exchange(
                (sent, received) -> new String(received.getBody().readAllBytes()));
        return answer.isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer);
    }
}
