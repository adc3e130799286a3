package org.traverse.api.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.traverse.api.demo.Company.Level;
import org.traverse.api.demo.Company.Requirement;

/** One of our own tables: a header, then a row a line, cells parted by a bar, which no text contains. */
record Table(List<Row> rows) {

    static Table read(String name) {
        var file = "/demo/" + name + ".csv";
        try (var in = Table.class.getResourceAsStream(file)) {
            var lines = new String(in.readAllBytes(), UTF_8).lines().toList();
            var header = cells(lines.get(0));
            var rows = new ArrayList<Row>();
            for (int i = 1; i < lines.size(); i++) {
                rows.add(row(file + " line " + (i + 1), header, cells(lines.get(i))));
            }
            return new Table(List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String where, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(where + ": " + cells.size() + " cells, not " + header.size());
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new Row(where, row);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    /** @param where file and line, for whoever has to mend it */
    record Row(String where, Map<String, String> cells) {
        String text(String column) {
            var text = cells.get(column);
            if (text == null) {
                throw new IllegalStateException(where + ": no column " + column);
            }
            return text;
        }

        Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        int number(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalStateException(where + ": " + column + " is no number", e);
            }
        }

        <E extends Enum<E>> E one(Class<E> type, String column) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        }

        List<String> list(String column, String separator) {
            return Arrays.stream(text(column).split(separator))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** Written as {@code in Vik; about teaching; speaks de B2}. */
        Phrases phrases(String column) {
            return new Phrases(list(column, ";"));
        }

        /** Written as {@code SQL:3, Python:2}. */
        List<Level> levels(String column) {
            return list(column, ",").stream()
                    .map(part -> part.split(":"))
                    .map(part -> new Level(part[0], Integer.parseInt(part[1])))
                    .toList();
        }

        /** Written as {@code SQL:3!, Python:2}, where the exclamation mark is a must. */
        List<Requirement> requirements(String column) {
            return list(column, ",").stream()
                    .map(part -> part.split(":"))
                    .map(part ->
                            new Requirement(part[0], Integer.parseInt(part[1].replace("!", "")), part[1].endsWith("!")))
                    .toList();
        }
    }
}
