package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every page with sample data, also left in {@code target/preview} for a person to look at. */
class PagesTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][\\w-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*?)(/?)>");
    private static final List<String> VOID = List.of("meta", "link", "input", "br", "img", "hr");

    private final Map<String, String> pages = render();

    @Test
    void everyTagIsClosedWhereItWasOpened() {
        forEvery(html -> {
            var open = new ArrayList<String>();
            for (MatchResult tag : tags(html)) {
                String name = tag.group(2);
                if (!tag.group(1).isEmpty()) {
                    assertThat(open)
                            .as("closing " + name + " near " + around(html, tag))
                            .endsWith(name);
                    open.remove(open.size() - 1);
                } else if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                    open.add(name);
                }
            }
            assertThat(open).isEmpty();
        });
    }

    @Test
    void nothingNeedsAnInlineStyleOrScript() {
        var inline = Pattern.compile("\\sstyle=|\\son[a-z]+=|\\shx-on|<style|<script(?![^>]* src=)");
        forEvery(html -> assertThat(
                        inline.matcher(html).results().map(found -> html.substring(found.start(), found.start() + 40)))
                .isEmpty());
    }

    @Test
    void everyIdIsUniqueAndEveryReferenceFindsOne() {
        forEvery(html -> {
            var ids = attribute(html, "id");
            assertThat(ids).doesNotHaveDuplicates();
            for (String name : new String[] {
                "for", "aria-labelledby", "aria-describedby", "popovertarget", "data-opens", "list", "form"
            }) {
                assertThat(attribute(html, name).stream().flatMap(v -> Arrays.stream(v.split(" "))))
                        .as(name)
                        .isSubsetOf(ids);
            }
        });
    }

    @Test
    void everyFormThatChangesSomethingCarriesTheToken() {
        forEvery(html -> {
            for (String form : html.split("<form ")) {
                if (form.contains("method=\"post\"") && !form.startsWith("<!doctype")) {
                    assertThat(form.substring(0, form.indexOf("</form>"))).contains("_csrf");
                }
            }
        });
    }

    @Test
    void everyPageHasOneFirstHeadingAndATitle() {
        forEvery(html -> {
            assertThat(html.split("<h1", -1).length - 1).isEqualTo(1);
            assertThat(html.split("<title>[^<]+ · Traverse</title>")).hasSize(2);
        });
    }

    @Test
    void aLearningPlanNamesTheHoursForWorkOnlyWhereAGigIsLeftOut() {
        String clause = "a gig also needs as many of the hours you have free for work";
        assertThat(pages.get("learning-plan-nothing-fits")).contains("there may be some; " + clause + ".");
        assertThat(pages.get("learning-plan-musts-left")).contains("may change that; " + clause + ".");
        assertThat(pages.get("learning-plan-nothing-free"))
                .contains("there may be some.")
                .doesNotContain(clause);
    }

    private void forEvery(Consumer<String> check) {
        var refused = new TreeMap<String, String>();
        pages.forEach((name, html) -> {
            try {
                check.accept(html);
            } catch (AssertionError e) {
                refused.put(name, e.getMessage());
            }
        });
        assertThat(refused).isEmpty();
    }

    private static List<MatchResult> tags(String html) {
        return TAG.matcher(html).results().toList();
    }

    private static List<String> attribute(String html, String name) {
        return Pattern.compile("[\\s\"]" + name + "=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String around(String html, MatchResult tag) {
        return html.substring(Math.max(0, tag.start() - 80), Math.min(html.length(), tag.end() + 40));
    }

    private static Map<String, String> render() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        var pages = new TreeMap<String, String>();
        Samples.pages().forEach((name, model) -> {
            String template = name;
            while (!engine.hasTemplate(template + ".jte")) {
                template = template.substring(0, template.lastIndexOf('-'));
            }
            var html = new StringOutput();
            engine.render(template + ".jte", new HashMap<>(model), html);
            pages.put(name, html.toString());
        });
        keepForLooking(pages);
        return pages;
    }

    private static void keepForLooking(Map<String, String> pages) {
        try {
            Path folder = Files.createDirectories(Path.of("target/preview"));
            for (var page : pages.entrySet()) {
                Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
