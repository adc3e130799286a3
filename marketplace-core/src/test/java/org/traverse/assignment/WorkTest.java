package org.traverse.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.traverse.Market;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.ConfirmAcceptance;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationId;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentEvent.AssignmentStarted;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityId;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.SeatCompleted;
import org.traverse.gig.GigId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;
import org.traverse.skillprofile.SkillProfileId;

/** What follows a confirmed acceptance, until the work is done. */
class WorkTest {
    static final LocalDate TODAY = LocalDate.parse("2026-12-24");

    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final GigId gig = GigId.random();
    final ApplicationId application = ApplicationId.of(ewa, gig);
    final AssignmentId assignment = AssignmentId.of(application);
    final SkillId kafka = SkillId.random();
    final SkillId patience = SkillId.random();
    final Market market = new Market(
            Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
            (CommandGateway commands) -> new SeatTaking(commands),
            (CommandGateway commands) -> new WorkCompletion(commands));

    @BeforeEach
    void ewaIsConfirmed() {
        market.ask(
                draft(Requirement.must(kafka, 4), Requirement.desirable(patience)),
                new PublishGig(gig),
                new GrantHours(ewa, 8),
                new OfferDirectly(ewa, gig, marc),
                new AcceptOffer(application),
                new ReserveSeat(gig, application.value(), ewa),
                new ReserveHours(CapacityId.of(ewa), application.value(), 8, TODAY, TODAY.plusWeeks(1)),
                new ConfirmAcceptance(application));
    }

    @Test
    void startsOnce() {
        market.deliver().deliverAllAgain();

        Instant now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        assertThat(market.happened(AssignmentStarted.class))
                .containsExactly(new AssignmentStarted(assignment, application, ewa, gig, now));
    }

    @Test
    void onceDoneFreesTheHoursAndLeavesEvidenceOfWhatHadALevel() {
        market.deliver()
                .ask(new CompleteAssignment(assignment, marc, "Well done"))
                .deliver();

        assertThat(market.happened(SeatCompleted.class)).hasSize(1);
        assertThat(market.happened(GigCompleted.class)).containsExactly(new GigCompleted(gig, TODAY));
        assertThat(market.happened(HoursReleased.class))
                .containsExactly(new HoursReleased(CapacityId.of(ewa), ewa, application.value()));
        assertThat(market.happened(SkillEvidenced.class))
                .containsExactly(new SkillEvidenced(
                        SkillProfileId.of(ewa),
                        ewa,
                        kafka,
                        Proficiency.of(4),
                        new Evidence(Voucher.GIG, assignment.value(), TODAY),
                        Proficiency.of(4)));
    }

    @Test
    void changesNothingWhenDeliveredAgain() {
        market.deliver()
                .ask(new CompleteAssignment(assignment, marc, "Well done"))
                .deliver();
        var happened = market.happened(Object.class);

        assertThat(market.deliverAllAgain().happened(Object.class)).isEqualTo(happened);
    }

    @Test
    void isDoneAlsoInAGigThatWasCancelledMeanwhile() {
        market.deliver()
                .ask(new CancelGig(gig, "no budget"), new CompleteAssignment(assignment, marc, "Well done"))
                .deliver();

        assertThat(market.happened(SkillEvidenced.class)).hasSize(1);
        assertThat(market.happened(HoursReleased.class)).hasSize(1);
    }

    private DraftGig draft(Requirement... requirements) {
        return new DraftGig(
                gig, marc, OrgUnitId.random(), "Migration", "", 8, TODAY, TODAY.plusWeeks(1), 1, List.of(requirements));
    }
}
