package org.traverse.employee;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeCommand.ConfirmErasure;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeEvent.EmployeeErased;
import org.traverse.employee.EmployeeEvent.EmployeeForgotten;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;

class EmployeeTest {
    static final LocalDate DAY = LocalDate.parse("2024-02-29");

    final EmployeeId id = EmployeeId.random();
    final OrgUnitId unit = OrgUnitId.random();
    final EmployeeHired hired = new EmployeeHired(
            id, "Ewa Nowak", "ewa@example.org", "Engineer", Optional.empty(), unit, Optional.empty(), DAY);
    final Identity account = new Identity("https://id.example.org", "ewa");
    final AggregateTestFixture<Employee> employee = new AggregateTestFixture<>(Employee.class);

    @Nested
    class Hiring {
        @Test
        void happensOnce() {
            employee.givenNoPriorActivity().when(hire("Ewa Nowak")).expectEvents(hired);
        }

        @Test
        void changesNothingTheSecondTime() {
            employee.given(hired)
                    .when(hire("Ewa Nowak"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedInOtherWords() {
            employee.given(hired)
                    .when(hire("Ewa Kowalska"))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("somebody was hired under this id already, in other words");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            assertThatIllegalArgumentException().isThrownBy(() -> hire(" ")).withMessage("name is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HireEmployee(
                            id, "Ewa", "e@x", "Engineer", Optional.empty(), unit, Optional.of(id), DAY))
                    .withMessage("manager is the person themselves");
        }

        private HireEmployee hire(String name) {
            return new HireEmployee(
                    id, name, "ewa@example.org", "Engineer", Optional.empty(), unit, Optional.empty(), DAY);
        }
    }

    @Nested
    class Erasing {
        static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

        final EmployeeErased erased = new EmployeeErased(id, NOON);

        @BeforeEach
        void noon() {
            employee.registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
        }

        @Test
        void happensOnce() {
            employee.given(hired).when(new EraseEmployee(id)).expectEvents(erased);
        }

        @Test
        void changesNothingTheSecondTime() {
            employee.given(hired, erased)
                    .when(new EraseEmployee(id))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isConfirmedOnce() {
            employee.given(hired, erased).when(new ConfirmErasure(id)).expectEvents(new EmployeeForgotten(id, NOON));
            employee.given(hired, erased, new EmployeeForgotten(id, NOON))
                    .when(new ConfirmErasure(id))
                    .expectNoEvents();
            employee.given(hired).when(new ConfirmErasure(id)).expectExceptionMessage("this person was not erased");
        }

        @Test
        void isForEver() {
            employee.given(hired, erased)
                    .when(new LinkIdentity(id, account))
                    .expectExceptionMessage("this person was erased");
            employee.given(hired, erased)
                    .when(new HireEmployee(
                            id, "Ewa", "ewa@example.org", "Engineer", Optional.empty(), unit, Optional.empty(), DAY))
                    .expectExceptionMessage("this person was erased");
        }
    }

    @Nested
    class Linking {
        @Test
        void saysWhoSignsIn() {
            employee.given(hired).when(new LinkIdentity(id, account)).expectEvents(new IdentityLinked(id, account));
        }

        @Test
        void changesNothingTheSecondTime() {
            employee.given(hired, new IdentityLinked(id, account))
                    .when(new LinkIdentity(id, account))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void mayMoveToAnotherAccount() {
            var other = new Identity("https://id.example.org", "ewa.nowak");
            employee.given(hired, new IdentityLinked(id, account))
                    .when(new LinkIdentity(id, other))
                    .expectEvents(new IdentityLinked(id, other));
        }
    }
}
