package org.traverse.api.web;

import gg.jte.Content;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A Tabler icon, written into the page so that it takes the text's colour; always beside a word, never instead. */
public final class Icon {
    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private Icon() {}

    public static Content of(String name) {
        String svg = DRAWN.computeIfAbsent(name, Icon::draw);
        return output -> output.writeContent(svg);
    }

    private static String draw(String name) {
        try (var file = Icon.class.getResourceAsStream("/static/vendor/" + name + ".svg")) {
            if (file == null) {
                throw new FileNotFoundException("icon " + name);
            }
            String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return svg.substring(svg.indexOf("<svg"))
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replace("<path stroke=\"none\" d=\"M0 0h24v24H0z\" fill=\"none\"/>", "")
                    .replaceFirst("class=\"[^\"]*\"", "class=\"icon\" aria-hidden=\"true\" focusable=\"false\"")
                    .replaceFirst("width=\"24\"", "width=\"18\"")
                    .replaceFirst("height=\"24\"", "height=\"18\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
