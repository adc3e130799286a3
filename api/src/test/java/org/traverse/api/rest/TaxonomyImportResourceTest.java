package org.traverse.api.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.InputStreamSource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports.State;
import org.traverse.taxonomy.OnetArchive;
import org.traverse.taxonomy.TaxonomyImportId;
import org.traverse.taxonomy.TaxonomyImporting;

/** On a real Tomcat with the application's settings, for its limits are what an upload meets first. */
@SpringBootTest(
        classes = TaxonomyImportResourceTest.Rest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.web-application-type=servlet")
class TaxonomyImportResourceTest {
    private static final String BOUNDARY = "two-lines-and-a-word";
    private static final Instant NINE = Instant.parse("2024-02-29T09:00:00Z");

    @Configuration(proxyBeanMethods = false)
    @Import({TaxonomyImportResource.class, Problems.class, Parameters.class, Access.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Rest implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Claimed());
        }
    }

    /** Whoever asks is what the request claims: how that is proved is tested elsewhere. */
    static class Claimed implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Caller.class);
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter, ModelAndViewContainer m, NativeWebRequest web, WebDataBinderFactory b) {
            return new Caller(Optional.empty(), Set.of(Caller.Role.valueOf(web.getHeader("Role"))));
        }
    }

    @LocalServerPort
    int port;

    @MockitoBean
    TaxonomyImporting importing;

    @MockitoBean
    TaxonomyImports imports;

    @MockitoBean
    Commands commands;

    @MockitoBean
    Directory directory;

    final TaxonomyImportId id = TaxonomyImportId.random();

    @BeforeEach
    void takeWhatIsSound() throws IOException {
        when(commands.newId()).thenReturn(id.value());
        doAnswer(call -> OnetArchive.read(
                        call.getArgument(1),
                        call.<InputStreamSource>getArgument(2).getInputStream()))
                .when(importing)
                .begin(eq(id), any(), any());
    }

    @Test
    void saysWhereToFollowAnImport() throws Exception {
        when(imports.find(id.value())).thenReturn(Optional.of(found(State.RUNNING, null)));
        doNothing().when(importing).begin(eq(id), eq("db.zip"), any());

        var answer = upload("ADMIN", "file", 1);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/taxonomies/imports/" + id);
        assertThat(answer.body()).isEqualTo("{\"id\":\"" + id + "\"}");
    }

    @Test
    void saysAtOnceWhatIsWrongWithAnArchive() throws Exception {
        var answer = upload("ADMIN", "file", 1);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"detail\":\"nothing was imported: cannot be read as a zip: it does not look like one\"",
                        "\"errors\":[{\"file\":\"db.zip\",\"row\":0,"
                                + "\"message\":\"cannot be read as a zip: it does not look like one\"}]",
                        "\"total\":1");
    }

    @Test
    void namesTheFileThatIsMissing() throws Exception {
        var answer = upload("ADMIN", "archive", 1);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errors\":[{\"field\":\"file\",\"message\":\"is missing\"}]");
    }

    @Test
    void takesUploadsOnly() throws Exception {
        assertThat(post("ADMIN", "application/json", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesHalfAnUpload() throws Exception {
        var answer = post(
                "ADMIN",
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofString("--" + BOUNDARY + "\r\n"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("this is not a well-formed upload");
    }

    @Test
    void takesSixtyFourMegabytesAndNoMore() throws Exception {
        assertThat(upload("ADMIN", "file", 64 << 20).statusCode()).isEqualTo(400); // read, and found to be no zip
        for (int tooMuch : new int[] {(64 << 20) + 1, 100 << 20}) {
            var answer = upload("ADMIN", "file", tooMuch);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void isForAdministrators() throws Exception {
        for (var answer : List.of(upload("EMPLOYEE", "file", 1), get("HRBP", ""), get("MANAGER", "/" + id))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("only an administrator imports taxonomies");
        }
        verify(importing, never()).begin(any(), any(), any());
    }

    @Test
    void showsHowFarAnImportIs() throws Exception {
        when(imports.find(id.value())).thenReturn(Optional.of(found(State.RUNNING, null)));
        assertThat(get("ADMIN", "/" + id).body())
                .isEqualTo(
                        "{\"id\":\"" + id + "\",\"file\":\"db.zip\",\"state\":\"running\",\"done\":500,\"total\":900,"
                                + "\"begunAt\":\"2024-02-29T09:00:00Z\",\"endedAt\":null,\"errors\":[]}");
        assertThat(get("ADMIN", "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("ADMIN", "/7").statusCode()).isEqualTo(400);
    }

    @Test
    void listsImportsWithWhyTheyFailed() throws Exception {
        when(imports.list(new ListRequest("", 2, Optional.empty())))
                .thenReturn(new Page<>(List.of(found(State.FAILED, "a rule")), 7, "more"));
        assertThat(get("ADMIN", "?limit=2").body())
                .contains(
                        "\"state\":\"failed\"",
                        "\"errors\":[{\"file\":\"db.zip\",\"row\":0,\"message\":\"a rule\"}]",
                        "\"total\":7,\"next\":\"more\"");
    }

    private TaxonomyImports.Import found(State state, String failure) {
        return new TaxonomyImports.Import(id.value(), "O*NET", "db.zip", state, 500, 900, failure, NINE, null);
    }

    private HttpResponse<String> upload(String role, String part, int size) throws Exception {
        var parts = new ArrayList<byte[]>();
        parts.add(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"db.zip\"\r\nContent-Type: application/zip\r\n\r\n")
                .getBytes());
        parts.addAll(Collections.nCopies(size >> 20, new byte[1 << 20]));
        parts.add(new byte[size % (1 << 20)]);
        parts.add(("\r\n--" + BOUNDARY + "--\r\n").getBytes());
        return post(role, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.ofByteArrays(parts));
    }

    private HttpResponse<String> post(String role, String type, BodyPublisher body) throws Exception {
        return send(request("", role).header("Content-Type", type).POST(body));
    }

    private HttpResponse<String> get(String role, String path) throws Exception {
        return send(request(path, role));
    }

    private HttpRequest.Builder request(String path, String role) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/taxonomies/imports" + path))
                .header("Role", role);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
