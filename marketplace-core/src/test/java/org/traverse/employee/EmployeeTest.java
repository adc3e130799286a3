package org.traverse.employee;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
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
