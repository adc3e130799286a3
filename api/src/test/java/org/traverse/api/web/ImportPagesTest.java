package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
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
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports;
import org.traverse.taxonomy.TaxonomyImporting;

/** On a real Tomcat with the application's settings, for it is Tomcat that reads an upload. */
@SpringBootTest(
        classes = ImportPagesTest.Upload.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.web-application-type=servlet")
class ImportPagesTest {
    @Configuration(proxyBeanMethods = false)
    @Import({ImportPages.class, Access.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    static class Upload implements WebMvcConfigurer, HandlerMethodArgumentResolver {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Caller.class);
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter, ModelAndViewContainer m, NativeWebRequest web, WebDataBinderFactory b) {
            return new Caller(Optional.empty(), Set.of(Caller.Role.EMPLOYEE));
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

    @Test
    void whoMayNotImportIsRefusedBeforeAnythingOfTheArchiveIsSent() throws Exception {
        try (var client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(5_000);
            client.getOutputStream().write("""
                    POST /imports HTTP/1.1
                    Host: localhost
                    Content-Type: multipart/form-data; boundary=line
                    Content-Length: 60000000

                    """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = client.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
        }
    }
}
