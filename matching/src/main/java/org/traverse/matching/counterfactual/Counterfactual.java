package org.traverse.matching.counterfactual;

import java.util.List;
import org.traverse.matching.staffing.Proposal;

/** What would have to be otherwise for a person to be proposed. */
public sealed interface Counterfactual {

    /** Nothing: the person is. */
    record Proposed(List<Proposal> proposals) implements Counterfactual {
        public Proposed {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * With this one change and no other, these are the person's proposals; possible and tried are those of {@link
     * NoneAlone}, this one among them.
     */
    record IfOnly(Change change, List<Proposal> proposals, int possible, int tried) implements Counterfactual {
        public IfOnly {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * No change that was tried is enough by itself.
     *
     * @param possible how many single changes would make any difference to what the person may take, or how well
     * @param tried how many of them, the most promising, were tried by staffing again
     */
    record NoneAlone(int possible, int tried) implements Counterfactual {}
}
