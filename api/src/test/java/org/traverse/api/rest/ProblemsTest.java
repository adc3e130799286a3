package org.traverse.api.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.traverse.RuleViolated;
import org.traverse.api.security.Forbidden;
import org.traverse.api.security.Unknown;
import org.traverse.api.security.Unlinked;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.readmodel.Cursor;
import org.traverse.readmodel.ListRequest;

@WebMvcTest
@AutoConfigureMockMvc(addFilters = false)
@ContextConfiguration(classes = {Problems.class, StrictJson.class, Parameters.class, ProblemsTest.Resource.class})
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class ProblemsTest {
    record Need(
            @NotBlank String skill, @NotNull @Min(1) @Max(5) Integer level) {}

    enum Kind {
        GIG,
        ROLE
    }

    record Body(
            @NotBlank String title,
            @Valid List<Need> needs,
            Optional<Kind> kind,
            Optional<LocalDate> from,
            Optional<EmployeeId> owner,
            Optional<Identity> account,
            Optional<Boolean> must,
            Map<String, String> labels) {}

    @RestController
    static class Resource {
        static Supplier<Exception> fault = () -> new IllegalStateException();

        @PostMapping(path = "/api/things", consumes = "application/json")
        String write(@Valid @RequestBody Body body) {
            return body.title();
        }

        @GetMapping(path = "/api/things", produces = "application/json")
        ListRequest list(ListRequest asked) {
            return asked;
        }

        @GetMapping("/api/things/{id}")
        EmployeeId one(@PathVariable EmployeeId id) {
            return id;
        }

        @GetMapping("/api/numbers/{id}")
        int number(@PathVariable UUID id, @RequestParam @Min(1) int size) {
            return size;
        }

        @PostMapping("/api/files")
        void upload(@RequestParam MultipartFile file) {}

        @GetMapping("/api/fault")
        void fault() throws Exception {
            throw fault.get();
        }

        @GetMapping("/api/later")
        CompletableFuture<String> later() {
            return CompletableFuture.failedFuture(new CompletionException(fault.get()));
        }

        @GetMapping("/page")
        void page() throws Exception {
            throw fault.get();
        }
    }

    static final String GOOD = """
            {"title": "Meters", "needs": [{"skill": "SQL", "level": 3}], "labels": {}}""";

    @Autowired
    MockMvc http;

    @Test
    void takesWhatIsRight() throws Exception {
        http.perform(body(GOOD)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"title\": }",
                "{} {}",
                "{\"title\": \"a\u0001b\"}",
                "{'title': 1}"
            })
    void whatIsNotJsonOrNotAnObjectIsMalformed(String body) throws Exception {
        problem(body(body), HttpStatus.BAD_REQUEST);
    }

    @Test
    void namesTheFieldThatIsMissingNullOrOfAnotherKind() throws Exception {
        refuses("{\"needs\": [], \"labels\": {}}", "title", "must not be blank");
        refuses(GOOD.replace("\"Meters\"", "null"), "title", "must not be blank");
        refuses(GOOD.replace("\"Meters\"", "7"), "title", "is not a text");
        refuses(GOOD.replace("\"Meters\"", "\" \""), "title", "must not be blank");
        refuses(GOOD.replace("[{", "[null, {"), "needs[0]", "is not what is expected here");
        refuses(GOOD.replace("3", "\"3\""), "needs[0].level", "is not a whole number in range");
        refuses(GOOD.replace("3", "3.5"), "needs[0].level", "is not a whole number in range");
        refuses(GOOD.replace("3", "9"), "needs[0].level", "must be less than or equal to 5");
        refuses(with("\"kind\": \"JOB\""), "kind", "is not one of GIG, ROLE");
        refuses(with("\"kind\": 0"), "kind", "is not one of GIG, ROLE");
        refuses(with("\"from\": \"2026-02-30\""), "from", "is not a date (ISO 8601)");
        refuses(with("\"owner\": \"7\""), "owner", "is not an id (a UUID)");
        refuses(with("\"must\": \"yes\""), "must", "is not true or false");
        refuses(
                with("\"account\": {\"issuer\": \"\", \"subject\": \"x\"}"),
                "account",
                "an identity needs an issuer and a subject");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws Exception {
        problem(
                        body("{\"title\": \"\", \"needs\": [{\"skill\": \"\", \"level\": 0}], \"labels\": {}}"),
                        HttpStatus.BAD_REQUEST)
                .andExpect(jsonPath("$.errors.length()").value(3));
    }

    @Test
    void refusesTextThatCannotBeKept() throws Exception {
        refuses(GOOD.replace("Meters", "a\\u0000b"), "title", "must not contain NUL characters");
        refuses(GOOD.replace("Meters", "a\\ud800b"), "title", "must not contain halves of surrogate pairs");
        refuses(with("\"labels\": {\"a\\u0000b\": \"c\"}"), "labels", "must not contain NUL characters");
        http.perform(body(GOOD.replace("Meters", "\\ud83d\\ude80"))).andExpect(status().isOk());
    }

    @Test
    void refusesWhatIsDeepOrHugeWithoutReadingItAll() throws Exception {
        problem(body("[".repeat(10_000)), HttpStatus.BAD_REQUEST);
        problem(body("{\"title\":".repeat(10_000)), HttpStatus.BAD_REQUEST);
        problem(body(GOOD.replace("3", "9".repeat(100_000))), HttpStatus.BAD_REQUEST);
        problem(body(GOOD.replace("3", "1e1000000000")), HttpStatus.BAD_REQUEST);
        problem(body(GOOD.replace("3", "NaN")), HttpStatus.BAD_REQUEST);
        problem(body(GOOD.replace("3", "99999999999")), HttpStatus.BAD_REQUEST);
    }

    @Test
    void readsWhichPartOfAListIsWanted() throws Exception {
        var cursor = new Cursor("meters", new UUID(1, 2));
        http.perform(get("/api/things?q=a b&limit=100").queryParam("after", cursor.toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.q").value("a b"))
                .andExpect(jsonPath("$.limit").value(100))
                .andExpect(jsonPath("$.after.key").value("meters"));
        http.perform(get("/api/things")).andExpect(jsonPath("$.limit").value(20));
    }

    @Test
    void namesTheParameterThatIsWrong() throws Exception {
        for (String limit : List.of("0", "101", "-1", "x", "", "1e1", "99999999999999")) {
            names(get("/api/things").queryParam("limit", limit), "limit");
        }
        names(get("/api/things").queryParam("after", "x"), "after");
        names(get("/api/things").queryParam("q", "a\u0000b"), "q");
        names(get("/api/things").queryParam("q", "a".repeat(201)), "q");
        names(get("/api/things/7"), "id");
        names(get("/api/things/1-1-1-1-1"), "id");
        names(get("/api/numbers/7?size=1"), "id");
        names(get("/api/numbers/" + UUID.randomUUID()), "size");
        names(get("/api/numbers/" + UUID.randomUUID() + "?size=x"), "size");
        names(get("/api/numbers/" + UUID.randomUUID() + "?size=0"), "size");
        names(multipart("/api/files").file(new MockMultipartFile("other", new byte[0])), "file");
    }

    @Test
    void sayWhatSpringRefuses() throws Exception {
        problem(get("/api/nothing"), HttpStatus.NOT_FOUND);
        problem(get("/api/things").accept("image/png"), HttpStatus.NOT_ACCEPTABLE);
        problem(post("/api/things").contentType("text/plain").content("x"), HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        problem(post("/api/fault"), HttpStatus.METHOD_NOT_ALLOWED)
                .andExpect(header().string("Allow", containsString("GET")));
        problem(post("/api/files").contentType("application/json").content("{}"), HttpStatus.BAD_REQUEST);
    }

    @Test
    void sayWhyOurRulesRefuse() throws Exception {
        fails(() -> new RuleViolated("every seat is taken"), HttpStatus.CONFLICT, "every seat is taken");
        fails(
                () -> new CommandExecutionException("wrapped", new RuleViolated("every seat is taken")),
                HttpStatus.CONFLICT,
                "every seat is taken");
        fails(() -> new Forbidden("only managers post gigs"), HttpStatus.FORBIDDEN, "only managers post gigs");
        fails(Unlinked::new, HttpStatus.FORBIDDEN, "not linked to an employee");
        fails(() -> new Unknown("gig"), HttpStatus.NOT_FOUND, "there is no such gig");
        fails(() -> new AggregateNotFoundException("7", "secret"), HttpStatus.NOT_FOUND, "nothing by this id");
        fails(() -> new AggregateStreamCreationException("secret"), HttpStatus.CONFLICT, "exists already");
        fails(() -> new ConcurrencyException("secret"), HttpStatus.CONFLICT, "somebody else");
        fails(() -> new IllegalArgumentException("a gig has seats"), HttpStatus.BAD_REQUEST, "a gig has seats");
        fails(
                () -> new CommandExecutionException("wrapped", new IllegalArgumentException("a gig has seats")),
                HttpStatus.BAD_REQUEST,
                "a gig has seats");
        fails(() -> new MaxUploadSizeExceededException(1), HttpStatus.CONTENT_TOO_LARGE, "larger");
    }

    @Test
    void tellAServerThatIsAwayFromAFaultOfOurs() throws Exception {
        String away = "try again";
        fails(() -> new CannotGetJdbcConnectionException("secret"), HttpStatus.SERVICE_UNAVAILABLE, away);
        fails(() -> new CannotCreateTransactionException("secret"), HttpStatus.SERVICE_UNAVAILABLE, away);
        fails(
                () -> new IllegalStateException("secret", new SQLException("secret", "57P01")),
                HttpStatus.SERVICE_UNAVAILABLE,
                away);
        fails(() -> new IOException("secret", new ConnectException("secret")), HttpStatus.SERVICE_UNAVAILABLE, away);
        fails(() -> new IOException("secret", new SocketException("secret")), HttpStatus.SERVICE_UNAVAILABLE, away);
        fails(
                () -> new IllegalStateException(new IllegalArgumentException("secret")),
                HttpStatus.INTERNAL_SERVER_ERROR,
                "our side");
        fails(() -> new IllegalStateException("secret"), HttpStatus.INTERNAL_SERVER_ERROR, "our side");
        fails(() -> new SQLException("secret", "42601"), HttpStatus.INTERNAL_SERVER_ERROR, "our side");
        fails(NullPointerException::new, HttpStatus.INTERNAL_SERVER_ERROR, "our side");
    }

    @Test
    void leavePagesToFailInTheirOwnWay() throws Exception {
        Resource.fault = () -> new Forbidden("only managers post gigs");
        http.perform(get("/page"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(""));
    }

    private static RequestBuilder body(String json) {
        return post("/api/things").contentType(APPLICATION_JSON).content(json);
    }

    private static String with(String more) {
        return GOOD.replace("\"labels\": {}", more.startsWith("\"labels\"") ? more : "\"labels\": {}, " + more);
    }

    private ResultActions problem(RequestBuilder request, HttpStatus status) throws Exception {
        return http.perform(request)
                .andExpect(status().is(status.value()))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(status.value()))
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(content().string(not(containsString("org.traverse"))))
                .andExpect(content().string(not(containsString("jackson"))));
    }

    private void refuses(String json, String field, String message) throws Exception {
        problem(body(json), HttpStatus.BAD_REQUEST)
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(message));
    }

    private void names(RequestBuilder request, String parameter) throws Exception {
        problem(request, HttpStatus.BAD_REQUEST)
                .andExpect(jsonPath("$.errors[0].field").value(parameter));
    }

    private void fails(Supplier<Exception> fault, HttpStatus status, String detail) throws Exception {
        Resource.fault = fault;
        for (String accept : List.of("application/json", "text/event-stream")) {
            problem(get("/api/fault").accept(accept), status)
                    .andExpect(jsonPath("$.detail").value(containsString(detail)))
                    .andExpect(content().string(not(containsString("secret"))));
        }
    }
}
