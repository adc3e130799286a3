package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import org.traverse.api.WholeApplication;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.PersonalSeal;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigId;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.readmodel.Positions;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of a plan in a unit of its own: two seats of eight hours, Nils who has them, and Tove who has four. */
@WholeApplication
class InquiryTest {
    private final OrgUnitId unit = OrgUnitId.random();
    private final GigId gig = GigId.random();
    private final EmployeeId nils = EmployeeId.random();
    private final EmployeeId tove = EmployeeId.random();

    @LocalServerPort
    int port;

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient sql;

    @Autowired
    PersonalSeal seal;

    private SkillId skill;
    private String plan;

    @BeforeEach
    void aPlan() {
        skill = new SkillId(id(get("hanna", "/api/skills").path("items").get(0)));
        var hanna = new EmployeeId(
                id(get("hanna", "/api/people?q=hanna lind").path("items").get(0)));
        var above = get("hanna", "/api/org-units?limit=100")
                .path("items")
                .valueStream()
                .filter(each -> each.path("hrbp").asString("").equals(hanna.toString()))
                .map(each -> new OrgUnitId(id(each)))
                .findFirst();
        var today = LocalDate.now();
        Stream.of(
                        new EstablishOrgUnit(unit, "Lighthouse", above),
                        hired(nils, "Nils Holm"),
                        hired(tove, "Tove Dahl"),
                        new GrantHours(nils, 8),
                        new GrantHours(tove, 4),
                        new DraftGig(
                                gig,
                                hanna,
                                unit,
                                "Paint the lighthouse",
                                "",
                                8,
                                today.plusDays(20),
                                today.plusDays(40),
                                2,
                                List.of(Requirement.desirable(skill))),
                        new PublishGig(gig))
                .forEach(commands::sendAndWait);
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        plan = planFor(unit.toString());
    }

    private String planFor(String orgUnit) {
        return "/api/plans/" + id(send("hanna", HttpMethod.POST, "/api/plans", "{\"orgUnits\":[\"" + orgUnit + "\"]}"));
    }

    @Test
    void aRunComesOutTheSameAgain() {
        run();

        JsonNode replay = answer("/replays", "").path("replay");

        assertThat(replay.path("same").asBoolean()).isTrue();
        assertThat(replay.path("proposals").asInt()).isEqualTo(1);
        assertThat(replay.path("differing").asInt()).isZero();
    }

    @Test
    void theNextRunIsHeldToWhatTheLastOneProposed() {
        run();
        String first = proposed();
        run();

        assertThat(proposed()).isEqualTo(first);
        assertThat(newestInput(nils)).contains("\"seats\":[{\"seat\":{\"work\":\"" + gig);
        assertThat(answer("/replays", "").path("replay").path("same").asBoolean())
                .isTrue();
    }

    @Test
    void aRunHeedsWhatBothSidesRankAndComesOutTheSameAgain() {
        var another = GigId.random();
        var due = LocalDate.now().plusDays(20);
        var hanna = new EmployeeId(
                id(get("hanna", "/api/people?q=hanna lind").path("items").get(0)));
        var asked = List.of(Requirement.desirable(skill));
        commands.sendAndWait(
                new DraftGig(another, hanna, unit, "Trim the wick", "", 8, due, due.plusDays(20), 1, asked));
        commands.sendAndWait(new PublishGig(another));
        for (GigId wanted : List.of(gig, another)) {
            commands.sendAndWait(new RankGigs(nils, List.of(wanted)));
            commands.sendAndWait(new RankPeople(wanted, List.of(tove, nils)));
            assertThat(positions.await(positions.newest(), Duration.ofSeconds(20)))
                    .isTrue();
            run();

            JsonNode only = get("hanna", plan).path("proposals").get(0);
            assertThat(only.path("gig").asString()).isEqualTo(wanted.toString());
            assertThat(only.path("managersRank").toString()).isEqualTo("{\"number\":2,\"of\":2}");
            assertThat(newestInput(nils)).contains("\"ranks\":{");
            assertThat(answer("/replays", "").path("replay").path("same").asBoolean())
                    .isTrue();
            commands.sendAndWait(new RankPeople(wanted, List.of()));
        }
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        assertThat(get("hanna", plan).at("/proposals/0/managersRank").isNull()).isTrue();
    }

    /** What the newest run was given about somebody. */
    private String newestInput(EmployeeId employee) {
        return sql.sql("select run, facts from run_input_person join run_input using (run, stage)"
                        + " where plan = ? and person = ? order by kept desc limit 1")
                .params(UUID.fromString(plan.substring(11)), employee.value())
                .query((row, number) -> new String(
                        seal.open(employee.value(), "run-input/" + row.getString("run"), row.getBytes("facts"))
                                .orElseThrow(),
                        StandardCharsets.UTF_8))
                .single();
    }

    private String proposed() {
        JsonNode only = get("hanna", plan).path("proposals").get(0);
        return only.path("seat").asInt() + " " + only.path("employee").asString();
    }

    /** In the units of the demo company too, where it takes the search long to find nothing better. */
    @Test
    void aChangeDuringARunIsMendedAndRunAgainAtTheSameStep() {
        String above = get("hanna", "/api/org-units?limit=100")
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(unit.toString()))
                .map(each -> each.path("parent").asString())
                .findFirst()
                .orElseThrow();
        var due = LocalDate.now().plusDays(20);
        for (String title : List.of("Paint the pier", "Paint the boats")) {
            var another = GigId.random();
            var asked = List.of(Requirement.desirable(skill));
            commands.sendAndWait(new DraftGig(another, nils, unit, title, "", 5, due, due.plusDays(20), 50, asked));
            commands.sendAndWait(new PublishGig(another));
        }
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        plan = planFor(above);
        send("hanna", HttpMethod.POST, plan + "/run", "");
        eventually(() -> get("hanna", plan).path("progress").path("filled").asInt() > 0);

        commands.sendAndWait(new GrantHours(tove, 0));

        eventually(() -> stages() == 2);
        pause(); // until the change has taken effect
        send("hanna", HttpMethod.POST, plan + "/stop", "");
        eventually(() -> get("hanna", plan).path("state").asString().equals("stopped"));
        assertThat(get("hanna", plan).path("proposals").valueStream())
                .isNotEmpty()
                .noneMatch(proposal -> proposal.path("employee").asString().equals(tove.toString()));
        JsonNode replay = answer("/replays", "").path("replay");
        assertThat(replay.path("same").asBoolean()).isTrue();
        assertThat(replay.path("proposals").asInt())
                .isEqualTo(get("hanna", plan).path("proposals").size());
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int stages() {
        return sql.sql("select count(*) from run_input where plan = ?")
                .param(UUID.fromString(plan.substring(11)))
                .query(Integer.class)
                .single();
    }

    @Test
    void whoIsNotProposedLearnsWhyAndWhatWouldChangeIt() {
        run();

        JsonNode explanation = explanation(tove);

        assertThat(explanation.path("because").asString())
                .isEqualTo("There is no seat they may take. The nearest: Only 4 of the 8 hours a week are free.");
        assertThat(explanation.path("change").path("kind").asString()).isEqualTo("hours");
        assertThat(explanation.path("change").path("hoursPerWeek").asInt()).isEqualTo(4);
        assertThat(explanation.path("then").get(0).path("gig").asString()).isEqualTo(gig.toString());

        JsonNode proposed = explanation(nils);

        assertThat(proposed.path("because").isNull()).isTrue();
        assertThat(proposed.path("then")).hasSize(1);
    }

    @Test
    void whoeverOptsOutIsProposedNoMoreAndNothingSaysWhy() {
        run();
        String proposal = get("hanna", plan).path("proposals").get(0).path("id").asString();
        commands.sendAndWait(new OptOutOfMatching(nils));
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();

        assertThat(get("hanna", plan).path("proposals")).isEmpty();
        assertThat(status("hanna", plan + "/proposals/" + proposal + "/adopt", ""))
                .isEqualTo(status("hanna", plan + "/proposals/" + UUID.randomUUID() + "/adopt", ""))
                .isEqualTo(409);
        run();

        assertThat(get("hanna", plan).path("proposals")).isEmpty();
        JsonNode explanation = explanation(nils);
        assertThat(explanation.path("because").asString()).isEqualTo("There is no seat they may take.");
        assertThat(explanation.path("change").isNull()).isTrue();
        assertThat(get("hanna", plan).path("emptySeats").toString()).doesNotContain("matched", "wish");
        assertThat(newestInput(nils)).contains("\"optedOut\":true");
        assertThat(sql.sql("select convert_from(common, 'UTF8') from run_input where plan = ?")
                        .param(UUID.fromString(plan.substring(11)))
                        .query(String.class)
                        .list())
                .noneMatch(common -> common.contains(nils.toString()) || common.contains("optedOut"));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThat(status("hanna", plan + "/replays", "")).as("not run yet").isEqualTo(409);
        run();
        assertThat(status("marc", plan + "/replays", "")).isEqualTo(404);
        assertThat(status("hanna", plan + "/explanations", "{}")).isEqualTo(400);
        assertThat(status("hanna", plan + "/replays?run=never", "")).isEqualTo(400);
        assertThat(status("hanna", plan + "/inquiries/" + UUID.randomUUID() + "/stop", ""))
                .isEqualTo(404);
        assertThat(notPossible(answer("/replays?run=" + UUID.randomUUID(), ""))).isEqualTo("it has not finished");
        assertThat(status("hanna", plan + "/explanations", about(EmployeeId.random())))
                .as("nobody she plans for")
                .isEqualTo(404);
    }

    @Test
    void factsThatWereAlteredAreNotRunAgain() {
        run();
        sql.sql("update run_input set common = convert_to(replace(convert_from(common, 'UTF8'), '8', '4'), 'UTF8')"
                        + " where plan = ?")
                .param(UUID.fromString(plan.substring(11)))
                .update();

        assertThat(notPossible(answer("/replays", "")))
                .isEqualTo("its facts are not those it was given: they were altered");
    }

    @Test
    void nothingIsLeftOfSomebodyErased() {
        run();
        String asked = begun("/explanations", about(tove));
        assertThat(get("hanna", asked).path("answer").path("explanation").isObject())
                .isTrue();
        assertThat(sql.sql("select facts from run_input_person where person = ?")
                        .param(tove.value())
                        .query(byte[].class)
                        .list())
                .allSatisfy(facts -> assertThat(new String(facts, StandardCharsets.ISO_8859_1))
                        .doesNotContain("hours"));
        var before = Instant.now().minusSeconds(5);

        send("ada", HttpMethod.PUT, "/api/people/" + tove + "/erasure", "");

        eventually(() -> answer("/replays", "").path("replay").isNull());
        JsonNode left = answer("/replays", "").path("notPossible");
        assertThat(left.path("because").asString()).isEqualTo("somebody in it was erased");
        assertThat(Instant.parse(left.path("since").asString())).isAfter(before);
        eventually(() -> get("hanna", asked).path("answer").isNull());
    }

    private HireEmployee hired(EmployeeId id, String name) {
        return new HireEmployee(
                id,
                name,
                id + "@example.org",
                "Keeper",
                Optional.empty(),
                unit,
                Optional.empty(),
                LocalDate.now().minusYears(1));
    }

    private void run() {
        send("hanna", HttpMethod.POST, plan + "/run", "");
        eventually(() -> get("hanna", plan).path("state").asString().equals("finished"));
    }

    private static String about(EmployeeId employee) {
        return "{\"employee\":\"" + employee + "\"}";
    }

    private JsonNode explanation(EmployeeId employee) {
        return answer("/explanations", about(employee)).path("explanation");
    }

    private JsonNode answer(String what, String body) {
        return get("hanna", begun(what, body)).path("answer");
    }

    /** Where its answer is. */
    private String begun(String what, String body) {
        String path = plan + "/inquiries/" + id(send("hanna", HttpMethod.POST, plan + what, body));
        eventually(() -> !get("hanna", path).path("state").asString().equals("running"));
        assertThat(get("hanna", path).path("state").asString()).isEqualTo("done");
        return path;
    }

    private static String notPossible(JsonNode answer) {
        return answer.path("notPossible").path("because").asString();
    }

    private static UUID id(JsonNode one) {
        return UUID.fromString(one.path("id").asString());
    }

    private JsonNode get(String user, String path) {
        return send(user, HttpMethod.GET, path, "");
    }

    private JsonNode send(String user, HttpMethod method, String path, String body) {
        String answer = request(user, method, path, body).retrieve().body(String.class);
        return answer == null
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer);
    }

    private int status(String user, String path, String body) {
        return request(user, HttpMethod.POST, path, body)
                .exchange((sent, answer) -> answer.getStatusCode().value());
    }

    private RestClient.RequestHeadersSpec<?> request(String user, HttpMethod method, String path, String body) {
        var request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .headers(headers -> headers.setBasicAuth(user, "demo"));
        return body.isEmpty()
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static void eventually(BooleanSupplier condition) {
        for (var end = Instant.now().plusSeconds(60); !condition.getAsBoolean(); ) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
