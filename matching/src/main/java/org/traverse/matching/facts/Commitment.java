package org.traverse.matching.facts;

import java.time.LocalDate;

/**
 * Hours per ISO week that are promised elsewhere, on civil dates of which the last still counts; a week that is only
 * touched counts in full.
 */
public record Commitment(LocalDate from, LocalDate to, int hoursPerWeek) {

    public Commitment {
        Checked.inOrder(from, to);
        Checked.hoursPerWeek(hoursPerWeek);
    }

    long firstWeek() {
        return IsoWeek.of(from);
    }

    int hoursIn(long week) {
        return IsoWeek.of(from) <= week && week <= IsoWeek.of(to) ? hoursPerWeek : 0;
    }
}
