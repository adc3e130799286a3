package org.traverse.api.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What came of an inquiry; either {@code replay} or {@code explanation} is there, unless the run could not be run again. */
public record Answer(NotPossible notPossible, Replay replay, Explanation explanation) {

    /** @param since when that has been so, where it is known: an erasure */
    public record NotPossible(String because, Instant since) {}

    /**
     * The run was run again.
     *
     * @param same whether every proposal is as it was, to the byte
     * @param differing how many of then and now have no equal in the other
     */
    public record Replay(boolean same, int proposals, int differing) {}

    /**
     * Why somebody is not proposed, or what for they are.
     *
     * @param because what kept them out; null when they are proposed
     * @param change the single change that would have them proposed, as staffing again has shown; null when there is none
     * @param then what they are proposed for: with that change, or without any
     * @param possible how many single changes would make a difference at all to them
     * @param tried how many of those were tried by staffing again
     */
    public record Explanation(String because, Change change, List<Placement> then, int possible, int tried) {}

    /** @param score of the fit, 0-100 */
    public record Placement(UUID gig, int seat, int score) {}

    /**
     * One fact otherwise: a level (1-5) of a skill, more hours per ISO week, another first or last day of a commitment, or a
     * later first day of a gig.
     *
     * @param kind skill, hours, commitment-ends, commitment-begins or gig-begins
     */
    public record Change(
            String kind,
            UUID skill,
            Integer level,
            Integer hoursPerWeek,
            LocalDate from,
            LocalDate to,
            LocalDate date,
            UUID gig) {}

    static Answer notPossible(NotReplayable reason) {
        return new Answer(new NotPossible(reason.getMessage(), reason.since().orElse(null)), null, null);
    }
}
