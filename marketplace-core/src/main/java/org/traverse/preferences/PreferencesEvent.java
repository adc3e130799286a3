package org.traverse.preferences;

import java.time.Instant;
import java.util.List;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

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

    /** @param gigs most wanted first; of somebody erased: none */
    @EventName("preferences.gigs-ranked")
    record GigsRanked(
            PreferencesId id,
            EmployeeId employee,
            @Personal(subject = "employee") List<GigId> gigs) implements PreferencesEvent {}

    @EventName("preferences.matching-opted-out")
    record MatchingOptedOut(PreferencesId id, EmployeeId employee, Instant at) implements PreferencesEvent {}

    @EventName("preferences.matching-opted-in")
    record MatchingOptedIn(PreferencesId id, EmployeeId employee, Instant at) implements PreferencesEvent {}
}
