package org.traverse.capacity;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityEvent.HoursGranted;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.employee.EmployeeId;

class CapacityTest {
    final EmployeeId ewa = EmployeeId.random();
    final CapacityId id = CapacityId.of(ewa);
    final UUID migration = UUID.randomUUID();
    final UUID audit = UUID.randomUUID();
    final UUID training = UUID.randomUUID();
    final AggregateTestFixture<Capacity> capacity = new AggregateTestFixture<>(Capacity.class);

    @Nested
    class Granting {
        @Test
        void saysHowManyHoursAWeekAre() {
            capacity.givenNoPriorActivity().when(new GrantHours(ewa, 8)).expectEvents(granted(8));
        }

        @Test
        void changesNothingTheSecondTime() {
            capacity.given(granted(8))
                    .when(new GrantHours(ewa, 8))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void mayChange() {
            capacity.given(granted(8)).when(new GrantHours(ewa, 0)).expectEvents(granted(0));
        }

        @Test
        void isNeverNegativeNorMoreThanAnybodyWorks() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GrantHours(ewa, -1))
                    .withMessage("hoursPerWeek is 0 to 60, not -1");
            assertThatIllegalArgumentException().isThrownBy(() -> new GrantHours(ewa, 61));
        }
    }

    @Nested
    class Reserving {
        @Test
        void holdsHours() {
            capacity.given(granted(8))
                    .when(reserve(migration, 8, "2027-01-04", "2027-02-28"))
                    .expectEvents(reserved(migration, 8, "2027-01-04", "2027-02-28"));
        }

        @Test
        void changesNothingForAHolder() {
            capacity.given(granted(8), reserved(migration, 8, "2027-01-04", "2027-02-28"))
                    .when(reserve(migration, 8, "2027-01-04", "2027-02-28"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void namesTheFirstWeekThatIsTooFull() {
            refused(
                    capacity.given(
                                    granted(8),
                                    reserved(audit, 7, "2027-02-01", "2027-02-07"),
                                    reserved(migration, 6, "2027-01-18", "2027-01-31"))
                            .when(reserve(training, 4, "2027-01-01", "2027-12-31")),
                    "in week 2027-W03 only 2 of 8 hours are free");
        }

        @Test
        void meetsWhatAlreadyRunsInItsFirstWeek() {
            refused(
                    capacity.given(granted(8), reserved(audit, 7, "2026-06-01", "2027-01-04"))
                            .when(reserve(training, 2, "2027-01-08", "2027-01-08")),
                    "in week 2027-W01 only 1 of 8 hours are free");
        }

        @Test
        void meetsWhatBeginsLaterInItsLastWeek() {
            refused(
                    capacity.given(granted(8), reserved(audit, 7, "2027-01-10", "2027-06-30"))
                            .when(reserve(training, 2, "2026-12-01", "2027-01-04")),
                    "in week 2027-W01 only 1 of 8 hours are free");
        }

        @Test
        void isAllowedInTheWeekAfter() {
            capacity.given(granted(8), reserved(audit, 8, "2027-01-04", "2027-01-04"))
                    .when(reserve(training, 8, "2027-01-11", "2027-01-17"))
                    .expectEvents(reserved(training, 8, "2027-01-11", "2027-01-17"));
        }

        @Test
        void countsTheWeekAroundNewYearOnce() {
            refused(
                    capacity.given(granted(8), reserved(audit, 8, "2026-12-28", "2026-12-31"))
                            .when(reserve(training, 1, "2027-01-01", "2027-01-03")),
                    "in week 2026-W53 only 0 of 8 hours are free");
        }

        @Test
        void addsUpAllWhoHoldHours() {
            refused(
                    capacity.given(
                                    granted(8),
                                    reserved(audit, 4, "2027-01-04", "2027-03-28"),
                                    reserved(migration, 3, "2027-03-01", "2027-03-07"))
                            .when(reserve(training, 2, "2027-02-01", "2027-03-31")),
                    "in week 2027-W09 only 1 of 8 hours are free");
        }

        @Test
        void isRefusedWhereNothingWasGranted() {
            refused(
                    capacity.givenNoPriorActivity().when(reserve(migration, 1, "2027-01-18", "2027-01-24")),
                    "in week 2027-W03 only 0 of 0 hours are free");
        }

        @Test
        void isRefusedAfterTheGrantShrank() {
            refused(
                    capacity.given(granted(8), reserved(audit, 8, "2027-01-04", "2027-01-31"), granted(4))
                            .when(reserve(migration, 1, "2027-01-18", "2027-01-24")),
                    "in week 2027-W03 only 0 of 4 hours are free");
        }
    }

    @Nested
    class Releasing {
        @Test
        void freesTheHours() {
            capacity.given(granted(8), reserved(migration, 8, "2027-01-04", "2027-02-28"))
                    .when(new ReleaseHours(id, migration))
                    .expectEvents(new HoursReleased(id, ewa, migration));
        }

        @Test
        void letsOthersHaveThem() {
            capacity.given(
                            granted(8),
                            reserved(migration, 8, "2027-01-04", "2027-02-28"),
                            new HoursReleased(id, ewa, migration))
                    .when(reserve(audit, 8, "2027-01-04", "2027-02-28"))
                    .expectEvents(reserved(audit, 8, "2027-01-04", "2027-02-28"));
        }

        @Test
        void changesNothingWithoutHours() {
            capacity.given(granted(8))
                    .when(new ReleaseHours(id, migration))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    private HoursGranted granted(int hours) {
        return new HoursGranted(id, ewa, hours);
    }

    private ReserveHours reserve(UUID holder, int hours, String from, String to) {
        return new ReserveHours(id, holder, hours, LocalDate.parse(from), LocalDate.parse(to));
    }

    private HoursReserved reserved(UUID holder, int hours, String from, String to) {
        return new HoursReserved(id, ewa, holder, hours, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static void refused(ResultValidator<Capacity> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
