package org.traverse.matching.fit;

import java.time.LocalDate;
import org.traverse.matching.facts.Checked;

/**
 * What a company has decided about matching.
 *
 * @param monthsEvidenceIsRecent how long a course or a gig says something about a skill
 * @param mostHoursApart by how many hours the clocks of a person and of the work may differ; 12 lets everybody
 * @param monthsInRole how long people stay in a role before they may take on other work
 * @param spread the points of fit that it is worth to give a seat to another: a person's n-th seat costs {@code spread *
 *     (2n - 1)}, so that seats go to many where that costs little
 * @param stability the points of fit that a plan has to gain for each person whom it moves from a seat they have
 * @param ranking the points of fit that it is worth to a plan to give somebody the work they ranked first, and as much
 *     again to give work whom its manager ranked first
 */
public record Policy(
        Weights weights,
        int monthsEvidenceIsRecent,
        int mostHoursApart,
        int monthsInRole,
        int spread,
        int stability,
        int ranking) {

    public static final Policy STANDARD = new Policy(Weights.STANDARD, 24, 12, 0, 0, 3).withRanking(10);

    private static final int MOST_MONTHS = 1200;
    private static final int MOST_POINTS = 1000;

    public Policy {
        Checked.present("weights", weights);
        Checked.between("monthsEvidenceIsRecent", monthsEvidenceIsRecent, 0, MOST_MONTHS);
        Checked.between("mostHoursApart", mostHoursApart, 0, 12);
        Checked.between("monthsInRole", monthsInRole, 0, MOST_MONTHS);
        Checked.between("spread", spread, 0, MOST_POINTS);
        Checked.between("stability", stability, 0, MOST_POINTS);
        Checked.between("ranking", ranking, 0, MOST_POINTS);
    }

    /** To which it is nothing what anybody ranked. */
    public Policy(
            Weights weights,
            int monthsEvidenceIsRecent,
            int mostHoursApart,
            int monthsInRole,
            int spread,
            int stability) {
        this(weights, monthsEvidenceIsRecent, mostHoursApart, monthsInRole, spread, stability, 0);
    }

    public Policy withRanking(int other) {
        return new Policy(weights, monthsEvidenceIsRecent, mostHoursApart, monthsInRole, spread, stability, other);
    }

    public Policy withWeights(Weights others) {
        return new Policy(others, monthsEvidenceIsRecent, mostHoursApart, monthsInRole, spread, stability, ranking);
    }

    public Policy withSpread(int other) {
        return new Policy(weights, monthsEvidenceIsRecent, mostHoursApart, monthsInRole, other, stability, ranking);
    }

    /** Whether evidence of this day still counts as recent; a course or a gig of years ago says less. */
    public boolean isRecent(LocalDate evidence, LocalDate today) {
        return !evidence.isBefore(recentSince(today));
    }

    /** The first day whose evidence is recent. */
    public LocalDate recentSince(LocalDate today) {
        return today.minusMonths(monthsEvidenceIsRecent);
    }
}
