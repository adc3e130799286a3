package org.traverse.preferences;

import java.time.Instant;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;

/** The life of somebody's preferences. Stored for ever: add, never edit. */
public sealed interface PreferencesEvent {
    PreferencesId id();

    EmployeeId employee();

    /** @param stated of somebody erased: nothing */
    @EventName("preferences.stated")
    record PreferencesStated(
            PreferencesId id,
            EmployeeId employee,
            @Personal(subject = "employee") Statement stated) implements PreferencesEvent {}

    @EventName("preferences.matching-opted-out")
    record MatchingOptedOut(PreferencesId id, EmployeeId employee, Instant at) implements PreferencesEvent {}

    @EventName("preferences.matching-opted-in")
    record MatchingOptedIn(PreferencesId id, EmployeeId employee, Instant at) implements PreferencesEvent {}
}
