package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.Locale;
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

    record OptedOut() implements Block {
        @Override
        public String because() {
            return "This person asked not to be matched.";
        }
    }

    record Elsewhere(String place) implements Block {
        @Override
        public String because() {
            return "This work is done in " + place + ".";
        }
    }

    /** In hours between the clocks of both. */
    record TooFarApart(int hours, int most) implements Block {
        @Override
        public String because() {
            return "The clocks are " + hours + " hours apart; " + most + " are allowed.";
        }
    }

    /** An ISO 639-1 code, and levels of the Common European Framework from 1 (A1) to 6 (C2); {@code have} 0 is none. */
    record LanguageTooLow(String language, int need, int have) implements Block {
        private static final String[] LEVELS = {"none", "A1", "A2", "B1", "B2", "C1", "C2"};

        @Override
        public String because() {
            return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH) + " at " + LEVELS[need]
                    + " is asked for" + (have == 0 ? "." : ", and known at " + LEVELS[have] + ".");
        }
    }

    record NotInAudience() implements Block {
        @Override
        public String because() {
            return "This work is for a group that this person is not known to belong to.";
        }
    }

    record TooSoonInRole(LocalDate from) implements Block {
        @Override
        public String because() {
            return "Other work may begin on " + from + ", after some time in the present role.";
        }
    }
}
