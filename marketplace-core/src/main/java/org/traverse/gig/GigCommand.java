package org.traverse.gig;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.skill.Requirement;

/** Everything one can ask of a gig. Hours are hours per ISO week, dates are civil and inclusive. */
public sealed interface GigCommand {
    record DraftGig(
            @TargetAggregateIdentifier GigId id,
            EmployeeId owner,
            OrgUnitId orgUnit,
            String title,
            String description,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            List<Requirement> requirements,
            Terms terms)
            implements GigCommand {
        public static final int MOST_HOURS = 40;
        public static final int MOST_SEATS = 50;

        public DraftGig {
            title = Bounds.text("title", title, 120);
            description = Bounds.textOrEmpty("description", description, 4000);
            Bounds.number("hoursPerWeek", hoursPerWeek, 1, MOST_HOURS);
            Bounds.date("from", from);
            Bounds.date("to", to);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to is before from: " + to + " is before " + from);
            }
            Bounds.number("seats", seats, 1, MOST_SEATS);
            requirements = Requirement.distinct(Bounds.list("requirements", requirements, 50));
            terms = terms.checked();
        }

        /** Of which no more is said. */
        public DraftGig(
                GigId id,
                EmployeeId owner,
                OrgUnitId orgUnit,
                String title,
                String description,
                int hoursPerWeek,
                LocalDate from,
                LocalDate to,
                int seats,
                List<Requirement> requirements) {
            this(id, owner, orgUnit, title, description, hoursPerWeek, from, to, seats, requirements, Terms.NONE);
        }
    }

    record PublishGig(@TargetAggregateIdentifier GigId id) implements GigCommand {}

    record CancelGig(@TargetAggregateIdentifier GigId id, String reason) implements GigCommand {
        public CancelGig {
            reason = Bounds.text("reason", reason, 500);
        }
    }

    /**
     * Whom whoever gives the work wants for it; takes the place of what was ranked before.
     *
     * @param people most wanted first
     * @param from what was ranked before, where it must still be; empty where that is all the same
     */
    record RankPeople(@TargetAggregateIdentifier GigId id, List<EmployeeId> people, Optional<List<EmployeeId>> from)
            implements GigCommand {
        public static final int MOST = 20;

        public RankPeople {
            people = Bounds.ranking("people", people, MOST);
        }

        /** Whatever was ranked before. */
        public RankPeople(GigId id, List<EmployeeId> people) {
            this(id, people, Optional.empty());
        }
    }

    /** Changes nothing; refused where this person cannot be offered a seat. */
    record RequireSeatFor(@TargetAggregateIdentifier GigId id, EmployeeId employee) implements GigCommand {}

    /**
     * Answers with an {@code Optional<SeatReserved>}: the seat, or none when the work in it is done already.
     *
     * @param holder the application the seat is for
     */
    record ReserveSeat(@TargetAggregateIdentifier GigId id, UUID holder, EmployeeId employee) implements GigCommand {}

    record ReleaseSeat(@TargetAggregateIdentifier GigId id, UUID holder) implements GigCommand {}

    /** The person in a seat has done the work. */
    record CompleteSeat(@TargetAggregateIdentifier GigId id, UUID holder, LocalDate on) implements GigCommand {}
}
