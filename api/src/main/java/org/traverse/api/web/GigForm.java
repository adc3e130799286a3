package org.traverse.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gig as it was typed; given back as it was when something about it is refused. */
public record GigForm(
        String title,
        String description,
        String hoursPerWeek,
        String from,
        String to,
        String seats,
        List<Row> rows,
        Map<String, String> errors) {
    /** One requirement: what, how well, and whether nobody may lack it. */
    public record Row(String skill, String level, boolean must) {}

    public static GigForm blank() {
        return new GigForm("", "", "8", "", "", "1", List.of(new Row("", "3", true)), Map.of());
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<Row> shownRows() {
        return rows.isEmpty() ? blank().rows() : rows;
    }

    /** Every message once, in the order of the fields. */
    public List<Map.Entry<String, String>> summary() {
        return new ArrayList<>(errors.entrySet());
    }
}
