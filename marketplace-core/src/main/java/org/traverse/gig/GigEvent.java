package org.traverse.gig;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.traverse.EventName;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.skill.Requirement;

/** The life of a gig, in the order it usually unfolds. Stored for ever: add, never edit. */
public sealed interface GigEvent {
    GigId id();

    @EventName("gig.drafted")
    record GigDrafted(
            GigId id,
            EmployeeId owner,
            OrgUnitId orgUnit,
            String title,
            String description,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            List<Requirement> requirements,
            Instant at)
            implements GigEvent {}

    /** Of a gig that was just drafted; of one that asks for nothing more there is none. */
    @EventName("gig.terms-set")
    record TermsSet(GigId id, Terms terms) implements GigEvent {}

    @EventName("gig.published")
    record GigPublished(GigId id, Instant at) implements GigEvent {}

    /** @param people most wanted first */
    @EventName("gig.people-ranked")
    record PeopleRanked(GigId id, List<EmployeeId> people) implements GigEvent {}

    @EventName("gig.seat-reserved")
    record SeatReserved(
            GigId id, UUID holder, EmployeeId employee, int seatsLeft, int hoursPerWeek, LocalDate from, LocalDate to)
            implements GigEvent {}

    @EventName("gig.seat-released")
    record SeatReleased(GigId id, UUID holder, EmployeeId employee, int seatsLeft) implements GigEvent {}

    /** Carries what the work asked for, so that whoever keeps the person's skills need not look it up. */
    @EventName("gig.seat-completed")
    record SeatCompleted(GigId id, UUID holder, EmployeeId employee, List<Requirement> requirements, LocalDate on)
            implements GigEvent {}

    @EventName("gig.completed")
    record GigCompleted(GigId id, LocalDate on) implements GigEvent {}

    @EventName("gig.cancelled")
    record GigCancelled(GigId id, String reason, Instant at) implements GigEvent {}
}
