package org.traverse.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traverse.api.marketplace.Rank;

/** One gig for its owner: ranked candidates, seats, and what may be decided. */
public record GigView(
        WorkView work,
        String state,
        String tone,
        boolean draft,
        boolean runs,
        List<Requirement> requirements,
        List<Candidate> candidates,
        long eligible,
        List<Seat> seats,
        RankingView ranking,
        Set<String> compared) {
    /**
     * @param standing none, applied, offered, accepted, placed, declined, withdrawn or rejected
     * @param application empty when there is none
     * @param rank among those whom the gig's manager ranked
     */
    public record Candidate(
            String employee,
            String name,
            String jobTitle,
            String team,
            FitView fit,
            String standing,
            String application,
            String stands,
            boolean overdue,
            String note,
            boolean mayDecide,
            boolean mayOffer,
            boolean mayRank,
            Optional<Rank> rank) {}

    /** @param level 0 where any level will do */
    public record Requirement(String skill, int level, boolean must) {}

    /** A person in a seat. */
    public record Seat(
            String assignment,
            String name,
            String gig,
            String gigTitle,
            LocalDate from,
            LocalDate to,
            boolean done,
            boolean mayComplete) {}

    public List<Candidate> applicants() {
        return candidates.stream().filter(c -> !c.standing().equals("none")).toList();
    }

    public List<Candidate> suggestions() {
        return candidates.stream().filter(c -> c.standing().equals("none")).toList();
    }

    public List<Candidate> sideBySide() {
        return candidates.stream()
                .filter(c -> compared.contains(c.employee()))
                .limit(4)
                .toList();
    }

    public int filled() {
        return work.seats() - work.seatsLeft();
    }
}
