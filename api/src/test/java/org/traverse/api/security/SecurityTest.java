package org.traverse.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.security.Caller.Role;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.directory.Directory;

/** The demo users, against a real directory; everything but the pages and resources themselves. */
@WebMvcTest(properties = "traverse.demo.enabled=true")
@ContextConfiguration(
        classes = {
            SecurityConfiguration.class,
            DemoUsers.class,
            ProblemResponse.class,
            Callers.class,
            SignIn.class,
            SecurityTest.Somewhere.class
        })
@DirtiesContext
class SecurityTest {
    @RestController
    static class Somewhere {
        @Bean
        RealDirectory realDirectory() {
            return new RealDirectory("security-test");
        }

        @Bean
        Directory directory(RealDirectory real) {
            return real.directory();
        }

        @GetMapping({"/api/who", "/who"})
        Caller who(Caller caller) {
            return caller;
        }

        @PostMapping("/api/what")
        int what(@RequestBody byte[] body) {
            return body.length;
        }

        @PostMapping("/what")
        void what() {}

        @GetMapping({"/v3/api-docs", "/actuator/health", "/actuator/env", "/login", "/app/app.css"})
        String open() {
            return "open";
        }
    }

    final OrgUnitId team = OrgUnitId.random();
    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final EmployeeId hanna = EmployeeId.random();

    @Autowired
    RealDirectory company;

    @Autowired
    SignIn signIn;

    @Autowired
    MockMvc http;

    @BeforeEach
    void people() {
        company.on(new OrgUnitEstablished(team, "Team", Optional.empty()));
        hired(ewa, "ewa", Optional.of(marc));
        hired(marc, "marc", Optional.empty());
        hired(hanna, "hanna", Optional.empty());
        company.on(new LeadAppointed(team, marc));
        company.on(new HrbpAssigned(team, hanna));
    }

    @Test
    void programsAreToldWithoutAChallengeThatTheyMustSignIn() throws Exception {
        for (MockHttpServletRequestBuilder asking : Set.of(
                get("/api/who"),
                get("/api/who").accept(MediaType.TEXT_HTML),
                get("/api/who").with(httpBasic("ewa", "wrong")),
                get("/api/who").with(httpBasic("nobody", "demo")),
                get("/api/who").header("Authorization", "Bearer x"),
                get("/api/nothing"))) {
            problem(asking, 401).andExpect(header().doesNotExist("WWW-Authenticate"));
        }
    }

    @Test
    void programsSayWhoTheyAreWithEachRequestAndLeaveNoTrace() throws Exception {
        var answer = http.perform(get("/api/who").with(httpBasic("ewa", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.employee").value(ewa.toString()))
                .andExpect(jsonPath("$.roles").value("EMPLOYEE"))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void aSessionOpensPagesButNotTheApi() throws Exception {
        MockHttpSession session = signedIn("ewa");
        http.perform(get("/who").session(session))
                .andExpect(jsonPath("$.employee").value(ewa.toString()));
        problem(get("/api/who").session(session), 401);
    }

    @Test
    void rolesAreWhatTheCompanySaysNow() throws Exception {
        roles("marc", "EMPLOYEE", "MANAGER");
        roles("hanna", "EMPLOYEE", "HRBP");
        MockHttpSession hannas = signedIn("hanna");

        company.on(new LeadAppointed(team, ewa));
        company.on(new HrbpAssigned(team, ewa));

        roles("hanna", "EMPLOYEE");
        roles("ewa", "EMPLOYEE", "MANAGER", "HRBP");
        http.perform(get("/who").session(hannas))
                .andExpect(jsonPath("$.roles.length()").value(1));
    }

    @Test
    void theAdministratorNeedNotBeAnEmployeeButAnybodyElseMust() throws Exception {
        roles("ada", "ADMIN");
        company.on(new IdentityLinked(ewa, new Identity(DemoUsers.ISSUER, "ada"))); // and ewa's account is nobody's now
        roles("ada", "EMPLOYEE", "ADMIN");
        http.perform(get("/who").session(signedIn("ewa"))).andExpect(status().isForbidden());
        http.perform(get("/api/who").with(httpBasic("ewa", "demo"))).andExpect(status().isForbidden());
    }

    @Test
    void theFirstAdministratorComesFromTheIssuerThatIsNamed() {
        var named = new Callers(company.directory(), "boss", "https://id.example");
        assertThat(named.of(token("https://id.example", "boss")).is(Role.ADMIN)).isTrue();
        assertThat(named.of(token("https://elsewhere.example", "boss")).is(Role.ADMIN))
                .isFalse();
        assertThat(named.of(token("https://id.example", "ada")).is(Role.ADMIN)).isFalse();
    }

    private static JwtAuthenticationToken token(String issuer, String subject) {
        return new JwtAuthenticationToken(Jwt.withTokenValue("token")
                .header("alg", "none")
                .issuer(issuer)
                .subject(subject)
                .build());
    }

    @Test
    void refusesWhatPagesOfOtherSitesWantToChange() throws Exception {
        for (String origin : Set.of("https://evil.example", "null", "http://localhost:81", "https://localhost")) {
            problem(what().header("Origin", origin), 403)
                    .andExpect(jsonPath("$.detail").value(containsString("other sites")));
        }
        http.perform(what().header("Origin", "http://localhost")).andExpect(status().isOk());
        http.perform(what()).andExpect(status().isOk());
        http.perform(get("/api/who").with(httpBasic("ewa", "demo")).header("Origin", "https://evil.example"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @Test
    void refusesBodiesThatAreTooLargeAndAddressesThatAreMalformed() throws Exception {
        http.perform(what().content(new byte[(int) BodyLimit.MOST])).andExpect(status().isOk());
        problem(what().content(new byte[(int) BodyLimit.MOST + 1]), 413);
        problem(get(URI.create("/api//who")).with(httpBasic("ewa", "demo")), 400);
        problem(get(URI.create("/api/who;x=1")).with(httpBasic("ewa", "demo")), 400);
    }

    @Test
    void peopleAreSentToTheSignInPageAndBack() throws Exception {
        var page = http.perform(get("/who").accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/login"))
                .andReturn();
        var session = (MockHttpSession) page.getRequest().getSession();
        http.perform(post("/login")
                        .session(session)
                        .with(csrf())
                        .param("username", "ewa")
                        .param("password", "demo"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("http://localhost/who"));
        http.perform(formLogin().user("ewa").password("wrong")).andExpect(redirectedUrl("/login?error"));
        http.perform(formLogin().user("ewa").password("demo")).andExpect(redirectedUrl("/"));
        http.perform(get("/login")).andExpect(status().isOk());
        http.perform(get("/app/app.css")).andExpect(status().isOk());
    }

    @Test
    void anExpiredSessionSendsAPartOfAPageToTheSignInPageAsAWhole() throws Exception {
        for (var request : Set.of(get("/who"), post("/what"))) {
            http.perform(request.header("HX-Request", "true"))
                    .andExpect(status().isNoContent())
                    .andExpect(header().string("HX-Redirect", "/login"));
        }
        http.perform(post("/what")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        MockHttpSession session = signedIn("ewa");
        http.perform(post("/what").session(session)).andExpect(status().isForbidden());
        http.perform(post("/logout").session(session)).andExpect(status().isForbidden());
        http.perform(post("/what").session(session).with(csrf())).andExpect(status().isOk());
        http.perform(post("/logout").session(session).with(csrf())).andExpect(redirectedUrl("/login?logout"));
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() throws Exception {
        for (String path : Set.of("/login", "/who", "/api/who")) {
            http.perform(get(path))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self';"
                                            + " form-action 'self'; object-src 'none'"))
                    .andExpect(header().string("Referrer-Policy", "same-origin"))
                    .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("X-Frame-Options", "DENY"));
        }
    }

    @Test
    void healthIsForAllTheDescriptionForWhoeverIsSignedInAndTheRestForTheAdministrator() throws Exception {
        http.perform(get("/actuator/health")).andExpect(status().isOk());
        problem(get("/v3/api-docs"), 401);
        http.perform(get("/v3/api-docs").with(httpBasic("ewa", "demo"))).andExpect(status().isOk());
        http.perform(get("/v3/api-docs").session(signedIn("ewa"))).andExpect(status().isOk());
        problem(get("/actuator/env"), 401);
        problem(get("/actuator/env").with(httpBasic("ewa", "demo")), 403);
        http.perform(get("/actuator/env").with(httpBasic("ada", "demo"))).andExpect(status().isOk());
    }

    @Test
    void theSignInPageCanOfferTheDemoUsersAndNothingElse() {
        assertThat(signIn.demoUsers()).containsExactly("ewa", "marc", "hanna", "ada");
        assertThat(signIn.providers()).isEmpty();
    }

    private void hired(EmployeeId id, String name, Optional<EmployeeId> manager) {
        company.on(new EmployeeHired(
                id, name, name + "@example.com", "Engineer", Optional.empty(), team, manager, LocalDate.EPOCH));
        company.on(new IdentityLinked(id, new Identity(DemoUsers.ISSUER, name)));
    }

    private static MockHttpServletRequestBuilder what() {
        return post("/api/what")
                .with(httpBasic("ewa", "demo"))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(new byte[1]);
    }

    private MockHttpSession signedIn(String user) throws Exception {
        return (MockHttpSession) http.perform(formLogin().user(user).password("demo"))
                .andReturn()
                .getRequest()
                .getSession();
    }

    private void roles(String user, String... roles) throws Exception {
        http.perform(get("/api/who").with(httpBasic(user, "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.roles").value(containsInAnyOrder(roles)));
    }

    private ResultActions problem(MockHttpServletRequestBuilder request, int status) throws Exception {
        return http.perform(request)
                .andExpect(status().is(status))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }
}
