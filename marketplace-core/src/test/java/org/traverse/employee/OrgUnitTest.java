package org.traverse.employee;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.employee.OrgUnitCommand.AppointLead;
import org.traverse.employee.OrgUnitCommand.AssignHrbp;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;

class OrgUnitTest {
    final OrgUnitId id = OrgUnitId.random();
    final Optional<OrgUnitId> parent = Optional.of(OrgUnitId.random());
    final EmployeeId marc = EmployeeId.random();
    final EmployeeId hanna = EmployeeId.random();
    final OrgUnitEstablished established = new OrgUnitEstablished(id, "Grid Software", parent);
    final AggregateTestFixture<OrgUnit> unit = new AggregateTestFixture<>(OrgUnit.class);

    @Nested
    class Establishing {
        @Test
        void happensOnce() {
            unit.givenNoPriorActivity()
                    .when(new EstablishOrgUnit(id, "Grid Software", parent))
                    .expectEvents(established);
        }

        @Test
        void changesNothingTheSecondTime() {
            unit.given(established)
                    .when(new EstablishOrgUnit(id, "Grid Software", parent))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            unit.given(established)
                    .when(new EstablishOrgUnit(id, "Grid Software", Optional.empty()))
                    .expectException(RuleViolated.class)
                    .expectExceptionMessage("another org unit was established under this id");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EstablishOrgUnit(id, "", parent))
                    .withMessage("name is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new EstablishOrgUnit(id, "Grid", Optional.of(id)))
                    .withMessage("parent is the unit itself");
        }
    }

    @Nested
    class Appointing {
        @Test
        void saysWhoLeads() {
            unit.given(established).when(new AppointLead(id, marc)).expectEvents(new LeadAppointed(id, marc));
        }

        @Test
        void mayChange() {
            unit.given(established, new LeadAppointed(id, marc))
                    .when(new AppointLead(id, hanna))
                    .expectEvents(new LeadAppointed(id, hanna));
        }

        @Test
        void changesNothingTheSecondTime() {
            unit.given(established, new LeadAppointed(id, marc))
                    .when(new AppointLead(id, marc))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Assigning {
        @Test
        void saysWhichHrbpIsResponsible() {
            unit.given(established).when(new AssignHrbp(id, hanna)).expectEvents(new HrbpAssigned(id, hanna));
        }

        @Test
        void changesNothingTheSecondTime() {
            unit.given(established, new HrbpAssigned(id, hanna))
                    .when(new AssignHrbp(id, hanna))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }
}
