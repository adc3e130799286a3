package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.traverse.api.WholeApplication;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigId;
import org.traverse.readmodel.Positions;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

@WholeApplication
class RankingPagesTest {
    private static final LocalDate FROM = LocalDate.now().plusDays(20);

    private final EmployeeId marc = EmployeeId.random();
    private final Caller caller = new Caller(Optional.of(marc), Set.of(Caller.Role.EMPLOYEE, Caller.Role.MANAGER));

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    RankingPages pages;

    @Test
    void knowNoGigThatDoesNotExist() {
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> pages.gig(caller, UUID.randomUUID(), Move.ADD, new RedirectAttributesModelMap()))
                .withMessage("there is no such gig");
    }

    @Test
    void knowNobodyWhoDoesNotExist() {
        var gig = GigId.random();
        var asked = List.of(Requirement.desirable(SkillId.random()));
        commands.sendAndWait(new DraftGig(
                gig, marc, OrgUnitId.random(), "Coil the ropes", "", 1, FROM, FROM.plusDays(20), 1, asked));
        positions.await(positions.newest(), Duration.ofSeconds(20));

        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> pages.person(
                        caller, gig.value(), UUID.randomUUID(), Move.ADD, new RedirectAttributesModelMap()))
                .withMessage("there is no such person");
    }
}
