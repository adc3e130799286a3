package org.traverse.api.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What pages load, under addresses that carry their content's hash, so that a browser may keep them for a year. */
@Component
public class Asset implements WebMvcConfigurer {
    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    /** For example {@code /app/app.css} is {@code /app/app-5f1c….css}. */
    public static String url(String path) {
        return URLS.computeIfAbsent(path, Asset::hashed);
    }

    private static String hashed(String path) {
        try (var content = Asset.class.getResourceAsStream("/static" + path)) {
            if (content == null) {
                throw new FileNotFoundException(path);
            }
            int dot = path.lastIndexOf('.');
            return path.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(content) + path.substring(dot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : new String[] {"app", "vendor"}) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }
}
