package org.traverse.application;

import java.time.Instant;
import java.time.LocalDate;
import org.traverse.EventName;
import org.traverse.Personal;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** The life of an application, in the order it usually unfolds. Stored for ever: add, never edit. */
public sealed interface ApplicationEvent {
    ApplicationId id();

    EmployeeId employee();

    GigId gig();

    /** @param answerBy the civil date by which the manager owes an answer */
    @EventName("application.applied")
    record Applied(
            ApplicationId id,
            EmployeeId employee,
            GigId gig,
            @Personal(subject = "employee") String note,
            LocalDate answerBy,
            Instant at)
            implements ApplicationEvent {}

    /** @param answerBy the civil date by which the person owes an answer */
    @EventName("application.offer-made")
    record OfferMade(ApplicationId id, EmployeeId employee, GigId gig, EmployeeId by, LocalDate answerBy, Instant at)
            implements ApplicationEvent {}

    /** Said yes; pending until seat and hours are both held. */
    @EventName("application.offer-accepted")
    record OfferAccepted(ApplicationId id, EmployeeId employee, GigId gig, Instant at) implements ApplicationEvent {}

    @EventName("application.acceptance-confirmed")
    record AcceptanceConfirmed(ApplicationId id, EmployeeId employee, GigId gig, Instant at)
            implements ApplicationEvent {}

    /** The offer stands again, with the reason why the acceptance could not be honoured. */
    @EventName("application.acceptance-undone")
    record AcceptanceUndone(
            ApplicationId id,
            EmployeeId employee,
            GigId gig,
            @Personal(subject = "employee") String reason,
            Instant at) implements ApplicationEvent {}

    @EventName("application.offer-declined")
    record OfferDeclined(
            ApplicationId id,
            EmployeeId employee,
            GigId gig,
            @Personal(subject = "employee") String reason,
            Instant at) implements ApplicationEvent {}

    @EventName("application.rejected")
    record Rejected(
            ApplicationId id,
            EmployeeId employee,
            GigId gig,
            EmployeeId by,
            RejectionCode code,
            @Personal(subject = {"employee", "by"}) String reason,
            Instant at)
            implements ApplicationEvent {}

    /** Ended with its gig, by nobody's decision about the person. */
    @EventName("application.closed")
    record Closed(
            ApplicationId id,
            EmployeeId employee,
            GigId gig,
            RejectionCode code,
            @Personal(subject = "employee") String reason,
            Instant at)
            implements ApplicationEvent {}

    @EventName("application.withdrawn")
    record Withdrawn(ApplicationId id, EmployeeId employee, GigId gig, Instant at) implements ApplicationEvent {}
}
