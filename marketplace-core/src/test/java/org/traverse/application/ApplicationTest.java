package org.traverse.application;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.CloseApplication;
import org.traverse.application.ApplicationCommand.ConfirmAcceptance;
import org.traverse.application.ApplicationCommand.DeclineOffer;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationCommand.UndoAcceptance;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.Closed;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.application.ApplicationEvent.OfferDeclined;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationEvent.Withdrawn;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;

class ApplicationTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final GigId gig = GigId.random();
    final ApplicationId id = ApplicationId.of(ewa, gig);
    final AggregateTestFixture<Application> application = new AggregateTestFixture<>(Application.class);

    final Applied applied = new Applied(id, ewa, gig, "I know Kafka", LocalDate.parse("2026-12-07"), NOW);
    final OfferMade offered = new OfferMade(id, ewa, gig, marc, LocalDate.parse("2026-11-30"), NOW);
    final OfferAccepted accepted = new OfferAccepted(id, ewa, gig, NOW);
    final AcceptanceConfirmed confirmed = new AcceptanceConfirmed(id, ewa, gig, NOW);
    final AcceptanceUndone undone = new AcceptanceUndone(id, ewa, gig, "every seat is taken", NOW);
    final OfferDeclined declined = new OfferDeclined(id, ewa, gig, "", NOW);
    final Withdrawn withdrawn = new Withdrawn(id, ewa, gig, NOW);
    final Rejected rejected =
            new Rejected(id, ewa, gig, marc, RejectionCode.OTHER_PERSON_CHOSEN, "Jonas starts sooner", NOW);

    @BeforeEach
    void clock() {
        application.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Nested
    class Applying {
        final Apply apply = new Apply(ewa, gig, "I know Kafka");

        @Test
        void asksForAnAnswerInTwoWeeks() {
            application.givenNoPriorActivity().when(apply).expectEvents(applied);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(application.given(applied).when(apply));
        }

        @Test
        void mayBeRepeatedAfterASecondThought() {
            application.given(applied, withdrawn).when(apply).expectEvents(applied);
            application.given(applied, offered, declined).when(apply).expectEvents(applied);
        }

        @Test
        void isRefusedAfterARejection() {
            refused(application.given(applied, rejected).when(apply), "this application was rejected");
        }

        @Test
        void isRefusedOnceThereIsAnOffer() {
            refused(application.given(offered).when(apply), "this application has an open offer");
            refused(
                    application.given(offered, accepted).when(apply),
                    "this application has an accepted offer that is being settled");
            refused(application.given(offered, accepted, confirmed).when(apply), "this application led to a seat");
        }

        @Test
        void boundsTheNote() {
            new Apply(ewa, gig, "x".repeat(2000));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Apply(ewa, gig, "x".repeat(2001)))
                    .withMessage("note is longer than 2000 characters");
        }
    }

    @Nested
    class OfferingDirectly {
        final OfferDirectly offer = new OfferDirectly(ewa, gig, marc);

        @Test
        void needsNoApplication() {
            application.givenNoPriorActivity().when(offer).expectEvents(offered);
        }

        @Test
        void mayFollowOne() {
            application.given(applied).when(offer).expectEvents(offered);
            application.given(applied, withdrawn).when(offer).expectEvents(offered);
            application.given(offered, declined).when(offer).expectEvents(offered);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(application.given(offered).when(offer));
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(application.given(applied, rejected).when(offer), "this application was rejected");
            refused(
                    application.given(offered, accepted).when(offer),
                    "this application has an accepted offer that is being settled");
            refused(application.given(offered, accepted, confirmed).when(offer), "this application led to a seat");
        }
    }

    @Nested
    class Offering {
        final MakeOffer offer = new MakeOffer(id, marc);

        @Test
        void asksForAnAnswerInAWeek() {
            application.given(applied).when(offer).expectEvents(offered);
        }

        @Test
        void isRefusedTwice() {
            refused(application.given(applied, offered).when(offer), "this application has an open offer");
        }

        @Test
        void isRefusedToWhoDoesNotWantIt() {
            refused(application.given(applied, withdrawn).when(offer), "this application was withdrawn");
            refused(application.given(offered, declined).when(offer), "this application ended with a declined offer");
        }

        @Test
        void isRefusedToWhoNeverApplied() {
            application.givenNoPriorActivity().when(offer).expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class Accepting {
        final AcceptOffer accept = new AcceptOffer(id);

        @Test
        void isPending() {
            application.given(applied, offered).when(accept).expectEvents(accepted);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(application.given(offered, accepted).when(accept));
            nothing(application.given(offered, accepted, confirmed).when(accept));
        }

        @Test
        void mayBeTriedAgainAfterItWasUndone() {
            application.given(offered, accepted, undone).when(accept).expectEvents(accepted);
        }

        @Test
        void isRefusedWithoutAnOffer() {
            refused(application.given(applied).when(accept), "this application is waiting for an answer");
            refused(application.given(offered, declined).when(accept), "this application ended with a declined offer");
            refused(application.given(offered, rejected).when(accept), "this application was rejected");
        }
    }

    @Nested
    class Declining {
        @Test
        void endsTheOffer() {
            application.given(offered).when(new DeclineOffer(id, null)).expectEvents(declined);
        }

        @Test
        void isRefusedOnceAccepted() {
            refused(
                    application.given(offered, accepted).when(new DeclineOffer(id, "")),
                    "this application has an accepted offer that is being settled");
        }

        @Test
        void isRefusedTwice() {
            refused(
                    application.given(offered, declined).when(new DeclineOffer(id, "")),
                    "this application ended with a declined offer");
        }
    }

    @Nested
    class Rejecting {
        final Reject reject = new Reject(id, marc, RejectionCode.OTHER_PERSON_CHOSEN, "Jonas starts sooner");

        @Test
        void endsItWithAReason() {
            application.given(applied).when(reject).expectEvents(rejected);
        }

        @Test
        void mayTakeBackAnOpenOffer() {
            application.given(offered).when(reject).expectEvents(rejected);
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(application.given(offered, accepted, confirmed).when(reject), "this application led to a seat");
            refused(application.given(applied, withdrawn).when(reject), "this application was withdrawn");
            refused(application.given(applied, rejected).when(reject), "this application was rejected");
        }

        @Test
        void needsAReason() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Reject(id, marc, RejectionCode.OTHER, " "))
                    .withMessage("reason is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Reject(id, marc, RejectionCode.OTHER, "x".repeat(501)))
                    .withMessage("reason is longer than 500 characters");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Reject(id, marc, null, "why"))
                    .withMessage("code is missing");
        }
    }

    @Nested
    class Closing {
        final CloseApplication close = new CloseApplication(id, "the gig is completed");
        final Closed closed = new Closed(id, ewa, gig, RejectionCode.WORK_CHANGED, "the gig is completed", NOW);

        @Test
        void endsTheWaitOfEitherSide() {
            application.given(applied).when(close).expectEvents(closed);
            application.given(applied, offered).when(close).expectEvents(closed);
            application.given(offered, accepted, undone).when(close).expectEvents(closed);
        }

        @Test
        void leavesAloneWhatIsSettledOrBeingSettled() {
            nothing(application.given(applied, closed).when(close));
            nothing(application.given(applied, rejected).when(close));
            nothing(application.given(applied, withdrawn).when(close));
            nothing(application.given(offered, declined).when(close));
            nothing(application.given(offered, accepted).when(close));
            nothing(application.given(offered, accepted, confirmed).when(close));
        }

        @Test
        void isTheEnd() {
            refused(
                    application.given(offered, closed).when(new AcceptOffer(id)),
                    "this application ended with its gig");
            refused(
                    application.given(applied, closed).when(new Apply(ewa, gig, "")),
                    "this application ended with its gig");
        }
    }

    @Nested
    class Withdrawing {
        final Withdraw withdraw = new Withdraw(id);

        @Test
        void isPossibleUntilAnOfferIsAccepted() {
            application.given(applied).when(withdraw).expectEvents(withdrawn);
            application.given(offered).when(withdraw).expectEvents(withdrawn);
        }

        @Test
        void isRefusedAfterThat() {
            refused(
                    application.given(offered, accepted).when(withdraw),
                    "this application has an accepted offer that is being settled");
            refused(application.given(offered, accepted, confirmed).when(withdraw), "this application led to a seat");
            refused(application.given(applied, withdrawn).when(withdraw), "this application was withdrawn");
        }
    }

    @Nested
    class Confirming {
        final ConfirmAcceptance confirm = new ConfirmAcceptance(id);

        @Test
        void settlesAPendingAcceptance() {
            application.given(offered, accepted).when(confirm).expectEvents(confirmed);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(application.given(offered, accepted, confirmed).when(confirm));
        }

        @Test
        void isRefusedWhenNothingIsPending() {
            refused(application.given(offered, accepted, undone).when(confirm), "this application has an open offer");
            refused(
                    application.given(offered, accepted, undone, declined).when(confirm),
                    "this application ended with a declined offer");
        }
    }

    @Nested
    class Undoing {
        final UndoAcceptance undo = new UndoAcceptance(id, "every seat is taken");

        @Test
        void letsTheOfferStandAgain() {
            application.given(offered, accepted).when(undo).expectEvents(undone);
        }

        @Test
        void changesNothingWhenNothingIsPending() {
            nothing(application.given(offered, accepted, undone).when(undo));
            nothing(application.given(offered, accepted, undone, withdrawn).when(undo));
        }

        @Test
        void neverTakesASeatBack() {
            refused(application.given(offered, accepted, confirmed).when(undo), "this application led to a seat");
        }
    }

    private static void nothing(ResultValidator<Application> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<Application> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
