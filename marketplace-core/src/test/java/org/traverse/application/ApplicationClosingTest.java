package org.traverse.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.Market;
import org.traverse.Market.Crash;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.application.ApplicationEvent.Closed;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.CompleteSeat;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigId;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

/** What it remembers, it remembers in a real PostgreSQL. */
class ApplicationClosingTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final LocalDate FROM = LocalDate.parse("2026-12-01");

    static EmbeddedPostgres postgres;
    static JdbcClient sql;

    final EmployeeId marc = EmployeeId.random();
    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId jonas = EmployeeId.random();
    final EmployeeId lena = EmployeeId.random();
    final GigId gig = GigId.random();
    final Market market = new Market(
            Clock.fixed(NOW, ZoneOffset.UTC),
            (CommandGateway commands) -> new Acceptance(commands),
            (CommandGateway commands) -> new ApplicationClosing(commands, sql));

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        sql = JdbcClient.create(postgres.getDatabase("postgres", "postgres", Map.of("currentSchema", "eventstore")));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void aGigWithOneSeat() {
        market.ask(
                new DraftGig(
                        gig,
                        marc,
                        OrgUnitId.random(),
                        "Migration",
                        "",
                        8,
                        FROM,
                        FROM.plusWeeks(3),
                        1,
                        List.of(Requirement.must(SkillId.random(), 3))),
                new PublishGig(gig));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void tellsOnceWhoeverWaitsOrOwesAnAnswerWhenAGigIsCancelled(int batchSize) {
        market.ask(
                new Apply(ewa, gig, ""),
                new OfferDirectly(jonas, gig, marc),
                new Apply(lena, gig, ""),
                new Withdraw(ApplicationId.of(lena, gig)),
                new Apply(ewa, GigId.random(), ""),
                new CancelGig(gig, "no budget"));
        market.deliverTwice(batchSize).deliverAllAgain();

        assertThat(market.happened(Closed.class))
                .containsExactlyInAnyOrder(
                        closed(ewa, "the gig was cancelled: no budget"),
                        closed(jonas, "the gig was cancelled: no budget"));
    }

    @Test
    void tellsWhoeverWaitsWhenTheWorkIsDoneAndLeavesSeatsAlone() {
        seated(ewa);
        market.ask(
                        new Apply(jonas, gig, ""),
                        new CompleteSeat(gig, ApplicationId.of(ewa, gig).value(), FROM))
                .deliver();

        assertThat(market.happened(Closed.class)).containsExactly(closed(jonas, "the gig is completed"));
    }

    @Test
    void leavesAloneWhoeverHasASeatInACancelledGig() {
        seated(ewa);
        market.ask(new CancelGig(gig, "no budget")).deliver().deliverAllAgain();

        assertThat(market.happened(AcceptanceConfirmed.class)).hasSize(1);
        assertThat(market.happened(Closed.class)).isEmpty();
    }

    @Test
    void tellsWhoeverWasJustApplying() {
        market.ask(new CancelGig(gig, "no budget")).deliver();
        market.ask(new Apply(ewa, gig, "")).deliver();

        assertThat(market.happened(Closed.class)).containsExactly(closed(ewa, "the gig was cancelled: no budget"));
    }

    @Test
    void tellsWhoeverHadJustAccepted() {
        market.ask(
                        new GrantHours(ewa, 8),
                        new OfferDirectly(ewa, gig, marc),
                        new AcceptOffer(ApplicationId.of(ewa, gig)),
                        new CancelGig(gig, "no budget"))
                .deliver();

        assertThat(market.happened(Closed.class)).containsExactly(closed(ewa, "the gig was cancelled: no budget"));
    }

    @Test
    void goesOnWhereItCrashed() {
        market.ask(new Apply(ewa, gig, ""), new Apply(jonas, gig, ""), new CancelGig(gig, "no budget"));
        var commands = new AtomicInteger();
        market.meanwhile(() -> {
            if (commands.incrementAndGet() == 2) {
                throw new Crash();
            }
        });
        assertThatThrownBy(market::deliver).isInstanceOf(Crash.class);
        assertThat(market.happened(Closed.class)).hasSize(1);

        assertThat(market.deliver().happened(Closed.class))
                .extracting(Closed::employee)
                .containsOnlyOnce(ewa, jonas);
    }

    private void seated(EmployeeId person) {
        var application = ApplicationId.of(person, gig);
        market.ask(
                        new GrantHours(person, 8),
                        new Apply(person, gig, ""),
                        new MakeOffer(application, marc),
                        new AcceptOffer(application))
                .deliver();
    }

    private Closed closed(EmployeeId person, String why) {
        return new Closed(ApplicationId.of(person, gig), person, gig, RejectionCode.WORK_CHANGED, why, NOW);
    }
}
