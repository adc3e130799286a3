package org.traverse.matching.staffing;

import java.util.List;

/**
 * What a run found: a proposal or a reason for every seat, in the order the seats were given; stopped when somebody
 * ended the run before its limits did. {@link StaffingReplay} finds the
 * same proposals again by the steps that it took: those until each change of the facts, then those until the end.
 */
public record StaffingPlan(List<Proposal> proposals, List<EmptySeat> empty, boolean stopped, List<Long> steps) {

    public StaffingPlan {
        proposals = List.copyOf(proposals);
        empty = List.copyOf(empty);
        steps = List.copyOf(steps);
    }
}
