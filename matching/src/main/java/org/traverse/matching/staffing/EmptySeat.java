package org.traverse.matching.staffing;

import java.time.LocalDate;
import java.util.UUID;

/** A seat for which nobody is proposed, and the reason. */
public record EmptySeat(SeatToFill seat, Reason reason) {

    public String because() {
        return reason.because();
    }

    /** Why a seat stays empty: the first that is true, in the order they stand here. */
    public sealed interface Reason {
        String because();
    }

    public record AlreadyOver(LocalDate to) implements Reason {
        @Override
        public String because() {
            return "The work ended on " + to + ".";
        }
    }

    public record NoRequirementsKnown() implements Reason {
        @Override
        public String because() {
            return "No requirements are known for this work, so nobody can be matched.";
        }
    }

    public record NobodyInScope() implements Reason {
        @Override
        public String because() {
            return "There is nobody in scope.";
        }
    }

    /** The run was stopped, and there were more reasons than whoever stopped it is to wait for. */
    public record NotLookedInto() implements Reason {
        @Override
        public String because() {
            return "The run was stopped before it was found out why this seat is empty.";
        }
    }

    /** Nobody has every required skill; this one, at this level (0: any), keeps most people out. */
    public record NobodyMeets(UUID skill, int level, int peopleMissingIt) implements Reason {
        @Override
        public String because() {
            return "Nobody in scope meets every required skill; the one that keeps most out is missing"
                    + (level == 0 ? "" : " or below level " + level) + " for " + people(peopleMissingIt) + ".";
        }
    }

    public record NobodyHasHours(int needed, int eligibleBySkill) implements Reason {
        @Override
        public String because() {
            return "Nobody who has the required skills (" + people(eligibleBySkill) + ") has the " + needed
                    + " hours a week free.";
        }
    }

    /** Whoever has the skills and the hours is kept by a rule; by which is not said, as it may be that they opted out. */
    public record NobodyMayByTheRules(int skilled) implements Reason {
        @Override
        public String because() {
            return "Nobody who has the required skills (" + people(skilled) + ") may take this work.";
        }
    }

    /** Everybody eligible has applied, was rejected or is at work there already. */
    public record AllTakenBefore(int eligible) implements Reason {
        @Override
        public String because() {
            return "Everybody eligible (" + people(eligible) + ") has applied or been considered already.";
        }
    }

    public record AllProposedElsewhere(int eligible) implements Reason {
        @Override
        public String because() {
            return "Everybody eligible (" + people(eligible) + ") is proposed for other seats.";
        }
    }

    /** Whoever could still take the seat may not by themselves, because of a {@link Pair} or a {@link Backfill}. */
    public record OnlyTogether(int people) implements Reason {
        @Override
        public String because() {
            return "It could go to " + EmptySeat.people(people) + ", but only if others moved as well: whom they move"
                    + " together with has no seat there, or a seat they would leave stays empty.";
        }
    }

    /** Somebody could still take the seat: the run ended too early to say so. */
    public record NotTriedYet(int stillFree) implements Reason {
        @Override
        public String because() {
            return "The run ended before this seat was tried; it could still go to " + people(stillFree) + ".";
        }
    }

    private static String people(int number) {
        return number == 1 ? "1 person" : number + " people";
    }
}
