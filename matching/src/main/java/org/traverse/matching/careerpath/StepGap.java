package org.traverse.matching.careerpath;

import java.util.List;
import java.util.UUID;

/**
 * A skill that is missing for a step: the level one has by then (0: none) and the level wanted, 1-5.
 *
 * @param learning the items that lead there, for a must; empty when nothing in the catalogue does. What is no must is
 *     learnt in the role
 */
public record StepGap(UUID skill, int have, int want, boolean must, List<UUID> learning) {
    public StepGap {
        learning = List.copyOf(learning);
    }
}
