package org.traverse.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriTemplate;
import org.traverse.api.WholeApplication;
import org.traverse.api.embedded.SecondNode;
import org.traverse.capacity.CapacityCommand.GrantHours;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes of the whole application on one PostgreSQL and one Elasticsearch. */
@WholeApplication
@Tag("faults")
class OncePerKeyTest {
    private record Answer(int status, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String body() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String id() {
            return json().path("id").asString();
        }

        boolean isReplayed() {
            return "true".equals(header("Idempotency-Replayed"));
        }

        /** What a caller would act upon. */
        List<Object> said() {
            return java.util.Arrays.asList(status, header("Location"), body());
        }
    }

    /** Their step is a row of their own. */
    private static final Set<String> WITHOUT_COMMANDS = Set.of(
            "/api/plans/{id}/stop",
            "/api/plans/{plan}/replays",
            "/api/plans/{plan}/explanations",
            "/api/plans/{plan}/inquiries/{id}/stop",
            "/api/audit/verifications",
            "/api/audit/verifications/{id}/stop",
            "/api/read-models/{name}/rebuild");

    /** A parked event is handled or still there, one that was dropped is gone, and a rebuild that was stopped has ended. */
    private static final Set<String> NOTHING_THAT_CAN_BE_DONE_TWICE = Set.of(
            "/api/parked-events/retry",
            "/api/parked-events/{id}/retry",
            "/api/parked-events/{id}/drop",
            "/api/read-models/{name}/rebuild/stop");

    private static SecondNode second;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> covered = new HashSet<>();

    @LocalServerPort
    int here;

    @Autowired
    DefaultCommandGateway commands;

    @Autowired
    JdbcClient sql;

    @BeforeAll
    static void startAnother(@Autowired ApplicationContext first) {
        second = SecondNode.beside(first);
    }

    @AfterAll
    static void stopIt() {
        second.close();
    }

    @Test
    void whatIsWrittenHereIsReadThereByWhoWaitsForIt() {
        for (int i = 0; i < 2; i++) {
            Answer written = post(here, "marc", "/api/gigs", gig("Here, then there"), Map.of());
            Answer read = send(
                    there(),
                    "marc",
                    "GET",
                    "/api/gigs/" + written.id(),
                    null,
                    Map.of("Traverse-Wait-For", written.header("Traverse-Position")));
            assertThat(read.status()).isEqualTo(200);
        }
    }

    @Test
    void twentyAtOnceOnTwoNodesHaveOneEffect() throws Exception {
        String title = "Twenty " + UUID.randomUUID();
        Map<String, String> key = key();
        List<Answer> answers = twentyTimes(node -> post(node, "marc", "/api/gigs", gig(title), key));
        assertThat(drafted(title)).isEqualTo(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        Set<String> ids = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::id)
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201 && !answer.isReplayed()))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.header("Retry-After").equals("1"));

        Answer later = post(there(), "marc", "/api/gigs", gig(title), key);
        assertThat(later.id()).isIn(ids);
        assertThat(later.isReplayed()).isTrue();
        assertThat(later.header("Location")).isEqualTo("/api/gigs/" + later.id());
        assertThat(later.header("Traverse-Position")).isNotBlank();
        Answer other = post(here, "marc", "/api/gigs", gig(title + "!"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
        assertThat(post(here, "marc", "/api/gigs?x", gig(title), key).id())
                .as("another address")
                .isNotIn(ids);
    }

    @Test
    void twentyAtOnceWithoutAKeyAreTwenty() throws Exception {
        String title = "Many " + UUID.randomUUID();
        twentyTimes(node -> post(node, "marc", "/api/gigs", gig(title), Map.of()));
        assertThat(drafted(title)).isEqualTo(20);
    }

    @Test
    void aKeyIsPrintableAsciiAndOne() {
        for (String bad : new String[] {"", "x".repeat(256), "tab\tbed"}) {
            Answer refused = post(here, "marc", "/api/gigs", gig("Never"), Map.of("Idempotency-Key", bad));
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"Idempotency-Key\"");
        }
        Answer longest = post(here, "marc", "/api/gigs", "{}", Map.of("Idempotency-Key", "~ !" + "x".repeat(252)));
        assertThat(longest.body()).contains("\"field\":\"title\"");
        assertThat(post(here, "marc", "/api/gigs", " ".repeat(1 << 21), key()).status())
                .isEqualTo(413);
        assertThat(send(here, "nobody", "POST", "/api/gigs", gig("Never"), key())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void onlyWhatOurRulesSaidIsSaidAgain() {
        Map<String, String> key = key();
        String gig = post(here, "marc", "/api/gigs", gig("Draft " + UUID.randomUUID()), Map.of())
                .id();
        String cancel = "/api/gigs/" + gig + "/cancel";
        assertThat(post(here, "marc", cancel, "{}", key).status()).isEqualTo(400);
        assertThat(post(here, "ewa", "/api/gigs", gig("Never"), key).status()).isEqualTo(403);
        assertThat(post(here, "marc", cancel, "{\"reason\":\"None\"}", key).status())
                .as("mended")
                .isEqualTo(204);

        String publish = "/api/gigs/" + gig + "/publish";
        Map<String, String> second = key();
        Answer rule = post(here, "marc", publish, "", second);
        assertThat(rule.status()).isEqualTo(409);
        Answer again = post(there(), "marc", publish, "", second);
        assertThat(again.said()).isEqualTo(rule.said());
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.header("Content-Type")).isEqualTo(rule.header("Content-Type"));
        String nowhere = "/api/gigs/" + UUID.randomUUID() + "/publish";
        assertThat(post(here, "marc", nowhere, "", second).status()).isEqualTo(404);
        assertThat(post(here, "marc", nowhere, "", second).isReplayed()).isTrue();
    }

    @Test
    void isInProgressUntilItIsAnsweredAndLaterIfItIsSlowOnly() throws Exception {
        String title = "Slow " + UUID.randomUUID();
        Map<String, String> key = key();
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Registration slow = commands.registerDispatchInterceptor(messages -> (number, command) -> {
            if (isOfAKey(command)) {
                reached.countDown();
                awaitQuietly(goOn);
            }
            return command;
        });
        Future<Answer> first = thread.submit(() -> post(here, "marc", "/api/gigs", gig(title), key));
        reached.await();
        Answer busy = post(there(), "marc", "/api/gigs", gig(title), key);
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(busy.header("Content-Type")).startsWith("application/problem+json");

        sql.sql("update idempotency_key set lease = now() - interval '1s' where status is null")
                .update();
        Answer overtaking = post(there(), "marc", "/api/gigs", gig(title), key);
        assertThat(overtaking.status()).isEqualTo(201);
        goOn.countDown();
        assertThat(first.get().said()).as("not dead after all").isEqualTo(overtaking.said());
        slow.cancel();
        thread.shutdown();
        assertThat(drafted(title)).isEqualTo(1);
    }

    /** The lock on a key is one guard, the name of the step in the log another. */
    @Test
    void inDoubtItIsTheLogThatKnows() {
        String gig = openGig();
        String apply = "/api/opportunities/" + gig + "/applications";
        Map<String, String> key = key();
        Answer first = post(here, "ewa", apply, "{\"note\":\"Me\"}", key);
        assertThat(post(here, "ewa", "/api/applications/" + first.id() + "/withdraw", "", Map.of())
                        .status())
                .isEqualTo(204);
        dieBeforeAnswering();
        assertThat(post(there(), "ewa", apply, "{\"note\":\"Me\"}", key).said()).isEqualTo(first.said());
        assertThat(events(first.id(), "application.applied")).isEqualTo(1);

        dieBeforeAnswering();
        sql.sql("update event set command = null where stream = ?")
                .param(first.id())
                .update();
        post(here, "ewa", apply, "{\"note\":\"Me\"}", key);
        assertThat(events(first.id(), "application.applied"))
                .as("without the log's help")
                .isEqualTo(2);
    }

    @Test
    void goesOnBetweenTheStepsOfAHiring() {
        String unit = send(here, "ada", "GET", "/api/org-units", null, Map.of())
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String body = person(unit, 11);
        Map<String, String> key = key();
        Answer died = whileCommandsFail(
                GrantHours.class,
                new IllegalStateException("as if killed"),
                () -> post(here, "ada", "/api/people", body, key));
        assertThat(died.status()).isEqualTo(500);
        assertThat(post(there(), "ada", "/api/people", person(unit, 12), key).status())
                .isEqualTo(422);
        Answer hired = post(there(), "ada", "/api/people", body, key);
        assertThat(hired.status()).isEqualTo(201);
        assertThat(events(hired.id(), "employee.hired")).isEqualTo(1);
        assertThat(granted(hired.id())).containsExactly(11);

        send(here, "ada", "PUT", "/api/people/" + hired.id() + "/hours", "{\"hoursPerWeek\":3}", Map.of());
        dieBeforeAnswering();
        assertThat(post(here, "ada", "/api/people", body, key).said()).isEqualTo(hired.said());
        assertThat(granted(hired.id())).as("later words count").containsExactly(11, 3);
    }

    @Test
    void theDescriptionOfEachPostNamesTheHeader() {
        JsonNode paths =
                send(here, "ada", "GET", "/v3/api-docs", null, Map.of()).json().path("paths");
        List<JsonNode> posts = paths.valueStream()
                .filter(path -> path.has("post"))
                .map(path -> path.path("post").path("parameters"))
                .toList();
        assertThat(posts)
                .hasSizeGreaterThan(20)
                .allSatisfy(parameters -> assertThat(parameters
                                .valueStream()
                                .map(each -> each.path("name").asString()))
                        .contains("Idempotency-Key"));
    }

    /** One story that passes each way to change something once, and each time in four attempts. */
    @Test
    @Timeout(300)
    void everyPostHasOneEffectHoweverItWasInterrupted(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        String name = "Knots " + UUID.randomUUID();
        String skill = once("ada", "/api/skills", "{\"name\":\"%s\",\"kind\":\"SKILL\"}".formatted(name))
                .id();
        once("ada", "/api/roles", """
                {"title":"Rigger","description":"","family":"Harbour",
                 "requirements":[{"skill":"%s","level":4,"must":true}]}""".formatted(skill));
        String course = once("ada", "/api/learning", """
                {"title":"%s","description":"","provider":"School","modality":"BOOK","hours":1,
                 "gives":[{"skill":"%s","level":1}]}""".formatted(name, skill)).id();
        String record = once("ewa", "/api/learning/{id}/enrolments", "", course).id();
        once("ewa", "/api/learning-records/{id}/complete", "", record);
        once("ewa", "/api/employees/me/skills", "{\"skill\":\"%s\",\"level\":1}".formatted(skill));
        once("ewa", "/api/employees/me/preferences/opt-out", "");
        once("ewa", "/api/employees/me/preferences/opt-in", "");
        String unit = once("ada", "/api/org-units", "{\"name\":\"Rigging\"}").id();
        once("ada", "/api/people", person(unit, 5));

        String gig = once("marc", "/api/gigs", gig(name)).id();
        once("marc", "/api/gigs/{id}/publish", "", gig);
        String ewas = once("ewa", "/api/opportunities/{id}/applications", "{\"note\":\"I\"}", gig)
                .id();
        once("marc", "/api/applications/{id}/offer", "", ewas);
        once("ewa", "/api/applications/{id}/accept", "", ewas);
        String hannas = once("marc", "/api/gigs/{id}/offers", "{\"employee\":\"%s\"}".formatted(hanna()), openGig())
                .id();
        once("hanna", "/api/applications/{id}/decline", "{\"reason\":\"No time\"}", hannas);
        String other = openGig();
        String apply = "/api/opportunities/" + other + "/applications";
        once(
                "marc",
                "/api/applications/{id}/reject",
                "{\"reason\":\"Earlier\"}",
                post(here, "ewa", apply, "", Map.of()).id());
        once(
                "hanna",
                "/api/applications/{id}/withdraw",
                "",
                post(here, "hanna", apply, "", Map.of()).id());
        once("marc", "/api/gigs/{id}/cancel", "{\"reason\":\"No budget\"}", other);
        once("marc", "/api/assignments/{id}/complete", "{\"feedback\":\"Thanks\"}", assignment(gig));
        planAndAdopt();
        importATaxonomy();
        String verification = once("ada", "/api/audit/verifications", "").id();
        once("ada", "/api/audit/verifications/{id}/stop", "", verification);

        once("ada", "/api/read-models/{name}/rebuild", "", "taxonomy-imports");

        covered.addAll(NOTHING_THAT_CAN_BE_DONE_TWICE);
        assertThat(covered).containsExactlyInAnyOrderElementsOf(posts(mappings));
    }

    private void planAndAdopt() {
        for (int i = 0; i < 2; i++) {
            String wanted = post(here, "marc", "/api/gigs", gig("Archive", 8, 50), Map.of())
                    .id();
            post(here, "marc", "/api/gigs/" + wanted + "/publish", "", Map.of());
        }
        String plan = once("hanna", "/api/plans", "{\"orgUnits\":[\"%s\"]}".formatted(unitOfHanna()))
                .id();
        once("hanna", "/api/plans/{id}/run", "", plan);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plan(plan).path("progress").path("filled").asInt() > 1);
        once("hanna", "/api/plans/{id}/stop", "", plan);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plan(plan).path("state").asString().equals("stopped"));
        JsonNode proposals = plan(plan).path("proposals");
        String inquiry = once("hanna", "/api/plans/{plan}/replays", "", plan).id();
        once("hanna", "/api/plans/{plan}/inquiries/{id}/stop", "", plan, inquiry);
        String employee = proposals.get(0).path("employee").asString();
        once("hanna", "/api/plans/{plan}/explanations", "{\"employee\":\"%s\"}".formatted(employee), plan);
        once(
                "hanna",
                "/api/plans/{id}/proposals/{proposal}/adopt",
                "",
                plan,
                proposals.get(0).path("id").asString());
        once(
                "hanna",
                "/api/plans/{id}/adopt",
                "{\"proposals\":[\"%s\"]}".formatted(proposals.get(1).path("id").asString()),
                plan);
    }

    /** Its job takes up what was stored, whether or not whoever stored it lived to say so. */
    private void importATaxonomy() {
        Map<String, String> key = key();
        String imports = "/api/taxonomies/imports";
        covered.add(imports);
        Answer first = upload(archive("Lamplighters"), "one", key);
        assertThat(first.status()).isEqualTo(202);
        dieBeforeAnswering();
        assertThat(upload(archive("Lamplighters"), "two", key).said()).isEqualTo(first.said());
        Answer again = upload(archive("Lamplighters"), "three", key);
        assertThat(again.said()).isEqualTo(first.said());
        assertThat(again.isReplayed()).isTrue();
        assertThat(upload(archive("Wickmakers"), "one", key).status()).isEqualTo(422);
        assertThat(events(first.id(), "taxonomy-import.begun")).isEqualTo(1);
    }

    private static Set<String> posts(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/"))
                .collect(Collectors.toSet());
    }

    /** Sent until it is answered, with a node that dies before its command and one that dies after it. */
    private Answer once(String user, String template, String body, Object... ids) {
        covered.add(template);
        String path = new UriTemplate(template).expand(ids).toString();
        Map<String, String> key = key();
        if (!WITHOUT_COMMANDS.contains(template)) {
            Answer lost = whileCommandsFail(
                    Object.class,
                    new ConcurrencyException("as if it had lost the race"),
                    () -> post(here, user, path, body, key));
            assertThat(lost.status()).as(path).isEqualTo(409);
        }
        Answer landed = post(here, user, path, body, key);
        assertThat(landed.status()).as(path + " " + landed.body()).isBetween(200, 299);
        assertThat(landed.isReplayed()).isFalse();
        assertThat(landed.body()).as("nothing but an id").matches("|\\{\"(id|run)\":\"[-0-9a-f]{36}\"}");
        long effects = effects();
        dieBeforeAnswering();
        Answer resumed = post(here, user, path, body, key);
        assertThat(resumed.said()).as(path).isEqualTo(landed.said());
        Answer replayed = post(there(), user, path, body, key);
        assertThat(replayed.said()).as(path).isEqualTo(landed.said());
        assertThat(replayed.isReplayed()).isTrue();
        assertThat(effects()).as(path).isEqualTo(effects);
        return landed;
    }

    /** As if the node that has just answered had been killed before it could keep the answer. */
    private void dieBeforeAnswering() {
        int died = sql.sql("""
                        update idempotency_key
                        set status = null, reply = null, holder = gen_random_uuid(), lease = now() - interval '1s'
                        where created = (select max(created) from idempotency_key where status is not null)""").update();
        assertThat(died).isEqualTo(1);
    }

    /** Events that came from requests with a key; those that policies added later have nothing of it. */
    private long effects() {
        return sql.sql("select count(*) from event where convert_from(metadata, 'UTF8') like '%\"step\"%'")
                .query(Long.class)
                .single();
    }

    private Answer whileCommandsFail(Class<?> kind, RuntimeException fault, Supplier<Answer> request) {
        Registration failing = commands.registerDispatchInterceptor(messages -> (number, command) -> {
            if (isOfAKey(command) && kind.isInstance(command.getPayload())) {
                throw fault;
            }
            return command;
        });
        try {
            return request.get();
        } finally {
            failing.cancel();
        }
    }

    private static boolean isOfAKey(CommandMessage<?> command) {
        return command.getMetaData().containsKey("step");
    }

    private List<Answer> twentyTimes(java.util.function.IntFunction<Answer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Answer>> all = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Answer>) () -> request.apply(i % 2 == 0 ? here : there()))
                .toList();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : threads.invokeAll(all)) {
            answers.add(each.get());
        }
        threads.shutdown();
        return answers;
    }

    private int there() {
        return second.port();
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private int drafted(String title) {
        return sql.sql("select count(*) from event where type = 'gig.drafted'"
                        + " and position(:title in convert_from(payload, 'UTF8')) > 0")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    private int events(String stream, String type) {
        return sql.sql("select count(*) from event where stream = ? and type = ?")
                .params(stream, type)
                .query(Integer.class)
                .single();
    }

    private List<Integer> granted(String employee) {
        return sql.sql("select (convert_from(payload, 'UTF8')::json ->> 'hoursPerWeek')::int from event"
                        + " where type = 'capacity.hours-granted' and position(? in convert_from(payload, 'UTF8')) > 0"
                        + " order by sequence")
                .param(employee)
                .query(Integer.class)
                .list();
    }

    private String openGig() {
        String gig = post(here, "marc", "/api/gigs", gig("Open " + UUID.randomUUID()), Map.of())
                .id();
        post(here, "marc", "/api/gigs/" + gig + "/publish", "", Map.of());
        return gig;
    }

    private String gig(String title) {
        return gig(title, 1, 1);
    }

    private static String gig(String title, int hours, int seats) {
        LocalDate today = LocalDate.now();
        return """
                {"title":"%s","description":"","hoursPerWeek":%d,"from":"%s","to":"%s","seats":%d,
                 "requirements":[{"skill":"SQL","level":2,"must":true}]}""".formatted(title, hours, today.plusDays(300), today.plusDays(330), seats);
    }

    private static String person(String unit, int hours) {
        return """
                {"name":"Nils Holm","email":"nils@example.org","jobTitle":"Keeper","orgUnit":"%s",
                 "hiredOn":"2026-01-01","hoursPerWeek":%d}""".formatted(unit, hours);
    }

    private String assignment(String gig) {
        Supplier<JsonNode> mine = () -> send(here, "ewa", "GET", "/api/assignments", null, Map.of())
                .json()
                .path("items");
        Supplier<String> found = () -> mine.get()
                .valueStream()
                .filter(each -> each.path("gig").asString().equals(gig))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElse(null);
        return await().atMost(Duration.ofSeconds(20)).until(found::get, java.util.Objects::nonNull);
    }

    private JsonNode plan(String id) {
        return send(here, "hanna", "GET", "/api/plans/" + id, null, Map.of()).json();
    }

    private String hanna() {
        return send(here, "hanna", "GET", "/api/people?q=hanna", null, Map.of())
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("email").asString().startsWith("hanna."))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String unitOfHanna() {
        String hanna = hanna();
        return send(here, "hanna", "GET", "/api/org-units", null, Map.of())
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("hrbp").asString("").equals(hanna))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] archive(String title) {
        String rated =
                "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant"
                        + "\tDate\n47-9999.08\t%s\tWatching\tIM\t4.50\tN\tn/a\t01/2000\n"
                        + "47-9999.08\t%s\tWatching\tLV\t4.25\tN\tn/a\t01/2000\n";
        Map<String, String> files = new TreeMap<>(Map.of(
                "Skills.txt",
                rated.replace("%s", "2.A.98"),
                "Knowledge.txt",
                rated.replace("%s", "2.C.98"),
                "Technology Skills.txt",
                "O*NET-SOC Code\tExample\tCommodity Code\n47-9999.08\tLongPole 8\t1\n",
                "Occupation Data.txt",
                "O*NET-SOC Code\tTitle\tDescription\n47-9999.08\t" + title + "\tLight lamps.\n"));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry("db_0_9_text/" + file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Another boundary each time, as programs do it. */
    private Answer upload(byte[] archive, String boundary, Map<String, String> key) {
        var request = request(here, "ada", "/api/taxonomies/imports", key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"db.zip\"\r\n\r\n"),
                        BodyPublishers.ofByteArray(archive),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        return send(request);
    }

    private Answer post(int node, String user, String path, String body, Map<String, String> headers) {
        return send(node, user, "POST", path, body, headers);
    }

    private Answer send(int node, String user, String method, String path, String body, Map<String, String> headers) {
        return send(request(node, user, path, headers)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int node, String user, String path, Map<String, String> headers) {
        String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + node + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
