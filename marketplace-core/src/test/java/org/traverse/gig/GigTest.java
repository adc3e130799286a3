package org.traverse.gig;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.CompleteSeat;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigCommand.ReleaseSeat;
import org.traverse.gig.GigCommand.RequireSeatFor;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigEvent.GigPublished;
import org.traverse.gig.GigEvent.PeopleRanked;
import org.traverse.gig.GigEvent.SeatCompleted;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.gig.GigEvent.TermsSet;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

class GigTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");
    static final LocalDate FROM = LocalDate.parse("2026-12-01");
    static final LocalDate TO = LocalDate.parse("2027-02-26");

    final GigId id = GigId.random();
    final EmployeeId marc = EmployeeId.random();
    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId jonas = EmployeeId.random();
    final UUID ewasApplication = UUID.randomUUID();
    final UUID jonasApplication = UUID.randomUUID();
    final OrgUnitId unit = OrgUnitId.random();
    final List<Requirement> kafka = List.of(Requirement.must(SkillId.random(), 3));
    final AggregateTestFixture<Gig> gig = new AggregateTestFixture<>(Gig.class);

    @BeforeEach
    void nanosecondsAreNotKept() {
        gig.registerInjectableResource(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC));
    }

    @Nested
    class Drafting {
        @Test
        void remembersWhatWasAsked() {
            gig.givenNoPriorActivity().when(draft(" Meter readings ", 2, kafka)).expectEvents(drafted(2, kafka));
        }

        @Test
        void changesNothingTheSecondTime() {
            gig.given(drafted(2, kafka), published())
                    .when(draft("Meter readings", 2, kafka))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            refused(
                    gig.given(drafted(2, kafka)).when(draft("Meter readings", 3, kafka)),
                    "another gig was drafted under this id");
        }

        @Test
        void setsTheTermsItIsGivenOn() {
            gig.givenNoPriorActivity()
                    .when(draft(terms(" Utrecht ", "Clean Energy")))
                    .expectEvents(drafted(2, kafka), new TermsSet(id, terms("Utrecht", "clean energy")));
        }

        @Test
        void changesNothingTheSecondTimeOnTheSameTermsAndIsRefusedOnOthers() {
            gig.given(drafted(2, kafka), new TermsSet(id, terms("Utrecht", "metering")))
                    .when(draft(terms("Utrecht", "metering")))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            refused(
                    gig.given(drafted(2, kafka), new TermsSet(id, terms("Utrecht", "metering")))
                            .when(draft("Meter readings", 2, kafka)),
                    "another gig was drafted under this id");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            neverValid(() -> draft(terms("x".repeat(81), "metering")), "place is longer than 80 characters");
            neverValid(() -> draft(terms("Utrecht", "")), "topics is missing");
            neverValid(() -> draft(" ", 1, kafka), "title is missing");
            neverValid(() -> draft("x".repeat(121), 1, kafka), "title is longer than 120 characters");
            neverValid(() -> draft("Meter\u0000", 1, kafka), "title contains a character that is no text");
            neverValid(() -> draft("Meter", 0, kafka), "seats is 1 to 50, not 0");
            neverValid(() -> draft("Meter", 51, kafka), "seats is 1 to 50, not 51");
            neverValid(() -> lasting(41, FROM, TO), "hoursPerWeek is 1 to 40, not 41");
            neverValid(() -> lasting(8, TO, FROM), "to is before from: 2026-12-01 is before 2027-02-26");
            neverValid(() -> lasting(8, FROM, null), "to is missing");
            neverValid(() -> lasting(8, FROM, FROM.withYear(9999)), "the year of to is 1900 to 2199, not 9999");
            neverValid(
                    () -> draft("Meter", 1, Collections.nCopies(2, kafka.get(0))),
                    "skill " + kafka.get(0).skill() + " is asked for twice");
        }

        private void neverValid(Runnable command, String why) {
            assertThatIllegalArgumentException().isThrownBy(command::run).withMessage(why);
        }

        private DraftGig lasting(int hours, LocalDate from, LocalDate to) {
            return new DraftGig(id, marc, unit, "Meter", "", hours, from, to, 1, kafka);
        }
    }

    @Nested
    class Publishing {
        @Test
        void opensADraft() {
            gig.given(drafted(1, kafka)).when(new PublishGig(id)).expectEvents(published());
        }

        @Test
        void isRefusedTwice() {
            refused(
                    gig.given(drafted(1, kafka), published()).when(new PublishGig(id)),
                    "this gig is published already");
        }

        @Test
        void isRefusedWithoutRequirements() {
            refused(
                    gig.given(drafted(1, List.of())).when(new PublishGig(id)),
                    "a gig asks for at least one skill before it is published");
        }

        @Test
        void isRefusedTheDayAfterItsEnd() {
            refused(
                    gig.given(drafted(1, kafka, LocalDate.parse("2026-11-22"))).when(new PublishGig(id)),
                    "this gig would have ended on 2026-11-22");
        }

        @Test
        void isAllowedOnItsLastDay() {
            gig.given(drafted(1, kafka, LocalDate.parse("2026-11-23")))
                    .when(new PublishGig(id))
                    .expectEvents(published());
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(gig.given(drafted(1, kafka), cancelled()).when(new PublishGig(id)), "this gig was cancelled");
        }
    }

    @Nested
    class Reserving {
        @Test
        void takesOneSeat() {
            gig.given(drafted(2, kafka), published())
                    .when(new ReserveSeat(id, ewasApplication, ewa))
                    .expectEvents(reserved(ewasApplication, ewa, 1));
        }

        @Test
        void changesNothingForAHolder() {
            gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0))
                    .when(new ReserveSeat(id, ewasApplication, ewa))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutASeat() {
            refused(
                    gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0))
                            .when(new ReserveSeat(id, jonasApplication, jonas)),
                    "every seat is taken");
        }

        @Test
        void takesASeatThatWasGivenBack() {
            gig.given(
                            drafted(1, kafka),
                            published(),
                            reserved(ewasApplication, ewa, 0),
                            new SeatReleased(id, ewasApplication, ewa, 1))
                    .when(new ReserveSeat(id, jonasApplication, jonas))
                    .expectEvents(reserved(jonasApplication, jonas, 0));
        }

        @Test
        void takesNoSeatInWhichTheWorkWasDone() {
            refused(
                    gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0), completedSeat())
                            .when(new ReserveSeat(id, jonasApplication, jonas)),
                    "every seat is taken");
        }

        @Test
        void isRefusedInADraft() {
            refused(
                    gig.given(drafted(1, kafka)).when(new ReserveSeat(id, ewasApplication, ewa)),
                    "this gig is still a draft");
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(
                    gig.given(drafted(1, kafka), published(), cancelled())
                            .when(new ReserveSeat(id, ewasApplication, ewa)),
                    "this gig was cancelled");
        }
    }

    @Nested
    class RankingPeople {
        @Test
        void keepsTheOrder() {
            gig.given(drafted(1, kafka)).when(rank(jonas, ewa)).expectEvents(ranked(jonas, ewa));
        }

        @Test
        void takesThePlaceOfWhatWasRankedBefore() {
            gig.given(drafted(1, kafka), published(), ranked(jonas, ewa))
                    .when(rank(ewa))
                    .expectEvents(ranked(ewa));
        }

        @Test
        void changesNothingTheSecondTimeNotEvenAfterTheEnd() {
            gig.given(drafted(1, kafka), published(), ranked(ewa), cancelled())
                    .when(rank(ewa))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(gig.given(drafted(1, kafka), published(), cancelled()).when(rank(ewa)), "this gig was cancelled");
            refused(
                    gig.given(drafted(1, kafka), published(), new GigCompleted(id, TO))
                            .when(rank(ewa)),
                    "this gig is completed");
        }

        @Test
        void isRefusedOfTheOwner() {
            refused(gig.given(drafted(1, kafka)).when(rank(ewa, marc)), "nobody takes a seat in their own gig");
        }

        @Test
        void isRefusedOnceOthersHaveChangedIt() {
            var add = new RankPeople(id, List.of(jonas, ewa), Optional.of(List.of(jonas)));
            gig.given(drafted(1, kafka), ranked(jonas)).when(add).expectEvents(ranked(jonas, ewa));
            refused(gig.given(drafted(1, kafka), ranked()).when(add), "the ranking has changed meanwhile: look again");
            gig.given(drafted(1, kafka), ranked(jonas, ewa))
                    .when(add)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedOfOnePersonTwice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank(ewa, jonas, ewa))
                    .withMessage("people[2] is ranked twice: " + ewa);
        }

        private RankPeople rank(EmployeeId... people) {
            return new RankPeople(id, List.of(people));
        }

        private PeopleRanked ranked(EmployeeId... people) {
            return new PeopleRanked(id, List.of(people));
        }
    }

    @Nested
    class RequiringASeat {
        final RequireSeatFor require = new RequireSeatFor(id, jonas);

        @Test
        void changesNothing() {
            gig.given(drafted(1, kafka), published())
                    .when(require)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutASeat() {
            refused(
                    gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0))
                            .when(require),
                    "every seat is taken");
        }

        @Test
        void isRefusedBeforeTheBeginningAndAfterTheEnd() {
            refused(gig.given(drafted(1, kafka)).when(require), "this gig is still a draft");
            refused(gig.given(drafted(1, kafka), published(), cancelled()).when(require), "this gig was cancelled");
            refused(
                    gig.given(drafted(1, kafka, LocalDate.parse("2026-11-22")), published())
                            .when(require),
                    "this gig ended on 2026-11-22");
        }

        @Test
        void isRefusedForTheOwner() {
            refused(
                    gig.given(drafted(1, kafka), published()).when(new RequireSeatFor(id, marc)),
                    "nobody takes a seat in their own gig");
        }
    }

    @Nested
    class Releasing {
        @Test
        void givesTheSeatBack() {
            gig.given(drafted(2, kafka), published(), reserved(ewasApplication, ewa, 1))
                    .when(new ReleaseSeat(id, ewasApplication))
                    .expectEvents(new SeatReleased(id, ewasApplication, ewa, 2));
        }

        @Test
        void changesNothingWithoutASeat() {
            gig.given(drafted(2, kafka), published())
                    .when(new ReleaseSeat(id, ewasApplication))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingAfterTheWorkWasDone() {
            gig.given(drafted(2, kafka), published(), reserved(ewasApplication, ewa, 1), completedSeat())
                    .when(new ReleaseSeat(id, ewasApplication))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Completing {
        @Test
        void leavesTheOtherSeatsOpen() {
            gig.given(drafted(2, kafka), published(), reserved(ewasApplication, ewa, 1))
                    .when(new CompleteSeat(id, ewasApplication, TO))
                    .expectEvents(completedSeat());
        }

        @Test
        void ofTheLastSeatCompletesTheGig() {
            gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0))
                    .when(new CompleteSeat(id, ewasApplication, TO))
                    .expectEvents(completedSeat(), new GigCompleted(id, TO));
        }

        @Test
        void changesNothingTheSecondTime() {
            gig.given(
                            drafted(1, kafka),
                            published(),
                            reserved(ewasApplication, ewa, 0),
                            completedSeat(),
                            new GigCompleted(id, TO))
                    .when(new CompleteSeat(id, ewasApplication, TO.plusDays(1)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWithoutASeat() {
            refused(
                    gig.given(drafted(1, kafka), published()).when(new CompleteSeat(id, ewasApplication, TO)),
                    "this person has no seat in this gig");
        }

        @Test
        void isStillPossibleAfterTheGigWasCancelled() {
            gig.given(drafted(1, kafka), published(), reserved(ewasApplication, ewa, 0), cancelled())
                    .when(new CompleteSeat(id, ewasApplication, TO))
                    .expectEvents(completedSeat());
        }
    }

    @Nested
    class Cancelling {
        @Test
        void endsIt() {
            gig.given(drafted(1, kafka), published())
                    .when(new CancelGig(id, "the customer left"))
                    .expectEvents(cancelled());
        }

        @Test
        void changesNothingTheSecondTime() {
            gig.given(drafted(1, kafka), cancelled())
                    .when(new CancelGig(id, "again"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhenItIsCompleted() {
            refused(
                    gig.given(drafted(1, kafka), published(), new GigCompleted(id, TO))
                            .when(new CancelGig(id, "too late")),
                    "this gig is completed");
        }

        @Test
        void needsAReason() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CancelGig(id, ""))
                    .withMessage("reason is missing");
        }
    }

    private DraftGig draft(String title, int seats, List<Requirement> requirements) {
        return new DraftGig(id, marc, unit, title, "Read them", 8, FROM, TO, seats, requirements);
    }

    private DraftGig draft(Terms terms) {
        return new DraftGig(id, marc, unit, "Meter readings", "Read them", 8, FROM, TO, 2, kafka, terms);
    }

    private static Terms terms(String place, String topic) {
        return new Terms(Optional.of(place), true, Optional.empty(), List.of(), List.of(), List.of(topic));
    }

    private GigDrafted drafted(int seats, List<Requirement> requirements) {
        return new GigDrafted(id, marc, unit, "Meter readings", "Read them", 8, FROM, TO, seats, requirements, NOW);
    }

    private GigDrafted drafted(int seats, List<Requirement> requirements, LocalDate to) {
        return new GigDrafted(
                id, marc, unit, "Meter readings", "Read them", 8, to.minusDays(7), to, seats, requirements, NOW);
    }

    private GigPublished published() {
        return new GigPublished(id, NOW);
    }

    private SeatReserved reserved(UUID holder, EmployeeId employee, int seatsLeft) {
        return new SeatReserved(id, holder, employee, seatsLeft, 8, FROM, TO);
    }

    private SeatCompleted completedSeat() {
        return new SeatCompleted(id, ewasApplication, ewa, kafka, TO);
    }

    private GigCancelled cancelled() {
        return new GigCancelled(id, "the customer left", NOW);
    }

    private static void refused(ResultValidator<Gig> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
