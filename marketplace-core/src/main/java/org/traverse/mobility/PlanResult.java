package org.traverse.mobility;

import java.util.List;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** What a run of the matcher found: who could go where and why, and which seats stay empty and why. */
public record PlanResult(List<Proposal> proposals, List<EmptySeat> emptySeats, boolean stopped) {
    /** A named share of a score, in points, with the reason in words. */
    public record Part(String name, int points, int max, String because) {}

    /** This person for that seat; the parts add up to the score. */
    public record Proposal(
            ProposalId id,
            GigId gig,
            int seat,
            EmployeeId employee,
            @Personal(subject = "employee") int score,
            @Personal(subject = "employee") List<Part> parts) {}

    /** A seat nobody is proposed for. */
    public record EmptySeat(GigId gig, int seat, String because) {}
}
