package org.traverse.api.inquiry;

import java.util.List;
import org.traverse.matching.fit.Fit;
import org.traverse.mobility.PlanResult;

/** The parts of a fit as a plan's events have them. */
public final class StoredParts {
    private StoredParts() {}

    public static List<PlanResult.Part> of(Fit fit) {
        return fit.parts().stream()
                .map(part -> new PlanResult.Part(part.name(), part.points(), part.max(), part.because()))
                .toList();
    }
}
