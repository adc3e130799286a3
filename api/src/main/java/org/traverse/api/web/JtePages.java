package org.traverse.api.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Answers {@code return "skills"} with the class the build made of {@code skills.jte}.
 *
 * <p>Ordered by interface: an annotation on a bean method goes unread here, and JSP's resolver, which claims every
 * name, would come first.
 */
@Component
class JtePages implements ViewResolver, Ordered {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public int getOrder() {
        return 0;
    }

    /** A name without a template is left to the next resolver, which knows {@code redirect:}. */
    @Override
    public View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return templates.hasTemplate(template) ? new Page(template) : null;
    }

    /** A part of a page, for a stream. */
    String part(String template, String name, Object value) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of(name, value), html);
        return html.toString();
    }

    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        @SuppressWarnings("unchecked")
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var html = new Utf8ByteOutput(); // the whole page first, so that a failing template is still a 500
            templates.render(template, (Map<String, Object>) model, html);
            response.setContentType(getContentType());
            response.addHeader("Vary", "HX-Request");
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}
