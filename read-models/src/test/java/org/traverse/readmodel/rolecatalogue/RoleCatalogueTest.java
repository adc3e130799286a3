package org.traverse.readmodel.rolecatalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.RealApplication;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleEvent.RoleRevised;
import org.traverse.role.RoleId;

@ResourceLock("RealApplication")
@SpringBootTest(classes = RealApplication.class)
class RoleCatalogueTest {
    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    RoleCatalogue roles;

    @Autowired
    PlatformTransactionManager transactions;

    private final RoleId pilot = RoleId.random();

    @BeforeEach
    void aRole() {
        send(defining(pilot, ""));
    }

    @Test
    void tellsWhetherARoleHasChanged() {
        var before = roles.moment();
        assertThat(roles.haveChangedSince(before)).isFalse();

        send(defining(pilot, "Brings ships in"));
        assertThat(roles.haveChangedSince(before)).isTrue();

        var revised = roles.moment();
        assertThat(roles.haveChangedSince(revised)).isFalse();
        send(defining(RoleId.random(), ""));
        assertThat(roles.haveChangedSince(revised)).isTrue();
    }

    /** Its transaction began first, and comes to its end after one that began later, and after the moment. */
    @Test
    void missesNoChangeThatCameToItsEndLate() throws Exception {
        var mate = RoleId.random();
        send(defining(mate, ""));
        var begun = new CompletableFuture<Void>();
        var mayEnd = new CompletableFuture<Void>();
        var late =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    roles.on(asItIs(pilot));
                    begun.complete(null);
                    mayEnd.orTimeout(20, TimeUnit.SECONDS).join();
                }));
        begun.get(20, TimeUnit.SECONDS);
        roles.on(asItIs(mate));
        var moment = roles.moment();
        assertThat(roles.haveChangedSince(moment)).isFalse();

        mayEnd.complete(null);
        late.get(20, TimeUnit.SECONDS);
        assertThat(roles.haveChangedSince(moment)).isTrue();
    }

    /** Revised, and yet the same, so that events need not say so too. */
    private static RoleRevised asItIs(RoleId role) {
        return new RoleRevised(role, "Role " + role, "", "Harbour", List.of());
    }

    private static DefineRole defining(RoleId role, String description) {
        return new DefineRole(role, "Role " + role, description, "Harbour", List.of(), Optional.empty());
    }

    private void send(Object command) {
        commands.sendAndWait(command);
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }
}
