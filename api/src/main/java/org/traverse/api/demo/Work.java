package org.traverse.api.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traverse.api.demo.Company.Gig;
import org.traverse.api.demo.Company.GigState;
import org.traverse.api.demo.Table.Row;
import org.traverse.gig.Terms;

/** The gigs, each owned by the lead of its unit, from a Monday to a Friday around today. */
class Work {
    private Work() {}

    /** @param leads the lead of each unit */
    static List<Gig> gigs(LocalDate today, Map<String, String> leads) {
        return Table.read("gigs").rows().stream()
                .map(row -> gig(row, today, leads))
                .toList();
    }

    private static Gig gig(Row row, LocalDate today, Map<String, String> leads) {
        var from = today.plusDays(row.number("starts")).with(nextOrSame(MONDAY));
        var to = from.plusWeeks(row.number("weeks") - 1L).with(nextOrSame(FRIDAY));
        return new Gig(
                row.text("title"),
                row.one(GigState.class, "state"),
                row.text("unit"),
                leads.get(row.text("unit")),
                row.number("hours"),
                from,
                to,
                row.number("seats"),
                row.requirements("requirements"),
                row.text("description"),
                row.text("remark"),
                terms(row.phrases("terms")));
    }

    private static Terms terms(Phrases said) {
        return new Terms(
                said.first("in"),
                !said.all("anywhere").isEmpty(),
                Optional.empty(),
                said.languages(),
                List.of(),
                said.all("about"));
    }
}
