package org.traverse.matching.careerpath;

import java.util.List;
import java.util.UUID;

/**
 * A change of role, and what it takes.
 *
 * @param readiness how much of what the role asks for one brings, in percent
 * @param gaps what is missing: musts first, then the widest; the learning of a must is empty when nothing in the catalogue
 *     leads to its level, that of anything else because it is learnt in the role
 * @param items what is learnt before the move, each once though it may serve several gaps
 * @param studyHours before the move: of the items, and by oneself of what no item teaches
 * @param hoursInRole to settle in and to learn what is only desirable
 * @param fees of the items, in minor units
 * @param cost fees and hours, in minor units
 * @param weeks until the move: of study beside the job, and of the time one stays in a role
 * @param people who went this way before, as far as was told
 */
public record Step(
        UUID role,
        int readiness,
        List<StepGap> gaps,
        List<UUID> items,
        long studyHours,
        long hoursInRole,
        long fees,
        long cost,
        long weeks,
        int people) {
    public Step {
        gaps = List.copyOf(gaps);
        items = List.copyOf(items);
    }
}
