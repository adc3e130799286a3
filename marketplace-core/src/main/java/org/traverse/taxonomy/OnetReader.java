package org.traverse.taxonomy;

import static org.traverse.taxonomy.OnetProblems.quoted;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table as O*NET writes its text form: UTF-8, a header line, fields between tabs, no quoting. A column it does
 * not know is left alone, since each version of O*NET may add some; a column it needs must be there.
 */
class OnetReader {
    /** Four times what the largest table of O*NET 29.2 has. */
    static final int MOST_ROWS = 250_000;

    private static final int SHOWN = 5;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final OnetProblems problems;

    OnetReader(OnetProblems problems) {
        this.problems = problems;
    }

    void read(InputStream content, OnetTable table) throws IOException {
        var lines = new OnetLines(content);
        Map<String, Integer> columns;
        try {
            columns = header(lines.next() ? lines.text() : "", table.columns());
        } catch (OnetMalformed e) {
            problems.add(table.file(), 1, e.getMessage());
            return;
        }
        while (lines.next()) {
            if (lines.number() > MOST_ROWS + 1) {
                problems.add(table.file(), lines.number(), "the table has more than " + MOST_ROWS + " rows");
                return;
            }
            try {
                row(lines, columns, table);
            } catch (OnetMalformed e) {
                problems.add(table.file(), lines.number(), e.getMessage());
            }
        }
    }

    private static void row(OnetLines lines, Map<String, Integer> columns, OnetTable table) {
        var line = lines.text();
        if (line.isBlank()) {
            return; // mostly at the end of a file
        }
        var fields = line.split("\t", -1);
        if (fields.length != columns.size()) {
            throw new OnetMalformed(
                    "the row has " + fields.length + " fields, the header has " + columns.size() + " columns");
        }
        table.read(new OnetRow(lines.number(), columns, fields));
    }

    private static Map<String, Integer> header(String line, List<String> needed) {
        if (!line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
            line = line.substring(1);
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : line.split("\t", -1)) {
            if (columns.put(name.strip(), columns.size()) != null) {
                throw new OnetMalformed("the column " + quoted(name.strip()) + " is there twice");
            }
        }
        var missing = new ArrayList<>(needed);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new OnetMalformed(
                    "missing column " + listed(missing) + "; the header has " + listed(columns.keySet()));
        }
        return columns;
    }

    private static String listed(Collection<String> names) {
        var shown = names.stream().limit(SHOWN).map(OnetProblems::quoted).toList();
        return String.join(", ", shown) + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
