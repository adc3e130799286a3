package org.traverse.readmodel.matchfacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.WrappedToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.application.ApplicationId;
import org.traverse.assignment.AssignmentEvent.AssignmentCompleted;
import org.traverse.assignment.AssignmentId;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.capacity.CapacityCommand.ReleaseHours;
import org.traverse.capacity.CapacityCommand.ReserveHours;
import org.traverse.capacity.CapacityEvent.HoursGranted;
import org.traverse.capacity.CapacityId;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventPosition;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigCommand.ReleaseSeat;
import org.traverse.gig.GigCommand.ReserveSeat;
import org.traverse.gig.GigId;
import org.traverse.gig.Terms;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.RealApplication;
import org.traverse.readmodel.matchfacts.MatchChanges.Changes;
import org.traverse.readmodel.matchfacts.MatchChanges.Everything;
import org.traverse.readmodel.rebuild.ReadModel;
import org.traverse.readmodel.rebuild.Rebuilding;
import org.traverse.readmodel.rebuild.Rebuilds;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

@ResourceLock("RealApplication")
@SpringBootTest(classes = RealApplication.class)
class MatchChangesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final int MANY = 1_000_000;
    private static final Terms IN_TOWN =
            new Terms(Optional.of("Utrecht"), false, Optional.empty(), List.of(), List.of(), List.of("metering"));

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient sql;

    @Autowired
    MatchChanges changes;

    @Autowired
    MatchFactsProjection projection;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EventProcessingConfiguration processing;

    private final SkillId kafka = SkillId.random();
    private final OrgUnitId unit = OrgUnitId.random();
    private final EmployeeId marc = EmployeeId.random();
    private final EmployeeId ewa = EmployeeId.random();
    private final GigId gig = GigId.random();

    @BeforeEach
    void othersAreDone() {
        settled();
    }

    @Test
    void whatWasAndWhatWasChangedMakeWhatIs() {
        commands.sendAndWait(new DefineSkill(kafka, "Streams " + kafka, SkillKind.SKILL, Optional.empty()));
        commands.sendAndWait(new EstablishOrgUnit(unit, "Grid data", Optional.empty()));
        settled();
        changesTheFactsOf(ewa.value(), hiring(ewa));
        changesTheFactsOf(ewa.value(), new GrantHours(ewa, 8));
        changesTheFactsOf(ewa.value(), knows(4));
        var town = Optional.of("Utrecht");
        changesTheFactsOf(
                ewa.value(),
                new StatePreferences(
                        ewa,
                        new Statement(town, Optional.empty(), List.of(), List.of(kafka), List.of(), List.of(), 8)));
        changesTheFactsOf(ewa.value(), new OptOutOfMatching(ewa));
        changesTheFactsOf(ewa.value(), new OptInToMatching(ewa));
        changesTheFactsOf(gig.value(), drafting(gig, Terms.NONE));
        changesTheFactsOf(gig.value(), new PublishGig(gig));
        var holder = UUID.randomUUID();
        changesTheFactsOf(ewa.value(), new ReserveHours(CapacityId.of(ewa), holder, 6, TODAY, TODAY.plusDays(90)));
        changesTheFactsOf(ewa.value(), new ReleaseHours(CapacityId.of(ewa), holder));
        changesTheFactsOf(gig.value(), new ReserveSeat(gig, holder, ewa));
        changesTheFactsOf(gig.value(), new ReleaseSeat(gig, holder));
        changesTheFactsOf(ewa.value(), new RankGigs(ewa, List.of(gig)));
        changesTheFactsOf(gig.value(), new RankPeople(gig, List.of(ewa)));
        changesTheFactsOf(gig.value(), new CancelGig(gig, "No budget"));
        var elsewhere = GigId.random();
        changesTheFactsOf(elsewhere.value(), drafting(elsewhere, IN_TOWN));
        changesTheFactsOf(elsewhere.value(), new PublishGig(elsewhere));
        var application = ApplicationId.of(ewa, elsewhere);
        var assignment = AssignmentId.of(application);
        var done = new AssignmentCompleted(assignment, application, ewa, elsewhere, marc, "Thank you", TODAY);
        changesTheFactsOf(ewa.value(), () -> projection.on(done)); // alone: the evidence it leaves is noted as well
        assertThat(all().people())
                .filteredOn(person -> person.id().equals(ewa.value()))
                .singleElement()
                .satisfies(person -> assertThat(person.workedFor()).containsExactly(unit.value()));
        changesTheFactsOf(ewa.value(), new EraseEmployee(ewa));
        assertThat(sql.sql("select count(*) from match_person where employee = ?")
                        .param(ewa.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void knowsWhetherSomebodyIsGone() {
        someone(ewa);
        Moment moment = all().moment();
        commands.sendAndWait(new GrantHours(ewa, 5));
        settled();
        assertThat(since(moment).tellOfSomebodyGone()).isFalse();
        commands.sendAndWait(new EraseEmployee(ewa));
        settled();
        assertThat(since(moment).tellOfSomebodyGone()).isTrue();
    }

    /** Its transaction began first, and comes to its end after one that began later, and after the moment. */
    @Test
    void missesNothingThatCameToItsEndLate() {
        someone(ewa);
        someone(marc);
        var begun = new CompletableFuture<Void>();
        var mayEnd = new CompletableFuture<Void>();
        var late =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    projection.on(new HoursGranted(CapacityId.of(ewa), ewa, 3));
                    begun.complete(null);
                    mayEnd.join();
                }));
        begun.join();
        projection.on(new HoursGranted(CapacityId.of(marc), marc, 5));
        Everything then = all();
        assertThat(then.people())
                .filteredOn(person -> person.id().equals(marc.value()))
                .singleElement()
                .matches(person -> person.hoursPerWeek() == 5);
        assertThat(since(then.moment()).ids()).isEmpty();
        mayEnd.complete(null);
        late.join();
        assertThat(since(then.moment()).people()).singleElement().satisfies(person -> {
            assertThat(person.id()).isEqualTo(ewa.value());
            assertThat(person.hoursPerWeek()).isEqualTo(3);
        });
        List.of(new GrantHours(ewa, 3), new GrantHours(marc, 5))
                .forEach(commands::sendAndWait); // now events say so too
        settled();
    }

    @Test
    void allIsToBeReadAgainWhenTooMuchWasChanged() {
        Moment moment = all().moment();
        someone(ewa);
        someone(marc);
        var atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        atOneMoment.executeWithoutResult(status -> {
            Set<UUID> changed = since(moment).ids();
            assertThat(changed).contains(ewa.value(), marc.value());
            assertThat(changes.since(moment, changed.size()).orElseThrow().ids())
                    .isEqualTo(changed);
            assertThat(changes.since(moment, changed.size() - 1)).isEmpty();
            assertThat(changes.everything(TODAY, 1)).isEmpty();
        });
    }

    /** What was written into the new tables before the moment is not changed since, and yet was not seen. */
    @Test
    void allIsToBeReadAgainWhenTheTablesAreOthers(@Autowired Rebuilding rebuilding, @Autowired Rebuilds rebuilds) {
        ReadModel facts = ReadModel.named("match-facts").orElseThrow();
        someone(ewa);
        Moment moment = new TransactionTemplate(transactions).execute(status -> {
            sql.sql("set local idle_in_transaction_session_timeout = 0").update();
            sql.sql("lock table match_person in access share mode").update(); // which holds it up
            return CompletableFuture.supplyAsync(() -> {
                        rebuilding.begin(facts, UUID.randomUUID());
                        eventually(() -> sql.sql(
                                                        "select count(*) from pg_tables where schemaname = 'rebuild_match_facts'")
                                                .query(Integer.class)
                                                .single()
                                        > 0
                                && sql.sql("select count(*) from rebuild_match_facts.match_person where employee = ?")
                                                .param(ewa.value())
                                                .query(Integer.class)
                                                .single()
                                        > 0);
                        settled();
                        return all().moment();
                    })
                    .join();
        });
        eventually(() -> !rebuilds.of(facts).orElseThrow().state().isUnderWay());
        assertThat(changes.since(moment, MANY)).isEmpty();
        assertThat(since(all().moment()).ids()).isEmpty();
    }

    private void changesTheFactsOf(UUID personOrGig, Object command) {
        changesTheFactsOf(personOrGig, () -> commands.sendAndWait(command));
    }

    private void changesTheFactsOf(UUID personOrGig, Runnable change) {
        Everything then = all();
        change.run();
        settled();
        Changes since = since(then.moment());
        assertThat(since.ids()).contains(personOrGig);
        Map<UUID, Object> now = byId(then.people(), then.gigs());
        now.keySet().removeAll(since.ids());
        now.putAll(byId(since.people(), since.gigs()));
        assertThat(now).isEqualTo(byId(all().people(), all().gigs()));
    }

    private static Map<UUID, Object> byId(List<MatchFacts.Person> people, List<MatchFacts.Gig> gigs) {
        Map<UUID, Object> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.id(), person));
        gigs.stream().filter(gig -> gig.seeks(TODAY)).forEach(gig -> byId.put(gig.id(), gig));
        return byId;
    }

    private Everything all() {
        return changes.everything(TODAY, MANY).orElseThrow();
    }

    private Changes since(Moment moment) {
        return changes.since(moment, MANY).orElseThrow();
    }

    private void someone(EmployeeId employee) {
        commands.sendAndWait(hiring(employee));
        settled();
    }

    private HireEmployee hiring(EmployeeId employee) {
        return new HireEmployee(
                employee, "Ewa", employee + "@x.example", "Engineer", Optional.empty(), unit, Optional.empty(), TODAY);
    }

    private RecordEvidence knows(int level) {
        var evidence = new Evidence(Voucher.SELF, ewa.value(), TODAY);
        return new RecordEvidence(ewa, List.of(new Claim(kafka, Proficiency.of(level), evidence)));
    }

    private DraftGig drafting(GigId id, Terms terms) {
        var need = List.of(Requirement.must(kafka, 3));
        return new DraftGig(id, marc, unit, "Meters", "", 6, TODAY.plusDays(40), TODAY.plusDays(90), 2, need, terms);
    }

    /** Whatever is read may make a process send commands, which is then to be read as well. */
    private void settled() {
        do {
            assertThat(positions.await(positions.newest(), Duration.ofSeconds(20)))
                    .isTrue();
            eventually(() -> haveAllRead(positions.newest()));
            pause();
        } while (!positions.await(positions.newest(), Duration.ZERO) || !haveAllRead(positions.newest()));
    }

    private boolean haveAllRead(EventPosition position) {
        return processing.eventProcessors().values().stream()
                .map(StreamingEventProcessor.class::cast)
                .flatMap(processor -> processor.processingStatus().values().stream())
                .map(status -> Optional.ofNullable(WrappedToken.unwrapLowerBound(status.getTrackingToken())))
                .allMatch(token -> token.orElse(EventPosition.START).covers(position));
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            pause();
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
