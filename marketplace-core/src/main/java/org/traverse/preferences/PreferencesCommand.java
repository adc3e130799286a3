package org.traverse.preferences;

import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** Everything one can ask of somebody's preferences. */
public sealed interface PreferencesCommand {
    /** Takes the place of all that was stated before. */
    record StatePreferences(@TargetAggregateIdentifier PreferencesId id, EmployeeId employee, Statement stated)
            implements PreferencesCommand {
        public StatePreferences {
            stated = stated.checked();
        }

        public StatePreferences(EmployeeId employee, Statement stated) {
            this(PreferencesId.of(employee), employee, stated);
        }
    }

    /**
     * Takes the place of what was ranked before.
     *
     * @param gigs most wanted first
     * @param from what was ranked before, where it must still be; empty where that is all the same
     */
    record RankGigs(
            @TargetAggregateIdentifier PreferencesId id,
            EmployeeId employee,
            List<GigId> gigs,
            Optional<List<GigId>> from)
            implements PreferencesCommand {
        public static final int MOST = 20;

        public RankGigs {
            gigs = Bounds.ranking("gigs", gigs, MOST);
        }

        public RankGigs(EmployeeId employee, List<GigId> gigs, Optional<List<GigId>> from) {
            this(PreferencesId.of(employee), employee, gigs, from);
        }

        /** Whatever was ranked before. */
        public RankGigs(EmployeeId employee, List<GigId> gigs) {
            this(employee, gigs, Optional.empty());
        }
    }

    /** From now on this person is proposed to nobody; they may still apply. */
    record OptOutOfMatching(@TargetAggregateIdentifier PreferencesId id, EmployeeId employee)
            implements PreferencesCommand {
        public OptOutOfMatching(EmployeeId employee) {
            this(PreferencesId.of(employee), employee);
        }
    }

    record OptInToMatching(@TargetAggregateIdentifier PreferencesId id, EmployeeId employee)
            implements PreferencesCommand {
        public OptInToMatching(EmployeeId employee) {
            this(PreferencesId.of(employee), employee);
        }
    }
}
