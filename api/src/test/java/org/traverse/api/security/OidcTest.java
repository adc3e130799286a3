package org.traverse.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.traverse.api.Traverse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation without the demo company: a real provider on a port of its own, and an empty company to fill. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class OidcTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Provider {
        @Bean
        UserDetailsService accounts() {
            var accounts = new InMemoryUserDetailsManager();
            for (String subject : List.of("admin", "ewa", "stranger")) {
                accounts.createUser(User.withUsername(subject)
                        .password("{noop}secret of " + subject)
                        .authorities(List.of())
                        .build());
            }
            return accounts;
        }
    }

    static final JsonMapper JSON = JsonMapper.shared();
    static final UUID NOBODY = UUID.randomUUID();

    static ConfigurableApplicationContext provider;
    static ConfigurableApplicationContext traverse;
    static String issuer;
    static String home; // by another host name than the provider, because cookies know no ports

    static String ewa;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        int providerPort = freePort();
        int port = freePort();
        issuer = "http://127.0.0.1:" + providerPort;
        home = "http://localhost:" + port;
        String client = "--spring.security.oauth2.authorizationserver.client.app.";
        provider = new SpringApplicationBuilder(Provider.class)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.main.banner-mode=off",
                        "--server.address=127.0.0.1",
                        "--server.port=" + providerPort,
                        "--spring.security.oauth2.authorizationserver.issuer=" + issuer,
                        client + "registration.client-id=traverse",
                        client + "registration.client-secret={noop}client secret",
                        client + "registration.client-authentication-methods=client_secret_basic",
                        client + "registration.authorization-grant-types=authorization_code",
                        client + "registration.redirect-uris=" + home + "/login/oauth2/code/company",
                        client + "registration.scopes=openid,profile");
        String registration = "--spring.security.oauth2.client.registration.company.";
        traverse = new SpringApplicationBuilder(Traverse.class)
                .run(
                        "--server.port=" + port,
                        "--traverse.home=" + folder,
                        "--traverse.embedded.postgresql-home=target/postgresql",
                        "--traverse.demo.enabled=false",
                        "--traverse.security.first-administrator=admin",
                        // On the class path of tests only, where it would bring a decoder of its own.
                        "--spring.autoconfigure.exclude="
                                + OAuth2AuthorizationServerJwtAutoConfiguration.class.getName(),
                        "--spring.security.oauth2.client.provider.company.issuer-uri=" + issuer,
                        registration + "client-id=traverse",
                        registration + "client-secret=client secret",
                        registration + "client-name=Example Corp",
                        registration + "scope=openid,profile",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.security.oauth2.resourceserver.jwt.audiences=traverse");
    }

    @AfterAll
    static void stop() {
        traverse.close();
        provider.close();
    }

    @Test
    @Order(1)
    void theAdministratorFillsAnEmptyCompanyAndLinksAnAccount() throws Exception {
        String unit = created("/api/org-units", """
                {"name": "Data Platform"}""");
        String marc = created("/api/people", person("Marc Visser", unit, ""));
        ewa = created("/api/people", person("Ewa Nowak", unit, ", \"manager\": \"" + marc + "\""));
        changed("/api/org-units/" + unit + "/lead", "{\"employee\": \"" + marc + "\"}");
        changed("/api/org-units/" + unit + "/hrbp", "{\"employee\": \"" + marc + "\"}");
        String account = "{\"issuer\": \"" + issuer + "\", \"subject\": \"ewa\"}";
        changed("/api/people/" + ewa + "/identity", account);
        changed("/api/people/" + ewa + "/identity", account);

        JsonNode people =
                JSON.readTree(get("/api/people?q=nowak", token("admin")).body());
        assertThat(people.at("/items/0/id").asString()).isEqualTo(ewa);
        assertThat(people.at("/items/0/orgUnit/name").asString()).isEqualTo("Data Platform");
        assertThat(people.at("/items/0/manager/name").asString()).isEqualTo("Marc Visser");
        assertThat(people.at("/total").asInt()).isEqualTo(1);
        assertThat(people.at("/next").isNull()).isTrue();

        refused(put("/api/people/" + marc + "/identity", account, token("admin")), 409, "linked to somebody else");
        refused(put("/api/people/" + NOBODY + "/identity", account.replace("ewa", "x"), token("admin")), 404, "");
        refused(post("/api/people", person("X", NOBODY.toString(), ""), token("admin")), 400, "orgUnit");
        refused(
                put("/api/org-units/" + unit + "/lead", "{\"employee\": \"" + NOBODY + "\"}", token("admin")),
                400,
                "employee");
        refused(put("/api/org-units/" + unit + "/lead", "{}", token("admin")), 400, "employee");
    }

    @Test
    @Order(2)
    void aLinkedAccountSignsInByTheCompanysProvider() throws Exception {
        var browser = browser();
        HttpResponse<String> page = signIn(browser, "ewa");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().toString()).startsWith(home + "/").doesNotContain("login");
        assertThat(page.body()).contains("Ewa Nowak");

        HttpResponse<String> description = browser.send(request("/v3/api-docs").build(), BodyHandlers.ofString());
        JsonNode api = JSON.readTree(description.body());
        assertThat(api.at("/info/title").asString()).isEqualTo("Traverse");
        assertThat(api.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
        assertThat(api.at("/components/securitySchemes").propertyNames()).contains("password", "token");
        assertThat(api.at("/paths/~1api~1people/get/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("q", "limit", "after");

        HttpResponse<String> session = browser.send(request("/api/people").build(), BodyHandlers.ofString());
        refused(session, 401, "");
    }

    @Test
    @Order(2)
    void aLinkedAccountUsesTheApiByItsToken() throws Exception {
        assertThat(get("/api/people", token("ewa")).statusCode()).isEqualTo(200);
        assertThat(get("/v3/api-docs", token("ewa")).statusCode()).isEqualTo(200);
        refused(post("/api/org-units", "{\"name\": \"Mine\"}", token("ewa")), 403, "administrator");
        String mine = "{\"issuer\": \"" + issuer + "\", \"subject\": \"admin\"}";
        refused(put("/api/people/" + ewa + "/identity", mine, token("ewa")), 403, "administrator");
    }

    @Test
    @Order(2)
    void anUnlinkedAccountIsSignedInAndToldSo() throws Exception {
        HttpResponse<String> page = signIn(browser(), "stranger");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("not linked to an employee").contains("stranger");
        refused(get("/api/people", token("stranger")), 403, "not linked");
    }

    @Test
    @Order(2)
    void noOtherTokenIsTaken() throws Exception {
        JWKSource<SecurityContext> ours = keys();
        var later = Instant.now().plusSeconds(60);
        refused(get("/api/people", signed(ours, "https://elsewhere.example", "ewa", "traverse", later)), 401, "");
        refused(get("/api/people", signed(ours, issuer, "ewa", "another program", later)), 401, "");
        refused(
                get(
                        "/api/people",
                        signed(ours, issuer, "ewa", "traverse", Instant.now().minusSeconds(600))),
                401,
                "");
        refused(get("/api/people", signed(foreignKeys(), issuer, "ewa", "traverse", later)), 401, "");
        refused(get("/api/people", "nonsense"), 401, "");
        HttpResponse<String> nobody = browser().send(request("/api/people").build(), BodyHandlers.ofString());
        refused(nobody, 401, "");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(nobody.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @Order(2)
    void theSignInPageOffersTheCompanysProviderAndNoDemoUsers() throws Exception {
        HttpResponse<String> page = browser().send(request("/login").build(), BodyHandlers.ofString());
        assertThat(page.body()).contains("/oauth2/authorization/company").doesNotContain("name=\"password\"");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        String basic = "Basic " + Base64.getEncoder().encodeToString("ada:demo".getBytes(StandardCharsets.UTF_8));
        refused(
                browser()
                        .send(
                                request("/api/people")
                                        .header("Authorization", basic)
                                        .build(),
                                BodyHandlers.ofString()),
                401,
                "");
    }

    @Test
    @Order(2)
    void strangersLearnThatItRunsAndNothingElse() throws Exception {
        HttpResponse<String> health = browser().send(request("/actuator/health").build(), BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components");
        refused(browser().send(request("/actuator/env").build(), BodyHandlers.ofString()), 401, "");
        refused(get("/actuator/env", token("ewa")), 403, "");
    }

    @Test
    @Order(3)
    void itIsNotUpWhileASearchFindsNoIndex() throws Exception {
        traverse.getBean(ElasticsearchClient.class).indices().delete(index -> index.index("people"));
        HttpResponse<String> health = browser().send(request("/actuator/health").build(), BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("DOWN").doesNotContain("components");
    }

    @Test
    @Order(2)
    void hugeBodiesAreRefusedHoweverTheyAreSent() throws Exception {
        byte[] huge = new byte[3 << 20];
        Arrays.fill(huge, (byte) '[');
        var post = request("/api/org-units")
                .header("Authorization", "Bearer " + token("admin"))
                .header("Content-Type", "application/json");
        refused(
                browser()
                        .send(post.copy().POST(BodyPublishers.ofByteArray(huge)).build(), BodyHandlers.ofString()),
                413,
                "");
        byte[] text = ("{\"name\": \"" + "x".repeat(3 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text));
        refused(browser().send(post.copy().POST(chunked).build(), BodyHandlers.ofString()), 413, "");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** As a person does: our page, the provider's form, and back. */
    private static HttpResponse<String> signIn(HttpClient browser, String subject) throws Exception {
        HttpResponse<String> form = browser.send(
                request("/oauth2/authorization/company")
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        assertThat(form.uri().toString()).isEqualTo(issuer + "/login");
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        String fields = "username=" + subject + "&password=" + encoded("secret of " + subject) + "&_csrf="
                + encoded(token.group(1));
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home + path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return browser()
                .send(request(path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String json, String token) throws Exception {
        return send("POST", path, json, token);
    }

    private static HttpResponse<String> put(String path, String json, String token) throws Exception {
        return send("PUT", path, json, token);
    }

    private static HttpResponse<String> send(String method, String path, String json, String token) throws Exception {
        return browser()
                .send(
                        request(path)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String created(String path, String json) throws Exception {
        HttpResponse<String> answer = post(path, json, token("admin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = JSON.readTree(answer.body()).get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains(path + "/" + id);
        return id;
    }

    private static void changed(String path, String json) throws Exception {
        HttpResponse<String> answer = put(path, json, token("admin"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void refused(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains(detail);
    }

    private static String person(String name, String unit, String more) {
        return """
                {"name": "%s", "email": "someone@example.com", "jobTitle": "Engineer", "orgUnit": "%s",
                 "hiredOn": "2024-02-29"%s}""".formatted(name, unit, more);
    }

    /** Signed by the provider's own key, which the application fetches from it. */
    private static String token(String subject) {
        return signed(keys(), issuer, subject, "traverse", Instant.now().plusSeconds(60));
    }

    private static String signed(
            JWKSource<SecurityContext> keys, String issuer, String subject, String audience, Instant until) {
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(subject)
                .audience(List.of(audience))
                .issuedAt(until.minusSeconds(120))
                .expiresAt(until)
                .build();
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    @SuppressWarnings("unchecked")
    private static JWKSource<SecurityContext> keys() {
        return provider.getBean(JWKSource.class);
    }

    private static JWKSource<SecurityContext> foreignKeys() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("foreign").generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
