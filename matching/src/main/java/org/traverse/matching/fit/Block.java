package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.UUID;

/** A rule that keeps a person from some work, whatever the score says. */
public sealed interface Block {

    String because();

    /** A must is missing ({@code have} is 0) or known at too low a level; {@code need} 0 asks for any level. */
    record SkillTooLow(UUID skill, int need, int have) implements Block {
        @Override
        public String because() {
            if (have == 0) {
                return need == 0
                        ? "A required skill is missing."
                        : "A required skill is missing; level " + need + " is asked for.";
            }
            return "A required skill is known at level " + have + "; level " + need + " is asked for.";
        }
    }

    record TooFewHours(int free, int needed) implements Block {
        @Override
        public String because() {
            return "Only " + free + " of the " + needed + " hours a week are free.";
        }
    }

    record NoRequirementsKnown() implements Block {
        @Override
        public String because() {
            return "No requirements are known for this work.";
        }
    }

    record AlreadyOver(LocalDate to) implements Block {
        @Override
        public String because() {
            return "This work ended on " + to + ".";
        }
    }
}
