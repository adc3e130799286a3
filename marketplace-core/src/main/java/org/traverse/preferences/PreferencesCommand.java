package org.traverse.preferences;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.employee.EmployeeId;

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
