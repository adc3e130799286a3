package org.traverse.matching.staffing;

import java.util.List;

/**
 * What a run found: a proposal or a reason for every seat, in the order the seats were given; stopped when somebody
 * ended the run before its limits did. The same problem with that many steps for a limit gives the same proposals again.
 */
public record StaffingPlan(List<Proposal> proposals, List<EmptySeat> empty, boolean stopped, long steps) {

    public StaffingPlan {
        proposals = List.copyOf(proposals);
        empty = List.copyOf(empty);
    }
}
