package org.traverse.api.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
        TermsForm terms,
        Map<String, String> errors) {
    /** One requirement: what, how well, and whether nobody may lack it. */
    public record Row(String skill, String level, boolean must) {}

    /** As the browser sends it: a requirement's parts in three lists of the same order. */
    record Typed(
            String title,
            String description,
            String hoursPerWeek,
            String from,
            String to,
            String seats,
            List<String> skill,
            List<String> level,
            List<String> must) {
        private static final int MOST_ROWS = 50;

        Typed {
            title = orEmpty(title);
            description = orEmpty(description);
            hoursPerWeek = orEmpty(hoursPerWeek);
            from = orEmpty(from);
            to = orEmpty(to);
            seats = orEmpty(seats);
            skill = skill == null ? List.of() : skill;
            level = level == null ? List.of() : level;
            must = must == null ? List.of() : must;
        }

        List<Row> rows() {
            var rows = new ArrayList<Row>();
            for (int i = 0; i < Math.min(skill.size(), MOST_ROWS); i++) {
                rows.add(new Row(
                        orEmpty(skill.get(i)), at(level, i), !at(must, i).equals("false")));
            }
            return rows;
        }

        GigForm form(TermsForm terms, Map<String, String> errors) {
            return new GigForm(title, description, hoursPerWeek, from, to, seats, rows(), terms, errors);
        }

        private static String at(List<String> values, int i) {
            return i < values.size() ? orEmpty(values.get(i)) : "";
        }

        private static String orEmpty(String value) {
            return value == null ? "" : value;
        }
    }

    /** Starts next Monday, for eight weeks. */
    static GigForm blank(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return new GigForm(
                "",
                "",
                "8",
                monday.toString(),
                monday.plusWeeks(8).minusDays(3).toString(),
                "1",
                List.of(new Row("", "3", true)),
                TermsForm.BLANK,
                Map.of());
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<Row> shownRows() {
        return rows.isEmpty() ? List.of(new Row("", "3", true)) : rows;
    }

    /** Every message once, in the order of the fields. */
    public List<Map.Entry<String, String>> summary() {
        return new ArrayList<>(errors.entrySet());
    }
}
