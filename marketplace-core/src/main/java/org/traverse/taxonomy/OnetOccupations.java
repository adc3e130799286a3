package org.traverse.taxonomy;

import static org.traverse.taxonomy.OnetProblems.quoted;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The table of occupations, which become role profiles, each in the family of its SOC major group. */
class OnetOccupations implements OnetTable {
    record Occupation(String title, String description, String family) {}

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final Properties MAJOR_GROUPS = majorGroups();

    private final Map<String, Occupation> byCode = new TreeMap<>();

    @Override
    public String file() {
        return "Occupation Data.txt";
    }

    @Override
    public List<String> columns() {
        return List.of(OnetRow.CODE, "Title", "Description");
    }

    @Override
    public void read(OnetRow row) {
        var code = row.code();
        var family = MAJOR_GROUPS.getProperty(code.substring(0, 2));
        if (family == null) {
            throw new OnetMalformed("the 2018 SOC has no major group for the occupation code " + quoted(code));
        }
        var occupation =
                new Occupation(row.text("Title", LONGEST_TITLE), row.text("Description", LONGEST_DESCRIPTION), family);
        if (byCode.putIfAbsent(code, occupation) != null) {
            throw new OnetMalformed("the occupation " + code + " is there twice");
        }
    }

    /** In the order of their codes. */
    Map<String, Occupation> byCode() {
        return byCode;
    }

    private static Properties majorGroups() {
        try (var resource = OnetOccupations.class.getResourceAsStream("soc-2018-major-groups.properties")) {
            var groups = new Properties();
            groups.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
