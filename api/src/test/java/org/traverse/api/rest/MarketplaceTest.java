package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.WholeApplication;
import org.traverse.api.audit.VerifyAuditChain;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventTokens;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanId;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application over HTTP, in the demo company, as its four users. */
@WholeApplication
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

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    PlanBoard plans;

    @Autowired
    JdbcClient sql;

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
    void anOfferNeedsAFreeSeatAndNoApplicationEndsInSilence() {
        String gig = openGig("marc", "One seat " + UUID.randomUUID());
        String ewas =
                post("ewa", "/api/opportunities/" + gig + "/applications", "").id();
        String hannas =
                post("hanna", "/api/opportunities/" + gig + "/applications", "").id();
        post("marc", "/api/applications/" + ewas + "/offer", "");
        post("ewa", "/api/applications/" + ewas + "/accept", "");
        eventually(() -> application("ewa", ewas).path("state").asString().equals("confirmed"));

        String offer = "/api/applications/" + hannas + "/offer";
        Answer full = post("marc", offer, "");
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.body().path("detail").asString()).isEqualTo("every seat is taken");

        assertThat(post("marc", "/api/gigs/" + gig + "/cancel", "{\"reason\":\"No budget\"}")
                        .status())
                .isEqualTo(204);
        Answer cancelled = post("marc", offer, "");
        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(cancelled.body().path("detail").asString()).isEqualTo("this gig was cancelled");
        eventually(() -> application("hanna", hannas).path("state").asString().equals("rejected"));
        assertThat(application("hanna", hannas).path("reason").asString()).contains("No budget");
        assertThat(application("ewa", ewas).path("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void anOfferIsMadeToSomebodyWhoWorksHere() {
        String gig = openGig("marc", "For whom " + UUID.randomUUID());
        Answer refused = post("marc", "/api/gigs/" + gig + "/offers", "{\"employee\":\"" + UUID.randomUUID() + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("field").asString())
                .isEqualTo("employee");
    }

    private JsonNode application(String user, String id) {
        return get(user, "/api/applications/" + id).body().path("application");
    }

    @Test
    @Timeout(120)
    void aPlanIsRunWatchedStoppedAndAdopted() {
        String unit = unitOfHanna();
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
        watchUntilSomeSeatsAreFilled(plan);
        assertThat(post("hanna", "/api/plans/" + plan + "/stop", "").status()).isEqualTo(202);
        assertThat(watched(plan)).contains("event:done").contains("\"state\":\"STOPPED\"");
        assertThat(watched(plan)).as("once it is over").startsWith("event:done");

        JsonNode result = get("hanna", "/api/plans/" + plan).body();
        assertThat(result.path("state").asString()).isEqualTo("stopped");
        assertThat(result.path("emptySeats")).isNotEmpty();
        result.path("emptySeats")
                .forEach(seat -> assertThat(seat.path("because").asString()).isNotBlank());
        JsonNode first = result.path("proposals").get(0);
        assertThat(sumOfParts(first)).isEqualTo(first.path("score").asInt());
        String adopt = "/api/plans/" + plan + "/proposals/" + first.path("id").asString() + "/adopt";
        assertThat(post("marc", adopt, "").status()).isEqualTo(404);
        String several = "{\"proposals\":[\"" + first.path("id").asString() + "\",\"" + UUID.randomUUID() + "\"]}";
        assertThat(post("hanna", "/api/plans/" + plan + "/adopt", several).status())
                .isEqualTo(409);
        assertThat(firstProposal(plan)).as("all or none").isEqualTo("proposed");
        assertThat(post("hanna", adopt, "").status()).isEqualTo(204);
        assertThat(firstProposal(plan)).isEqualTo("adopted");
    }

    @Test
    void aRunThatCannotBeBetteredFinishesByItself() {
        String plan = planForOneSeatAndOnePerson();
        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        assertThat(watched(plan)).contains("event:done").contains("\"state\":\"FINISHED\"");
        JsonNode result = get("hanna", "/api/plans/" + plan).body();
        assertThat(result.path("state").asString()).isEqualTo("finished");
        assertThat(result.path("proposals")).hasSize(1);
        assertThat(result.path("emptySeats")).isEmpty();
    }

    @Test
    void whatIsDecidedBeforehandIsKeptByTheNextRunAndByItsReplay() {
        String plan = planForOneSeatAndOnePerson();
        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        eventually(() -> state(plan) == PlanBoard.State.FINISHED);
        JsonNode proposal =
                get("hanna", "/api/plans/" + plan).body().path("proposals").get(0);
        String person = proposal.path("employee").asString();
        String placement = proposal.path("gig").asString() + "/" + person;

        String pin = "/api/plans/" + plan + "/pins/" + placement;
        assertThat(send("marc", "PUT", pin, "").status()).isEqualTo(404);
        assertThat(send("hanna", "PUT", pin, "").status()).isEqualTo(204);
        assertThat(send("hanna", "PUT", "/api/plans/" + plan + "/backfills/" + placement, "")
                        .status())
                .isEqualTo(204);
        String pair = "/api/plans/" + plan + "/pairs/" + person + "/";
        assertThat(send("hanna", "PUT", pair + UUID.randomUUID(), "").status()).isEqualTo(404);
        assertThat(send("hanna", "PUT", pair + person, "").body().path("detail").asString())
                .isEqualTo("other is the same person as one");
        JsonNode decided = get("hanna", "/api/plans/" + plan + "/decisions").body();
        assertThat(decided.path("pins").get(0).path("employee").asString()).isEqualTo(person);
        assertThat(decided.path("backfills")).hasSize(1);
        assertThat(decided.path("pairs")).isEmpty();

        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        assertThat(send("hanna", "PUT", pin, "").status())
                .as("as it is already")
                .isEqualTo(204);
        eventually(() -> state(plan) == PlanBoard.State.FINISHED);
        assertThat(get("hanna", "/api/plans/" + plan)
                        .body()
                        .path("proposals")
                        .get(0)
                        .path("employee")
                        .asString())
                .isEqualTo(person);
        String replay = post("hanna", "/api/plans/" + plan + "/replays", "").id();
        String asked = "/api/plans/" + plan + "/inquiries/" + replay;
        eventually(() -> get("hanna", asked).body().path("state").asString().equals("done"));
        assertThat(get("hanna", asked)
                        .body()
                        .path("answer")
                        .path("replay")
                        .path("same")
                        .asBoolean())
                .isTrue();

        assertThat(send("hanna", "DELETE", pin, null).status()).isEqualTo(204);
        assertThat(get("hanna", "/api/plans/" + plan + "/decisions").body().path("pins"))
                .isEmpty();
    }

    @Test
    void aRunGoesOnThoughWhoStartedItDiesAtOnce() {
        String plan = planForOneSeatAndOnePerson();
        commands.sendAndWait(new StartRun(new PlanId(UUID.fromString(plan)), UUID.randomUUID()));
        eventually(() -> state(plan) == PlanBoard.State.FINISHED);
    }

    @Test
    void aRunFailsAfterSomeAttemptsWhateverTheReason() {
        String plan = planForOneSeatAndOnePerson();
        withoutTableOfProgress(() -> {
            assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status())
                    .isEqualTo(202);
            eventually(() -> state(plan) == PlanBoard.State.FAILED);
        });
        assertThat(get("hanna", "/api/plans/" + plan).body().path("failure").asString())
                .isEqualTo("The matcher could not finish, and the log says why.");
    }

    @Test
    @Timeout(120)
    void aRunCanStillBeStoppedAfterTheDatabaseWasAway() {
        String plan = post("hanna", "/api/plans", "{\"orgUnits\":[\"" + unitOfHanna() + "\"]}")
                .id();
        wantTheSamePeople("Archive of 2022 " + UUID.randomUUID(), "Archive of 2023 " + UUID.randomUUID());
        assertThat(post("hanna", "/api/plans/" + plan + "/run", "").status()).isEqualTo(202);
        watchUntilSomeSeatsAreFilled(plan);
        withoutTableOfProgress(() -> pause(Duration.ofSeconds(1)));
        assertThat(post("hanna", "/api/plans/" + plan + "/stop", "").status()).isEqualTo(202);
        assertThat(watched(plan)).contains("\"state\":\"STOPPED\"");
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
    void theAdministratorMakesWhatAMarketplaceNeeds(@Autowired MatchFacts facts) {
        String name = "Tide tables " + UUID.randomUUID();
        String skill = post("ada", "/api/skills", "{\"name\":\"%s\",\"kind\":\"KNOWLEDGE\"}".formatted(name))
                .id();
        assertThat(get("ewa", "/api/skills?q=" + name.replace(' ', '+'))
                        .items()
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(skill);
        assertThat(post("ada", "/api/skills", "{\"name\":\"%s\",\"kind\":\"SKILL\"}".formatted(name.toUpperCase()))
                        .status())
                .as("no two of the company's own have one name")
                .isEqualTo(409);

        String role = post("ada", "/api/roles", """
                        {"title":"Harbour master","description":"Knows the tides.","family":"Harbour",
                         "requirements":[{"skill":"%s","level":4,"must":true}]}""".formatted(name)).id();
        assertThat(get("ewa", "/api/roles/" + role)
                        .body()
                        .path("requirements")
                        .get(0)
                        .path("skill")
                        .asString())
                .isEqualTo(skill);

        String course = """
                {"title":"Tides %s","description":"","provider":"Port school","modality":"WORKSHOP","hours":12,
                 "price":{"minorUnits":9900,"currency":"EUR"},"gives":[{"skill":"%s","level":3}]}""".formatted(name, name);
        String learning = post("ada", "/api/learning", course).id();
        JsonNode item = get("ewa", "/api/learning?q=" + ("Tides " + name).replace(' ', '+'))
                .items()
                .get(0);
        assertThat(item.path("id").asString()).isEqualTo(learning);
        assertThat(item.path("minorUnits").asInt()).isEqualTo(9900);
        assertThat(post("ada", "/api/learning", course.replaceFirst("\"price\":.*}, *", ""))
                        .status())
                .isEqualTo(201);

        String person = post("ada", "/api/people", person("")).id();
        assertThat(facts.person(UUID.fromString(person)).orElseThrow().hoursPerWeek())
                .isEqualTo(8);
        String willing =
                post("ada", "/api/people", person(",\"hoursPerWeek\":12")).id();
        assertThat(facts.person(UUID.fromString(willing)).orElseThrow().hoursPerWeek())
                .isEqualTo(12);
        assertThat(send("ada", "PUT", "/api/people/" + willing + "/hours", "{\"hoursPerWeek\":0}")
                        .status())
                .isEqualTo(204);
        assertThat(facts.person(UUID.fromString(willing)).orElseThrow().hoursPerWeek())
                .isZero();
        for (int time = 0; time < 2; time++) {
            assertThat(send("ada", "PUT", "/api/people/" + willing + "/erasure", "")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(get("ewa", "/api/people/" + willing).status()).isEqualTo(404);
        assertThat(send("ada", "PUT", "/api/people/" + willing + "/hours", "{\"hoursPerWeek\":4}")
                        .status())
                .isEqualTo(404);
        assertThat(get("ewa", "/api/people?q=erased").items()).isEmpty();
        assertThat(facts.person(UUID.fromString(willing))).isEmpty();
        assertThat(send("ada", "PUT", "/api/people/" + UUID.randomUUID() + "/erasure", "")
                        .status())
                .isEqualTo(404);
        assertThat(send("marc", "PUT", "/api/people/" + person + "/erasure", "").status())
                .isEqualTo(403);
        assertThat(send("ada", "PUT", "/api/people/" + UUID.randomUUID() + "/hours", "{\"hoursPerWeek\":4}")
                        .status())
                .isEqualTo(404);
        assertThat(send("marc", "PUT", "/api/people/" + willing + "/hours", "{\"hoursPerWeek\":4}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoEntryOfACatalogueIsRefusedByTheNameOfTheField() {
        String skill = "{\"name\":\"X\",\"kind\":\"SKILL\"}";
        assertThat(refused("/api/skills", skill.replace("X", " "))).contains("\"field\":\"name\"");
        assertThat(refused("/api/skills", skill.replace("SKILL", "TALENT")))
                .contains("\"field\":\"kind\"", "TECHNOLOGY");
        String role = """
                {"title":"X","description":"","family":"","requirements":[{"skill":"SQL","level":3,"must":true}]}""";
        assertThat(refused("/api/roles", role.replace("SQL", "No such skill")))
                .contains("\"field\":\"requirements[0].skill\"");
        assertThat(refused("/api/roles", role.replace("3", "6"))).contains("\"field\":\"requirements[0].level\"");
        assertThat(refused("/api/roles", role.replace("\"X\"", "null"))).contains("\"field\":\"title\"");
        String learning = """
                {"title":"X","description":"","provider":"Y","modality":"BOOK","hours":1,
                 "price":{"minorUnits":1,"currency":"EUR"},
                 "gives":[{"skill":"SQL","level":3},{"skill":"sql","level":3}]}""";
        assertThat(refused("/api/learning", learning)).contains("\"field\":\"gives[1].skill\"", "twice");
        assertThat(refused("/api/learning", learning.replace("EUR", "EURO"))).contains("\"field\":\"price.currency\"");
        assertThat(refused("/api/learning", learning.replace(":1,\"c", ":-1,\"c")))
                .contains("\"field\":\"price");
        assertThat(refused("/api/learning", learning.replace("BOOK", "SONG"))).contains("\"field\":\"modality\"");
        assertThat(refused("/api/learning", learning.replace("\"hours\":1", "\"hours\":0")))
                .contains("\"field\":\"hours\"");
        assertThat(refused("/api/people", person(",\"hoursPerWeek\":41"))).contains("\"field\":\"hoursPerWeek\"");
        for (String path : List.of("/api/skills", "/api/roles", "/api/learning")) {
            String body = path.endsWith("skills") ? skill : path.endsWith("roles") ? role : learning;
            assertThat(post("marc", path, body).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aSkillIsMeantByItsNameHoweverManyContainIt(
            @Autowired CommandGateway commands, @Autowired Positions positions) {
        String name = "R" + UUID.randomUUID();
        for (var kind : List.of(SkillKind.SKILL, SkillKind.KNOWLEDGE)) {
            commands.sendAndWait(
                    new DefineSkill(SkillId.random(), name, kind, Optional.of(new Source("O*NET", name + kind))));
        }
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        assertThat(refused(newGig("A", "\"" + name + "\"", 3))).contains("more than one skill", "give the id");

        post("ada", "/api/skills", "{\"name\":\"%s\",\"kind\":\"SKILL\"}".formatted(name));
        assertThat(post("marc", "/api/gigs", newGig("A", "\"" + name + "\"", 3)).status())
                .as("the company's own")
                .isEqualTo(201);
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
    void aReadModelIsMadeAnewWhileItIsRead() {
        assertThat(get("hanna", "/api/read-models").status()).isEqualTo(403);
        assertThat(get("hanna", "/api/read-models/gig-board/digest").status()).isEqualTo(403);
        assertThat(post("hanna", "/api/read-models/gig-board/rebuild", "").status())
                .isEqualTo(403);
        assertThat(post("hanna", "/api/read-models/gig-board/rebuild/stop", "").status())
                .isEqualTo(403);
        assertThat(post("ada", "/api/read-models/nothing/rebuild", "").status()).isEqualTo(404);
        assertThat(post("ada", "/api/read-models/gig-board/rebuild/stop", "").status())
                .as("none is under way")
                .isEqualTo(409);

        openGig("marc", "Before it is made anew");
        JsonNode before = get("ada", "/api/read-models/gig-board/digest").body().path("digests");
        assertThat(before.path("gig").asString()).contains("/");
        assertThat(post("ada", "/api/read-models/gig-board/rebuild", "").status())
                .isEqualTo(202);
        eventually(() -> gigBoard().path("rebuild").path("state").asString().equals("done"));
        assertThat(gigBoard().path("rebuild").path("done").asLong())
                .isPositive()
                .isEqualTo(gigBoard().path("rebuild").path("total").asLong());
        assertThat(get("ada", "/api/read-models/gig-board/digest").body().path("digests"))
                .isEqualTo(before);
    }

    private JsonNode gigBoard() {
        return get("ada", "/api/read-models").items().stream()
                .filter(each -> each.path("name").asString().equals("gig-board"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLearningPlanFitsTheTimeAndTheMoney() {
        String role = get("ewa", "/api/roles?q=lead%20data%20engineer")
                .items()
                .get(0)
                .path("id")
                .asString();
        String asked = "/api/employees/me/learning-plan?role=" + role + "&from=2026-03-04&deadline=2026-05-10";
        JsonNode free = get("ewa", asked + "&hoursPerWeek=3").body();
        JsonNode paid = get("ewa", asked + "&hoursPerWeek=3&budget=200000").body();
        assertThat(free.path("optimal").asBoolean()).isTrue();
        assertThat(free.path("cost").asInt()).isZero();
        assertThat(paid.path("cost").asInt()).isBetween(1, 200_000);
        assertThat(levels(paid)).isGreaterThan(levels(free));
        assertThat(paid.path("hours").asInt()).isBetween(1, 30);
        assertThat(paid.path("items")).allSatisfy(item -> {
            assertThat(item.path("title").asString()).isNotBlank();
            assertThat(LocalDate.parse(item.path("firstWeek").asString()))
                    .isBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 4));
            assertThat(item.path("hoursPerWeek")).allMatch(hours -> hours.asInt() <= 3);
        });

        assertThat(get("ewa", asked + "&hoursPerWeek=0").body().toString()).contains("hoursPerWeek");
        assertThat(get("ewa", asked + "&hoursPerWeek=3&budget=-1").body().toString())
                .contains("budget");
        assertThat(get("ewa", asked.replace("2026-05-10", "5/10/26") + "&hoursPerWeek=3")
                        .body()
                        .toString())
                .contains("deadline");
        assertThat(get("ewa", asked + "&hoursPerWeek=3&currency=euro").body().toString())
                .contains("currency");
        assertThat(get("ewa", asked.replace("2026-05-10", "2026-03-03") + "&hoursPerWeek=3")
                        .body()
                        .toString())
                .contains("deadline 2026-03-03 is before from 2026-03-04");
        assertThat(get("ewa", asked.replace(role, UUID.randomUUID().toString()) + "&hoursPerWeek=3")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLearningPlanLeadsToAnOpportunity() {
        String skill = get("marc", "/api/learning?limit=50").items().stream()
                .filter(item -> item.path("minorUnits").asInt() == 0)
                .map(item -> item.path("gives").get(0).path("skill").asString())
                .filter(given -> get("ewa", "/api/employees/me/skills?limit=100").items().stream()
                        .noneMatch(known -> known.path("skill").asString().equals(given)))
                .findFirst()
                .orElseThrow();
        LocalDate from = LocalDate.now().plusMonths(6);
        String gig = post("marc", "/api/gigs", """
                {"title":"Work to grow into","description":"","hoursPerWeek":4,"from":"%s","to":"%s","seats":1,
                 "requirements":[{"skill":"%s","level":1,"must":true}]}""".formatted(from, from.plusMonths(1), skill))
                .id();
        String asked = "/api/employees/me/learning-plan?opportunity=" + gig + "&hoursPerWeek=";
        assertThat(get("ewa", asked + 5).status())
                .as("a draft is nobody's business")
                .isEqualTo(404);
        post("marc", "/api/gigs/" + gig + "/publish", "");
        eventually(() -> get("ewa", asked + 5).status() == 200);
        JsonNode plan = get("ewa", asked + 5).body();
        assertThat(plan.path("eligible").asBoolean()).isTrue();
        assertThat(plan.path("items")).hasSize(1);
        JsonNode late = get("ewa", asked + "1&deadline=" + LocalDate.now()).body();
        assertThat(late.path("eligible").asBoolean())
                .isEqualTo(late.path("items").size() == 1);
        assertThat(get("ewa", "/api/employees/me/learning-plan?hoursPerWeek=1")
                        .body()
                        .toString())
                .contains("give either this or an opportunity");
    }

    @Test
    void aCareerPathLeadsOverARoleThatOpensTheNext() {
        String name = "Tidal power " + UUID.randomUUID();
        post("ada", "/api/skills", """
                {"name":"%s","kind":"SKILL"}""".formatted(name));
        String first = role("Tidal apprentice", """
                {"skill":"SQL","level":4,"must":true},{"skill":"%s","level":4,"must":false}""".formatted(name));
        assertThat(paths(first, "").path("items").get(0).path("steps")).hasSize(1);
        String second = role("Tidal master", """
                {"skill":"%s","level":4,"must":true}""".formatted(name));
        for (String aim : List.of("cheapest", "fastest", "most-travelled")) {
            JsonNode found = paths(second, "&alternatives=1&aim=" + aim);
            assertThat(found.path("standing").asString()).isEqualTo("PATHS");
            assertThat(found.path("optimal").asBoolean()).isTrue();
            JsonNode path = found.path("items").get(0);
            assertThat(path.path("steps").findValuesAsString("title"))
                    .containsExactly("Tidal apprentice", "Tidal master");
            JsonNode gap = path.path("steps").get(0).path("gaps").get(0);
            assertThat(gap.path("name").asString()).isEqualTo(name);
            assertThat(gap.path("need").asInt()).isEqualTo(4);
            assertThat(gap.path("have").asInt()).isZero();
            assertThat(path.path("weeks").asInt()).isEqualTo(52);
            assertThat(path.path("cost").asLong())
                    .isEqualTo(path.path("steps").get(0).path("cost").asLong()
                            + path.path("steps").get(1).path("cost").asLong());
        }
    }

    @Test
    void aCareerPathIsNotMadeUp() {
        String name = "Moon mining " + UUID.randomUUID();
        post("ada", "/api/skills", """
                {"name":"%s","kind":"SKILL"}""".formatted(name));
        String far = role("Moon miner", """
                {"skill":"%s","level":5,"must":true}""".formatted(name));
        JsonNode none = paths(far, "");
        assertThat(none.path("standing").asString()).isEqualTo("NO_PATH");
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("nearest").path("step").path("gaps").findValuesAsString("name"))
                .containsExactly(name);
        assertThat(paths(role("Anybody", ""), "").path("standing").asString()).isEqualTo("REQUIREMENTS_UNKNOWN");
        String met = role("Reader of tables", """
                {"skill":"SQL","level":1,"must":true}""");
        assertThat(paths(met, "").path("standing").asString()).isEqualTo("ALREADY_MET");

        String asked = "/api/employees/me/career-paths?to=";
        assertThat(get("ewa", asked + UUID.randomUUID()).status()).isEqualTo(404);
        for (String wrong : List.of("aim=easiest", "alternatives=0", "alternatives=11", "hoursPerWeek=41")) {
            Answer refused = get("ewa", asked + far + "&" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.body().toString()).contains("\"field\":\"" + wrong.split("=")[0] + "\"");
        }
        assertThat(get("ewa", asked + "nobody").body().toString()).contains("\"field\":\"to\"");
        assertThat(get("ewa", "/api/employees/me/career-paths").body().toString())
                .contains("\"field\":\"to\"");
    }

    /** Defined by an administrator, and seen. */
    private String role(String title, String requirements) {
        String role =
                post("ada", "/api/roles", """
                {"title":"%s","description":"","family":"","requirements":[%s]}""".formatted(title, requirements)).id();
        eventually(() -> get("ewa", "/api/roles/" + role).status() == 200);
        return role;
    }

    private JsonNode paths(String role, String more) {
        return get("ewa", "/api/employees/me/career-paths?to=" + role + more).body();
    }

    private static int levels(JsonNode plan) {
        int levels = 0;
        for (JsonNode skill : plan.path("skills")) {
            levels += skill.path("reached").asInt();
        }
        return levels;
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
                        "/api/employees/me/learning-plan",
                        "/api/employees/me/career-paths",
                        "/api/plans/{id}/events",
                        "/api/plans/{id}/proposals/{proposal}/adopt",
                        "/api/taxonomies/imports/{id}",
                        "/api/read-models/{name}/rebuild",
                        "/api/skills",
                        "/api/roles",
                        "/api/people",
                        "/api/learning");
    }

    /** Until the stream ends by itself. */
    private String watched(String plan) {
        return get("hanna", "/api/plans/" + plan + "/events").response().body();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void anAlteredEventIsFoundByTheApplicationAndWithoutIt(
            CapturedOutput console, @TempDir Path elsewhere, @Autowired JdbcConnectionDetails database)
            throws IOException {
        String head = headOfMoreThan(1000);
        assertThat(json.readTree(head).path("signature").asString()).isNotEmpty();
        Path copy = Files.writeString(elsewhere.resolve("head.json"), head);

        JsonNode sound = verified(head);
        assertThat(sound.path("done")).isEqualTo(sound.path("total"));
        assertThat(sound.path("result").path("ok").asBoolean()).isTrue();
        assertThat(sound.path("result").path("signed").asLong())
                .isGreaterThanOrEqualTo(json.readTree(head).path("events").asLong());
        assertThat(verifiedByCommand(database, copy)).isZero();
        assertThat(console.getOut()).containsPattern("audit events=\\d+ position=\\d+-\\d+ ok signed=\\d+");

        String position = sql.sql("select xid::text || '-' || number from audit_link where events = 500")
                .query(String.class)
                .single();
        changeEvent500("metadata || ' '");
        try {
            JsonNode result = verified("").path("result");
            assertThat(result.path("fault").asString()).isEqualTo("altered");
            assertThat(result.path("position").asString()).isEqualTo(position);
            assertThat(verifiedByCommand(database, copy)).isEqualTo(1);
            assertThat(console.getOut()).contains("audit events=499 position=" + position + " altered: ");
        } finally {
            changeEvent500("substr(metadata, 1, length(metadata) - 1)");
        }
        assertThat(verifiedByCommand(database, copy)).isZero();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatIsNoHeadIsRefusedByTheFieldThatIsWrong(
            CapturedOutput console, @TempDir Path elsewhere, @Autowired JdbcConnectionDetails database)
            throws IOException {
        String head = headOfMoreThan(0);
        assertThat(get("marc", "/api/audit/head").status()).isEqualTo(403);
        assertThat(post("marc", "/api/audit/verifications", "").status()).isEqualTo(403);
        for (String[] wrong : new String[][] {
            {head.replaceFirst("\"events\":\\d+", "\"events\":0"), "events must be greater than 0"},
            {head.replaceFirst("\"position\":\"\\d+", "\"position\":\"x"), "position must be like 1234-1"},
            {head.replaceFirst("\"position\":\"\\d+", "\"position\":\"1"), "signature is not that of the key it names"},
            {head.replaceFirst("\"hash\":\"..", "\"hash\":\""), "hash must be 64 hexadecimal digits"},
            {head.replaceFirst("\"publicKey\":\"", "\"publicKey\":\"A"), "publicKey is no Ed25519 public key"},
            {head.replaceFirst("\"key\":\"[^\"]*\"", "\"key\":null"), "key is missing"},
        }) {
            assertThat(refused("/api/audit/verifications", wrong[0])).contains(wrong[1]);
            assertThat(verifiedByCommand(database, Files.writeString(elsewhere.resolve("wrong.json"), wrong[0])))
                    .isEqualTo(1);
            assertThat(console.getErr()).contains(wrong[1]);
        }
        assertThat(verifiedByCommand(database, elsewhere.resolve("absent.json")))
                .isEqualTo(1);
        assertThat(console.getErr()).contains("traverse.audit.head names ").contains("absent.json");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aStoreInUseOrNoStoreAtAllIsRefusedInASentence(
            CapturedOutput console, @TempDir Path elsewhere, @Value("${traverse.home}") String home) {
        assertThat(VerifyAuditChain.run("verify-audit-chain", "--traverse.home=" + home))
                .isEqualTo(1);
        assertThat(console.getErr()).contains("another Traverse is using");
        assertThat(VerifyAuditChain.run("verify-audit-chain", "--traverse.home=" + elsewhere))
                .isEqualTo(1);
        assertThat(console.getErr()).contains("there is no store in " + elsewhere);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private String headOfMoreThan(long events) {
        eventually(() -> get("ada", "/api/audit/head").body().path("events").asLong() > events);
        return get("ada", "/api/audit/head").response().body();
    }

    private JsonNode verified(String copy) {
        Answer begun = post("ada", "/api/audit/verifications", copy);
        assertThat(begun.status()).isEqualTo(202);
        String path = begun.response().headers().firstValue("Location").orElseThrow();
        eventually(() -> !get("ada", path).body().path("state").asString().equals("running"));
        assertThat(get("ada", path).body().path("state").asString()).isEqualTo("done");
        return get("ada", path).body();
    }

    private int verifiedByCommand(JdbcConnectionDetails database, Path copy) {
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
                        + " where link.events = 500 and event.xid = link.xid and event.number = link.number")
                .update();
    }

    /** Until it tells of such a plan; then this looks away. */
    private void watchUntilSomeSeatsAreFilled(String plan) {
        var events = request("hanna", "/api/plans/" + plan + "/events").build();
        try (var lines = http.send(events, BodyHandlers.ofLines()).body()) {
            assertThat(lines.anyMatch(line -> line.matches("data:.*\"filled\":[1-9].*")))
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unitOfHanna() {
        String hanna = hanna().toString();
        return get("hanna", "/api/org-units?limit=100").items().stream()
                .filter(each -> each.path("hrbp").asString("").equals(hanna))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private EmployeeId hanna() {
        JsonNode found =
                get("hanna", "/api/people?q=hanna%20lind").items().get(0).path("id");
        return new EmployeeId(UUID.fromString(found.asString()));
    }

    /** In a unit of its own, which no other test touches: the first plan is the best there can be. */
    private String planForOneSeatAndOnePerson() {
        var unit = OrgUnitId.random();
        var gig = GigId.random();
        var nils = EmployeeId.random();
        var today = LocalDate.now();
        var skill = new SkillId(UUID.fromString(
                get("hanna", "/api/skills").items().get(0).path("id").asString()));
        Stream.of(
                        new EstablishOrgUnit(
                                unit, "Lighthouse", Optional.of(new OrgUnitId(UUID.fromString(unitOfHanna())))),
                        new HireEmployee(
                                nils,
                                "Nils Holm",
                                nils + "@example.org",
                                "Keeper",
                                Optional.empty(),
                                unit,
                                Optional.empty(),
                                today.minusYears(1)),
                        new GrantHours(nils, 8),
                        new DraftGig(
                                gig,
                                hanna(),
                                unit,
                                "Paint the lighthouse",
                                "",
                                4,
                                today.plusDays(20),
                                today.plusDays(40),
                                1,
                                List.of(Requirement.desirable(skill))),
                        new PublishGig(gig))
                .forEach(commands::sendAndWait);
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
        return post("hanna", "/api/plans", "{\"orgUnits\":[\"" + unit + "\"]}").id();
    }

    private PlanBoard.State state(String plan) {
        return plans.find(UUID.fromString(plan)).orElseThrow().state();
    }

    private String firstProposal(String plan) {
        return get("hanna", "/api/plans/" + plan)
                .body()
                .path("proposals")
                .get(0)
                .path("state")
                .asString();
    }

    private void withoutTableOfProgress(Runnable meanwhile) {
        sql.sql("alter table plan_progress rename to plan_progress_elsewhere").update();
        try {
            meanwhile.run();
        } finally {
            sql.sql("alter table plan_progress_elsewhere rename to plan_progress")
                    .update();
        }
    }

    private String refused(String gig) {
        return refused("marc", "/api/gigs", gig);
    }

    private String refused(String path, String body) {
        return refused("ada", path, body);
    }

    private String refused(String user, String path, String body) {
        Answer answer = post(user, path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.body().toString();
    }

    private String person(String more) {
        String unit = get("ada", "/api/org-units").items().get(0).path("id").asString();
        return """
                {"name":"Jo Ferreira","email":"jo@example.com","jobTitle":"Pilot","orgUnit":"%s","hiredOn":"%s"%s}""".formatted(unit, LocalDate.now(), more);
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
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(100));
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
