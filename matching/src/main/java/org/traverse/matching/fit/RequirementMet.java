package org.traverse.matching.fit;

import java.util.UUID;
import org.traverse.matching.facts.Requirement;

/** A required skill beside what the person has of it (0: nothing), each as a level of 1-5. */
public record RequirementMet(UUID skill, int level, boolean must, int have, boolean met) {

    static RequirementMet of(Requirement asked, int have) {
        return new RequirementMet(asked.skill(), asked.level(), asked.must(), have, asked.isMetBy(have));
    }

    /** How much of the requirement is there, in sixtieths: every level of 1-5 divides 60, so no credit is rounded. */
    int sixtieths() {
        // A surplus earns nothing: it must not hide what is missing elsewhere.
        return met ? 60 : 60 * have / Math.max(1, level);
    }
}
