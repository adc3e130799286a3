package org.traverse.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traverse.Market;
import org.traverse.Market.Crash;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.DeclineOffer;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationEvent.AcceptanceConfirmed;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.OfferAccepted;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityEvent.HoursReleased;
import org.traverse.capacity.CapacityEvent.HoursReserved;
import org.traverse.capacity.CapacityId;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.CompleteSeat;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigEvent.SeatReleased;
import org.traverse.gig.GigEvent.SeatReserved;
import org.traverse.gig.GigId;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

class AcceptanceTest {
    final EmployeeId marc = EmployeeId.random();
    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId jonas = EmployeeId.random();
    final Market market = new Market(
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC),
            (CommandGateway commands) -> new Acceptance(commands));
    final GigId migration = published(8, 1);
    final ApplicationId ewas = ApplicationId.of(ewa, migration);
    final ApplicationId jonass = ApplicationId.of(jonas, migration);

    @Nested
    class Once {
        @Test
        void isConfirmedWithSeatAndHours() {
            offered(ewa, 8);
            market.ask(new AcceptOffer(ewas)).deliver();

            assertThat(last(ewas)).isInstanceOf(AcceptanceConfirmed.class);
            assertThat(seats()).containsExactly(ewas.value());
            assertThat(hours()).containsExactly(ewas.value());
        }

        @Test
        void isUndoneWhenTheLastSeatIsGone() {
            offered(ewa, 8);
            offered(jonas, 8);
            market.ask(new AcceptOffer(ewas), new AcceptOffer(jonass)).deliver();

            assertThat(last(ewas)).isInstanceOf(AcceptanceConfirmed.class);
            assertThat(whyUndone(jonass)).containsExactly("every seat is taken");
            assertThat(seats()).containsExactly(ewas.value());
            assertThat(hours()).containsExactly(ewas.value());
        }

        @Test
        void isUndoneWhenTheHoursAreGone() {
            offered(ewa, 7);
            market.ask(new AcceptOffer(ewas)).deliver();

            assertThat(whyUndone(ewas)).containsExactly("in week 2026-W49 only 7 of 7 hours are free");
            assertThat(seats()).isEmpty();
            assertThat(hours()).isEmpty();
        }

        @Test
        void isUndoneWhereNoHoursWereGranted() {
            market.ask(new OfferDirectly(ewa, migration, marc), new AcceptOffer(ewas))
                    .deliver();

            assertThat(whyUndone(ewas)).containsExactly("in week 2026-W49 only 0 of 0 hours are free");
            assertThat(seats()).isEmpty();
        }

        @Test
        void isUndoneWhenTheGigWasCancelled() {
            offered(ewa, 8);
            market.ask(new AcceptOffer(ewas), new CancelGig(migration, "no budget"))
                    .deliver();

            assertThat(whyUndone(ewas)).containsExactly("this gig was cancelled");
        }

        @Test
        void isUndoneWhereThereIsNoGig() {
            var nowhere = GigId.random();
            var application = ApplicationId.of(ewa, nowhere);
            market.ask(new OfferDirectly(ewa, nowhere, marc), new AcceptOffer(application))
                    .deliver();

            assertThat(whyUndone(application)).containsExactly("nothing is known under the id " + nowhere);
        }

        @Test
        void canBeTriedAgain() {
            offered(ewa, 7);
            market.ask(new AcceptOffer(ewas)).deliver();
            market.ask(new GrantHours(ewa, 8), new AcceptOffer(ewas)).deliver();

            assertThat(last(ewas)).isInstanceOf(AcceptanceConfirmed.class);
            assertThat(seats()).containsExactly(ewas.value());
            assertThat(hours()).containsExactly(ewas.value());
        }

        @Test
        void leavesASeatToTheNextPerson() {
            offered(ewa, 7);
            offered(jonas, 8);
            market.ask(new AcceptOffer(ewas)).deliver();
            market.ask(new AcceptOffer(jonass)).deliver();

            assertThat(seats()).containsExactly(jonass.value());
        }
    }

    @Nested
    class DeliveredTwice {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 100})
        void confirmsOnce(int batchSize) {
            offered(ewa, 8);
            market.ask(new AcceptOffer(ewas)).deliverTwice(batchSize);

            assertThat(market.happened(AcceptanceConfirmed.class)).hasSize(1);
            assertThat(market.happened(SeatReserved.class)).hasSize(1);
            assertThat(market.happened(HoursReserved.class)).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 100})
        void holdsNothingForWhoIsRefused(int batchSize) {
            offered(ewa, 7);
            offered(jonas, 8);
            market.ask(new AcceptOffer(ewas), new AcceptOffer(jonass)).deliverTwice(batchSize);

            assertThat(last(ewas)).isInstanceOf(AcceptanceUndone.class);
            assertThat(seats()).doesNotContain(ewas.value());
            assertThat(hours()).doesNotContain(ewas.value());
        }
    }

    @Test
    void holdsNoHoursAgainWhenTheWorkIsDone() {
        offered(ewa, 8);
        market.ask(new AcceptOffer(ewas)).deliver();
        market.ask(
                new CompleteSeat(migration, ewas.value(), LocalDate.parse("2026-12-24")),
                new ReleaseHours(CapacityId.of(ewa), ewas.value()));
        market.deliverAllAgain();

        assertThat(hours()).isEmpty();
    }

    /** Whatever people do meanwhile, however often events come, wherever it crashes: both are held, or neither. */
    @Test
    void neverLeavesAnythingHalfDone() {
        for (long seed = 1; seed <= 25; seed++) {
            new AcceptanceTest().anyOrderOfThings(new Random(seed), "seed " + seed);
        }
    }

    private void anyOrderOfThings(Random random, String seed) {
        var gigs = List.of(migration, published(5, 1), published(3, 2));
        var people = List.of(ewa, jonas, marc);
        List<ApplicationId> applications = new ArrayList<>();
        for (var person : people) {
            market.ask(new GrantHours(person, 6 + random.nextInt(6)));
            for (var gig : gigs) {
                market.ask(new OfferDirectly(person, gig, marc));
                applications.add(ApplicationId.of(person, gig));
            }
        }
        Runnable somebody = () -> {
            var application = applications.get(random.nextInt(applications.size()));
            var person = people.get(random.nextInt(people.size()));
            switch (random.nextInt(8)) {
                case 0 -> tryTo(new Withdraw(application));
                case 1 -> tryTo(new DeclineOffer(application, ""));
                case 2 -> tryTo(new OfferDirectly(person, gigs.get(random.nextInt(gigs.size())), marc));
                case 3 -> tryTo(new GrantHours(person, 2 + random.nextInt(12)));
                default -> tryTo(new AcceptOffer(application));
            }
        };
        market.meanwhile(() -> {
            switch (random.nextInt(8)) {
                case 0, 1 -> somebody.run();
                case 2 -> throw new Crash();
                default -> {}
            }
        });
        for (int step = 0; step < 60; step++) {
            somebody.run();
            try {
                market.deliverBatch(1 + random.nextInt(2), 1 + random.nextInt(5));
            } catch (Crash again) {
                // What was at hand comes again with the next batch.
            }
        }
        market.meanwhile(() -> {}).deliverTwice(1 + random.nextInt(5));

        var confirmed = new HashSet<UUID>();
        for (var application : applications) {
            assertThat(last(application)).as(seed).isNotInstanceOf(OfferAccepted.class);
            if (last(application) instanceof AcceptanceConfirmed) {
                confirmed.add(application.value());
            }
        }
        assertThat(seats()).as(seed).isEqualTo(confirmed);
        assertThat(hours()).as(seed).isEqualTo(confirmed);
    }

    private void tryTo(Object command) {
        try {
            market.ask(command);
        } catch (RuleViolated refused) {
            assertThat(refused).hasMessageStartingWith("this application");
        }
    }

    private GigId published(int hours, int seats) {
        var id = GigId.random();
        var from = LocalDate.parse("2026-12-01");
        market.ask(
                new DraftGig(
                        id,
                        marc,
                        OrgUnitId.random(),
                        "Migration",
                        "",
                        hours,
                        from,
                        from.plusWeeks(6),
                        seats,
                        List.of(Requirement.must(SkillId.random(), 3))),
                new PublishGig(id));
        return id;
    }

    private void offered(EmployeeId person, int hours) {
        market.ask(
                new GrantHours(person, hours),
                new Apply(person, migration, ""),
                new MakeOffer(ApplicationId.of(person, migration), marc));
    }

    private ApplicationEvent last(ApplicationId application) {
        return market.happened(ApplicationEvent.class).stream()
                .filter(event -> event.id().equals(application))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<String> whyUndone(ApplicationId application) {
        return market.happened(AcceptanceUndone.class).stream()
                .filter(event -> event.id().equals(application))
                .map(AcceptanceUndone::reason)
                .toList();
    }

    private Set<UUID> seats() {
        Set<UUID> held = new HashSet<>();
        market.happened(Object.class).forEach(event -> {
            if (event instanceof SeatReserved reserved) {
                held.add(reserved.holder());
            } else if (event instanceof SeatReleased released) {
                held.remove(released.holder());
            }
        });
        return held;
    }

    private Set<UUID> hours() {
        Set<UUID> held = new HashSet<>();
        market.happened(Object.class).forEach(event -> {
            if (event instanceof HoursReserved reserved) {
                held.add(reserved.holder());
            } else if (event instanceof HoursReleased released) {
                held.remove(released.holder());
            }
        });
        return held;
    }
}
