package org.traverse.api.web;

import java.time.LocalDate;
import java.util.List;

/**
 * A gig as every page states it. Hours are hours per ISO week, dates inclusive.
 *
 * @param terms where and by whose clock it is done, in which languages, for whom and about what
 */
public record WorkView(
        String id,
        String kind,
        String title,
        String team,
        String owner,
        String description,
        int hoursPerWeek,
        LocalDate from,
        LocalDate to,
        int seats,
        int seatsLeft,
        List<Term> terms) {
    public record Term(String icon, String words) {}
}
