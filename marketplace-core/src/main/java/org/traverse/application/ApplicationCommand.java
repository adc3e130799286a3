package org.traverse.application;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.traverse.Bounds;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

/** Everything one can ask of an application. */
public sealed interface ApplicationCommand {
    /** @param note why me, in the person's own words; may be empty */
    record Apply(@TargetAggregateIdentifier ApplicationId id, EmployeeId employee, GigId gig, String note)
            implements ApplicationCommand {
        public Apply {
            note = Bounds.textOrEmpty("note", note, 2000);
        }

        public Apply(EmployeeId employee, GigId gig, String note) {
            this(ApplicationId.of(employee, gig), employee, gig, note);
        }
    }

    /** Offers a seat to somebody, who may not have applied: a plan's proposal was adopted. */
    record OfferDirectly(@TargetAggregateIdentifier ApplicationId id, EmployeeId employee, GigId gig, EmployeeId by)
            implements ApplicationCommand {
        public OfferDirectly(EmployeeId employee, GigId gig, EmployeeId by) {
            this(ApplicationId.of(employee, gig), employee, gig, by);
        }
    }

    record MakeOffer(@TargetAggregateIdentifier ApplicationId id, EmployeeId by) implements ApplicationCommand {}

    record AcceptOffer(@TargetAggregateIdentifier ApplicationId id) implements ApplicationCommand {}

    /** @param reason in the person's own words; may be empty */
    record DeclineOffer(@TargetAggregateIdentifier ApplicationId id, String reason) implements ApplicationCommand {
        public DeclineOffer {
            reason = Bounds.textOrEmpty("reason", reason, 500);
        }
    }

    record Reject(@TargetAggregateIdentifier ApplicationId id, EmployeeId by, RejectionCode code, String reason)
            implements ApplicationCommand {
        public Reject {
            if (code == null) {
                throw new IllegalArgumentException("code is missing");
            }
            reason = Bounds.text("reason", reason, 500);
        }
    }

    record Withdraw(@TargetAggregateIdentifier ApplicationId id) implements ApplicationCommand {}

    /** Its gig was cancelled or completed, so that no answer will come. */
    record CloseApplication(@TargetAggregateIdentifier ApplicationId id, String reason) implements ApplicationCommand {
        public CloseApplication {
            reason = Bounds.reason(reason);
        }
    }

    /** Seat and hours are both held. */
    record ConfirmAcceptance(@TargetAggregateIdentifier ApplicationId id) implements ApplicationCommand {}

    /** Seat or hours could not be had after all. */
    record UndoAcceptance(@TargetAggregateIdentifier ApplicationId id, String reason) implements ApplicationCommand {
        public UndoAcceptance {
            reason = Bounds.reason(reason);
        }
    }
}
