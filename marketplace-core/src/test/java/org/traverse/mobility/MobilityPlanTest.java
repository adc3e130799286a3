package org.traverse.mobility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.Market;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.application.ApplicationId;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanCommand.AdoptProposals;
import org.traverse.mobility.PlanCommand.AskForBackfill;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanCommand.DeclarePair;
import org.traverse.mobility.PlanCommand.DissolvePair;
import org.traverse.mobility.PlanCommand.FailRun;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.PinPlacement;
import org.traverse.mobility.PlanCommand.RecordRun;
import org.traverse.mobility.PlanCommand.ReportOfferRefused;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanCommand.TakeOverRun;
import org.traverse.mobility.PlanCommand.UnpinPlacement;
import org.traverse.mobility.PlanCommand.WaiveBackfill;
import org.traverse.mobility.PlanEvent.BackfillAskedFor;
import org.traverse.mobility.PlanEvent.BackfillWaived;
import org.traverse.mobility.PlanEvent.OfferRefused;
import org.traverse.mobility.PlanEvent.PairDeclared;
import org.traverse.mobility.PlanEvent.PairDissolved;
import org.traverse.mobility.PlanEvent.PlacementPinned;
import org.traverse.mobility.PlanEvent.PlacementUnpinned;
import org.traverse.mobility.PlanEvent.PlanCreated;
import org.traverse.mobility.PlanEvent.ProposalAdopted;
import org.traverse.mobility.PlanEvent.RunFailed;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanEvent.RunRecorded;
import org.traverse.mobility.PlanEvent.RunStarted;
import org.traverse.mobility.PlanEvent.RunTakenOver;
import org.traverse.mobility.PlanResult.Part;
import org.traverse.mobility.PlanResult.Proposal;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;

class MobilityPlanTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final PlanId id = PlanId.random();
    final EmployeeId hanna = EmployeeId.random();
    final EmployeeId ewa = EmployeeId.random();
    final GigId gig = GigId.random();
    final Set<OrgUnitId> units = Set.of(OrgUnitId.random());
    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();
    final ProposalId proposal = ProposalId.random();
    final PlanResult ewaToGig = new PlanResult(
            List.of(new Proposal(proposal, gig, 1, ewa, 60, List.of(new Part("skills", 60, 60, "all met")))),
            List.of(),
            false);

    final PlanCreated created = new PlanCreated(id, hanna, "Spring", units, NOW);
    final RunStarted started = new RunStarted(id, first, NOW);
    final RunTakenOver takenOver = new RunTakenOver(id, first, 2, NOW);
    final RunFinished finished = new RunFinished(id, first, ewaToGig, NOW);
    final ProposalAdopted adopted = new ProposalAdopted(id, proposal, ewa, gig, hanna, NOW);
    final OfferRefused refused = new OfferRefused(id, proposal, "this application was rejected", NOW);
    final AggregateTestFixture<MobilityPlan> plan = new AggregateTestFixture<>(MobilityPlan.class);

    @BeforeEach
    void clock() {
        plan.registerInjectableResource(CLOCK);
    }

    @Nested
    class Creating {
        @Test
        void happensOnce() {
            plan.givenNoPriorActivity()
                    .when(new CreatePlan(id, hanna, "Spring", units))
                    .expectEvents(created);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(plan.given(created, started).when(new CreatePlan(id, hanna, "Spring", units)));
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            refused(
                    plan.given(created).when(new CreatePlan(id, ewa, "Spring", units)),
                    "another plan was created under this id");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CreatePlan(id, hanna, "Spring", Set.of()))
                    .withMessage("the number of orgUnits is 1 to 1000, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CreatePlan(id, hanna, "x".repeat(121), units))
                    .withMessage("name is longer than 120 characters");
        }
    }

    @Nested
    class Running {
        @Test
        void starts() {
            plan.given(created).when(new StartRun(id, first)).expectEvents(started);
        }

        @Test
        void startsOneAtATime() {
            refused(plan.given(created, started).when(new StartRun(id, second)), "a run of this plan is under way");
        }

        @Test
        void startsAgainAfterTheEndOfOne() {
            var again = new RunStarted(id, second, NOW);
            plan.given(created, started, finished)
                    .when(new StartRun(id, second))
                    .expectEvents(again);
            plan.given(created, started, new RunFailed(id, first, "out of memory", NOW))
                    .when(new StartRun(id, second))
                    .expectEvents(again);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(plan.given(created, started).when(new StartRun(id, first)));
            nothing(plan.given(created, started, finished).when(new StartRun(id, first)));
        }

        @Test
        void finishes() {
            plan.given(created, started)
                    .when(new FinishRun(id, first, 1, ewaToGig))
                    .expectEvents(finished);
        }

        @Test
        void isRecordedWhileItIsUnderWay() {
            var record = new RunRecord(List.of(new RunRecord.Stage("9f86d081", "10501-2", 240)), "1", "1", 0);
            plan.given(created, started)
                    .when(new RecordRun(id, first, 1, record))
                    .expectEvents(new RunRecorded(id, first, record, NOW));
            nothing(plan.given(created, started, finished).when(new RecordRun(id, first, 1, record)));
            refused(
                    plan.given(created, started).when(new RecordRun(id, second, 1, record)),
                    "this run of the plan is not under way");
        }

        @Test
        void finishesOnce() {
            nothing(plan.given(created, started, finished).when(new FinishRun(id, first, 1, ewaToGig)));
            nothing(plan.given(created, started, finished).when(new FailRun(id, first, 1, "late")));
        }

        @Test
        void isTakenOver() {
            plan.given(created, started).when(new TakeOverRun(id, first, 2)).expectEvents(takenOver);
            nothing(plan.given(created, started, takenOver).when(new TakeOverRun(id, first, 2)));
            nothing(plan.given(created, started, finished).when(new TakeOverRun(id, first, 2)));
        }

        @Test
        void isLeftToWhoeverTookItOver() {
            var record = new RunRecord(List.of(), "1", "1", 0);
            nothing(plan.given(created, started, takenOver).when(new RecordRun(id, first, 1, record)));
            nothing(plan.given(created, started, takenOver).when(new FinishRun(id, first, 1, ewaToGig)));
            nothing(plan.given(created, started, takenOver).when(new FailRun(id, first, 1, "late")));
            plan.given(created, started, takenOver)
                    .when(new FinishRun(id, first, 2, ewaToGig))
                    .expectEvents(finished);
        }

        @Test
        void begunAnewIsAFirstAttempt() {
            plan.given(created, started, takenOver, finished, new RunStarted(id, second, NOW))
                    .when(new FinishRun(id, second, 1, ewaToGig))
                    .expectEvents(new RunFinished(id, second, ewaToGig, NOW));
        }

        @Test
        void isNotFinishedByAnother() {
            refused(
                    plan.given(created, started).when(new FinishRun(id, second, 1, ewaToGig)),
                    "this run of the plan is not under way");
        }

        @Test
        void failsWithWhateverReasonThereIs() {
            plan.given(created, started)
                    .when(new FailRun(id, first, 1, null))
                    .expectEvents(new RunFailed(id, first, "no reason was given", NOW));
        }
    }

    @Nested
    class Deciding {
        final EmployeeId ada = EmployeeId.random();
        final EmployeeId ben = EmployeeId.random();
        final PlacementPinned pinned = new PlacementPinned(id, gig, ewa, hanna, NOW);
        final BackfillAskedFor asked = new BackfillAskedFor(id, gig, ewa, hanna, NOW);
        final PairDeclared declared = new PairDeclared(id, ewa, ada, true, hanna, NOW);

        @Test
        void keepsAProposalUntilItIsUnpinned() {
            plan.given(created, started, finished)
                    .when(new PinPlacement(id, gig, ewa, hanna))
                    .expectEvents(pinned);
            nothing(plan.given(created, started, finished, pinned).when(new PinPlacement(id, gig, ewa, hanna)));
            plan.given(created, started, finished, pinned)
                    .when(new UnpinPlacement(id, gig, ewa, hanna))
                    .expectEvents(new PlacementUnpinned(id, gig, ewa, hanna, NOW));
            nothing(plan.given(created, started, finished).when(new UnpinPlacement(id, gig, ewa, hanna)));
        }

        @Test
        void asksForABackfillOfAProposalUntilThatIsWaived() {
            plan.given(created, started, finished)
                    .when(new AskForBackfill(id, gig, ewa, hanna))
                    .expectEvents(asked);
            nothing(plan.given(created, started, finished, asked).when(new AskForBackfill(id, gig, ewa, hanna)));
            plan.given(created, started, finished, asked)
                    .when(new WaiveBackfill(id, gig, ewa, hanna))
                    .expectEvents(new BackfillWaived(id, gig, ewa, hanna, NOW));
            nothing(plan.given(created, started, finished).when(new WaiveBackfill(id, gig, ewa, hanna)));
        }

        @Test
        void isAboutWhatTheNewestRunProposesAndNobodyHasAdopted() {
            var nothingSuch = "the newest run of this plan proposes no such thing";
            refused(plan.given(created, started, finished).when(new PinPlacement(id, gig, ada, hanna)), nothingSuch);
            refused(plan.given(created, started, finished).when(new AskForBackfill(id, gig, ada, hanna)), nothingSuch);
            refused(
                    plan.given(created, started, finished, adopted).when(new PinPlacement(id, gig, ewa, hanna)),
                    "this proposal was adopted: no run changes that");
        }

        @Test
        void declaresPairsOfWhichNobodyIsInTwo() {
            plan.given(created).when(new DeclarePair(id, ewa, ada, true, hanna)).expectEvents(declared);
            nothing(plan.given(created, declared).when(new DeclarePair(id, ada, ewa, true, hanna)));
            refused(
                    plan.given(created, declared).when(new DeclarePair(id, ben, ada, false, hanna)),
                    "one of the two is in a pair of this plan already: dissolve that first");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DeclarePair(id, ewa, ewa, true, hanna))
                    .withMessage("other is the same person as one");
        }

        @Test
        void dissolvesThemInEitherOrder() {
            plan.given(created, declared)
                    .when(new DissolvePair(id, ada, ewa, hanna))
                    .expectEvents(new PairDissolved(id, ada, ewa, hanna, NOW));
            nothing(plan.given(created).when(new DissolvePair(id, ada, ewa, hanna)));
        }

        @Test
        void waitsForTheRunThatIsUnderWay() {
            var again = new RunStarted(id, second, NOW);
            var underWay = "a run of this plan is under way";
            refused(
                    plan.given(created, started, finished, again).when(new PinPlacement(id, gig, ewa, hanna)),
                    underWay);
            refused(
                    plan.given(created, started, finished, pinned, again).when(new UnpinPlacement(id, gig, ewa, hanna)),
                    underWay);
            refused(plan.given(created, started).when(new DeclarePair(id, ewa, ada, true, hanna)), underWay);
        }
    }

    @Nested
    class Adopting {
        final AdoptProposals adopt = new AdoptProposals(id, Set.of(proposal), hanna);
        final EmployeeId ada = EmployeeId.random();
        final ProposalId other = ProposalId.random();
        final RunFinished both = new RunFinished(
                id,
                first,
                new PlanResult(
                        List.of(
                                ewaToGig.proposals().get(0),
                                new Proposal(other, gig, 2, ada, 50, List.of(new Part("skills", 50, 60, "most met")))),
                        List.of(),
                        false),
                NOW);

        @Test
        void isAPersonsDecision() {
            plan.given(created, started, finished).when(adopt).expectEvents(adopted);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(plan.given(created, started, finished, adopted).when(adopt));
        }

        @Test
        void isStillPossibleWhileANewRunIsUnderWay() {
            plan.given(created, started, finished, new RunStarted(id, second, NOW))
                    .when(adopt)
                    .expectEvents(adopted);
        }

        @Test
        void isRefusedOnceANewerRunIsFinished() {
            refused(
                    plan.given(
                                    created,
                                    started,
                                    finished,
                                    new RunStarted(id, second, NOW),
                                    new RunFinished(id, second, new PlanResult(List.of(), List.of(), true), NOW))
                            .when(adopt),
                    "the newest run of this plan proposes no such thing");
        }

        @Test
        void isRefusedBeforeThereAreProposals() {
            refused(plan.given(created, started).when(adopt), "the newest run of this plan proposes no such thing");
        }

        @Test
        void isOfAllThatAreAskedForInTheirOrder() {
            plan.given(created, started, both, adopted)
                    .when(new AdoptProposals(id, inOrder(other, proposal), hanna))
                    .expectEvents(new ProposalAdopted(id, other, ada, gig, hanna, NOW));
            plan.given(created, started, both)
                    .when(new AdoptProposals(id, inOrder(other, proposal), hanna))
                    .expectEvents(new ProposalAdopted(id, other, ada, gig, hanna, NOW), adopted);
        }

        @Test
        void isOfNoneWhenOneIsRefused() {
            refused(
                    plan.given(created, started, both)
                            .when(new AdoptProposals(id, inOrder(proposal, ProposalId.random()), hanna)),
                    "the newest run of this plan proposes no such thing");
            refused(
                    plan.given(created, started, both, adopted, refused)
                            .when(new AdoptProposals(id, inOrder(other, proposal), hanna)),
                    "no offer could be made: this application was rejected");
        }

        @Test
        void isOfSomeButNotEndlesslyMany() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AdoptProposals(id, Set.of(), hanna))
                    .withMessage("the number of proposals is 1 to 5000, not 0");
        }

        private static Set<ProposalId> inOrder(ProposalId... proposals) {
            return new LinkedHashSet<>(List.of(proposals));
        }

        @Test
        void isRefusedWhenNoOfferCouldBeMade() {
            refused(
                    plan.given(created, started, finished, adopted, refused).when(adopt),
                    "no offer could be made: this application was rejected");
        }
    }

    @Nested
    class Reporting {
        final ReportOfferRefused report = new ReportOfferRefused(id, proposal, "this application was rejected");

        @Test
        void remembersWhy() {
            plan.given(created, started, finished, adopted).when(report).expectEvents(refused);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(plan.given(created, started, finished, adopted, refused).when(report));
        }

        @Test
        void isRefusedForWhatWasNotAdopted() {
            refused(plan.given(created, started, finished).when(report), "this proposal was not adopted");
        }
    }

    @Nested
    class Adoption {
        final Market market = new Market(CLOCK, (CommandGateway commands) -> new ProposalAdoption(commands))
                .ask(
                        new DraftGig(
                                gig,
                                EmployeeId.random(),
                                OrgUnitId.random(),
                                "Migration",
                                "",
                                8,
                                LocalDate.parse("2026-12-01"),
                                LocalDate.parse("2026-12-24"),
                                1,
                                List.of(Requirement.must(SkillId.random(), 3))),
                        new PublishGig(gig),
                        new CreatePlan(id, hanna, "Spring", units),
                        new StartRun(id, first),
                        new FinishRun(id, first, 1, ewaToGig));

        @Test
        void becomesOneOffer() {
            market.ask(new AdoptProposals(id, Set.of(proposal), hanna))
                    .deliver()
                    .deliverAllAgain();

            var answerBy = LocalDate.parse("2026-11-30");
            assertThat(market.happened(OfferMade.class))
                    .containsExactly(new OfferMade(ApplicationId.of(ewa, gig), ewa, gig, hanna, answerBy, NOW));
            assertThat(market.happened(OfferRefused.class)).isEmpty();
        }

        @Test
        void isReportedWhereNoOfferCanBeMade() {
            market.ask(new OfferDirectly(ewa, gig, hanna), new AcceptOffer(ApplicationId.of(ewa, gig)));
            market.ask(new AdoptProposals(id, Set.of(proposal), hanna))
                    .deliver()
                    .deliverAllAgain();

            assertThat(market.happened(OfferRefused.class))
                    .containsExactly(new OfferRefused(
                            id, proposal, "this application has an accepted offer that is being settled", NOW));
        }

        @Test
        void offersNothingInAGigThatWasCancelled() {
            market.ask(new CancelGig(gig, "no budget"), new AdoptProposals(id, Set.of(proposal), hanna))
                    .deliver()
                    .deliverAllAgain();

            assertThat(market.happened(OfferMade.class)).isEmpty();
            assertThat(market.happened(OfferRefused.class))
                    .containsExactly(new OfferRefused(id, proposal, "this gig was cancelled", NOW));
        }

        @Test
        void offersNothingWhereEverySeatIsTaken() {
            market.ask(new ReserveSeat(gig, UUID.randomUUID(), hanna), new AdoptProposals(id, Set.of(proposal), hanna))
                    .deliver();

            assertThat(market.happened(OfferMade.class)).isEmpty();
            assertThat(market.happened(OfferRefused.class))
                    .containsExactly(new OfferRefused(id, proposal, "every seat is taken", NOW));
        }
    }

    private static void nothing(ResultValidator<MobilityPlan> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<MobilityPlan> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
