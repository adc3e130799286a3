package org.traverse.preferences;

import java.util.List;
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
     */
    record RankGigs(@TargetAggregateIdentifier PreferencesId id, EmployeeId employee, List<GigId> gigs)
            implements PreferencesCommand {
        public static final int MOST = 20;

        public RankGigs {
            gigs = Bounds.ranking("gigs", gigs, MOST);
        }

        public RankGigs(EmployeeId employee, List<GigId> gigs) {
            this(PreferencesId.of(employee), employee, gigs);
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
