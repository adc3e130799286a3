package org.traverse.api.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.WholeApplication;
import org.traverse.api.marketplace.Matches.Candidate;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigId;
import org.traverse.gig.Terms;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Block;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.recommendation.Recommended;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanId;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchChanges;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.opportunitysearch.OpportunitySearch;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.readmodel.rebuild.ReadModel;
import org.traverse.readmodel.rebuild.Rebuilding;
import org.traverse.readmodel.rebuild.Rebuilds;
import org.traverse.skill.Language;
import org.traverse.skill.Language.Level;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/** In the demo company of 500 people and some more, which is why a list of 500 leaves somebody out. */
@WholeApplication
class MatchesTest {
    private static final int LISTED = 500;

    @Autowired
    Matches matches;

    @Autowired
    MatchIndex index;

    @Autowired
    PlanFacts planFacts;

    @Autowired
    MatchFacts facts;

    @Autowired
    Directory directory;

    @Autowired
    GigBoard gigs;

    @Autowired
    Policy policy;

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient sql;

    private final EmployeeId nils = EmployeeId.random();
    private final OrgUnitId unit = OrgUnitId.random();
    private LocalDate today;
    private SkillId skill;

    @BeforeEach
    void somebodyWhoKnowsWhatAGigAsksFor(@Autowired Clock clock) {
        today = LocalDate.now(clock);
        skill = openGigs().get(0).requirements().get(0).skill();
        send(new EstablishOrgUnit(unit, "Lighthouse", Optional.empty()));
        send(hiring(nils));
        send(new GrantHours(nils, 8));
        send(knows(3));
        seen();
        readAllAgain();
    }

    @Nested
    class AreThoseOfScoringEverybody {
        @Test
        void theWorkForAPerson() {
            var persons = openGigs().stream().map(MatchFacts.Gig::owner).collect(Collectors.toSet());
            persons.add(nils.value());
            assertThat(persons)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(person -> assertThat(work(person)).isNotEmpty().isEqualTo(scoredWork(person)));
        }

        @Test
        void thePeopleForWork() {
            assertThat(openGigs())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(gig -> assertThat(people(gig.id())).isEqualTo(scoredPeople(gig.id())))
                    .anySatisfy(gig -> assertThat(people(gig.id())).isNotEmpty());
        }

        @Test
        void andHowManyMeetEveryRuleHoweverManyTheyAre() {
            for (int i = 0; i < 100; i++) {
                var another = EmployeeId.random();
                send(hiring(another));
                send(new GrantHours(another, 4));
            }
            send(knows(4)); // whoever else does: which skill it is depends on the gigs of other tests
            seen();
            var anybody = List.of(Requirement.desirable(skill));
            assertThat(index.everybody().orElseThrow().eligible(asking(anybody)))
                    .isEqualTo(scoredReach(anybody))
                    .isGreaterThan(LISTED);
            assertThat(matches.reach(anybody, 1, today, today.plusDays(60), Terms.NONE))
                    .as("whom one misses in a count of everybody opted out")
                    .isEmpty();
            var few = List.of(Requirement.must(skill, 4));
            assertThat(reach(few)).isEqualTo(scoredReach(few)).isBetween(1L, 200L);
        }
    }

    @Nested
    class ShowToWhoeverWaitedForIt {
        @Test
        void aGigThatIsOpenedAndOneThatIsCancelled() {
            GigId gig = open(Requirement.must(skill, 3));
            assertThat(work(nils.value())).extracting(Recommended::id).contains(gig.value());
            assertThat(work(nils.value())).isEqualTo(scoredWork(nils.value()));
            readAllAgain();
            send(new CancelGig(gig, "No budget"));
            seen();
            assertThat(work(nils.value())).extracting(Recommended::id).doesNotContain(gig.value());
            assertThat(work(nils.value())).isEqualTo(scoredWork(nils.value()));
        }

        @Test
        void whatSomebodyHasLearntAndTheHoursTheyHave() {
            GigId gig = open(Requirement.must(skill, 5));
            var asked = List.of(Requirement.must(skill, 5));
            long others = reach(asked);
            send(knows(5));
            seen();
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            assertThat(reach(asked)).isEqualTo(others + 1);
            send(new GrantHours(nils, 0));
            seen();
            assertThat(listed(nils, gig)).isEmpty();
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            assertThat(reach(asked)).isEqualTo(others);
        }

        @Test
        void thatSomebodyOptsOutWhomNobodyIsShownThenAndWhoMayStillApply() {
            GigId gig = open(Requirement.must(skill, 5));
            send(knows(5));
            var plan = PlanId.random();
            send(new CreatePlan(plan, nils, "Lighthouse", Set.of(unit)));
            seen();
            var asked = List.of(Requirement.must(skill, 5));
            long before = reach(asked);
            assertThat(planned(plan)).containsExactly(false);
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);

            send(new OptOutOfMatching(nils));
            seen();
            assertThat(listed(nils, gig)).isEmpty();
            assertThat(reach(asked)).isEqualTo(before - 1);
            assertThat(planned(plan))
                    .as("in the problem, and kept from every seat")
                    .containsExactly(true);
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            readAllAgain();
            assertThat(listed(nils, gig)).isEmpty();
            assertThat(reach(asked)).isEqualTo(before - 1);

            assertThat(matches.fit(nils, gig.value()).orElseThrow().eligible()).isTrue();
            assertThat(work(nils.value()))
                    .filteredOn(each -> each.id().equals(gig.value()))
                    .allMatch(each -> each.fit().eligible())
                    .hasSize(1);
            assertThat(matches.rank(List.of(nils.value()), gig.value()))
                    .as("to whomever they apply")
                    .singleElement()
                    .matches(candidate -> candidate.fit().eligible());

            send(new OptInToMatching(nils));
            seen();
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);
            assertThat(reach(asked)).isEqualTo(before);
        }

        /** Of everybody in a plan, whether they opted out. */
        private Stream<Boolean> planned(PlanId plan) {
            return planFacts.now(plan.value(), List.of(), new PlanDecisions()).problem().people().stream()
                    .map(person -> person.circumstances().optedOut());
        }

        @Test
        void thatSomebodyHasAppliedWhoIsInAListOfTheirOwnThenOptedOutOrNot() {
            GigId gig = open(Requirement.must(skill, 3));
            assertThat(listed(nils, gig)).isPresent();
            send(new Apply(nils, gig, ""));
            seen();
            assertThat(listed(nils, gig)).isEmpty();
            send(new OptOutOfMatching(nils));
            seen();
            assertThat(listed(nils, gig)).isEmpty();
        }

        @Test
        void thatAUnitIsPutBelowTheOneThatWorkIsFor() {
            var terms = new Terms(Optional.empty(), false, Optional.empty(), List.of(), List.of(unit), List.of());
            GigId gig = open(terms, Requirement.must(skill, 3));
            var below = OrgUnitId.random();
            var tove = EmployeeId.random();
            send(new EstablishOrgUnit(below, "Lantern", Optional.of(unit)));
            send(new HireEmployee(
                    tove, "Tove", tove + "@x.example", "Keeper", Optional.empty(), below, Optional.empty(), today));
            send(new GrantHours(tove, 8));
            var evidence = new Evidence(Voucher.SELF, tove.value(), today);
            send(new RecordEvidence(tove, List.of(new Claim(skill, Proficiency.of(3), evidence))));
            seen();
            assertThat(listed(tove, gig)).isPresent();
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
        }

        @Test
        void thatSomebodysClockIsReadByNoJavaHere() {
            GigId gig = open(Requirement.must(skill, 3));
            sql.sql("update match_person set stated = ?::jsonb where employee = ?")
                    .params(
                            "{\"zone\":\"Moon/Tranquillity\",\"languages\":[],\"aims\":[],\"topics\":[],\"places\":[],"
                                    + "\"mostHoursPerWeek\":0}",
                            nils.value())
                    .update();
            readAllAgain();
            assertThat(listed(nils, gig)).isPresent();
        }

        @Test
        void whereAndHowSomebodyWorks() {
            var terms = new Terms(
                    Optional.of("Utrecht"),
                    false,
                    Optional.of("Europe/Amsterdam"),
                    List.of(new Language("nl", Level.B2)),
                    List.of(unit),
                    List.of("metering"));
            GigId gig = open(terms, Requirement.must(skill, 3));
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            assertThat(matches.candidatesFor(gig.value()))
                    .as("those of its audience")
                    .extracting(Candidate::employee)
                    .containsExactly(nils);
            blocks(gig, "Ghent", new Language("nl", Level.C1), new Block.Elsewhere("Utrecht"));
            blocks(gig, "Utrecht", new Language("nl", Level.B1), new Block.LanguageTooLow("nl", 4, 3));
            blocks(gig, "Utrecht", new Language("nl", Level.B2));
        }

        private void blocks(GigId gig, String place, Language language, Block... expected) {
            send(new StatePreferences(
                    nils,
                    new Statement(
                            Optional.of(place),
                            Optional.of("Europe/Amsterdam"),
                            List.of(language),
                            List.of(skill),
                            List.of(),
                            List.of(),
                            0)));
            seen();
            assertThat(matches.fit(nils, gig.value()).orElseThrow().blocks()).containsExactly(expected);
            assertThat(listed(nils, gig).isPresent()).isEqualTo(expected.length == 0);
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            assertThat(work(nils.value())).isEqualTo(scoredWork(nils.value()));
        }

        @Test
        void thatSomebodyIsErasedWhoDoesNotStayInMemoryEither() {
            GigId gig = open(Requirement.must(skill, 3));
            assertThat(listed(nils, gig)).isPresent();
            send(new EraseEmployee(nils));
            seen();
            assertThat(listed(nils, gig)).isEmpty();
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            eventually(() -> changedSince().isEmpty());
            assertThat(listed(nils, gig)).isEmpty();
        }

        @Test
        void whatWasChangedOfManyAndReadAllAgainMeanwhile() {
            GigId gig = open(Requirement.must(skill, 3));
            setHoursOfNils(0);
            everybodyIsNotedAsChanged();
            assertThat(changedSince()).hasSizeGreaterThan(LISTED);
            assertThat(listed(nils, gig)).isEmpty();
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
            eventually(() -> changedSince().isEmpty());
            assertThat(listed(nils, gig)).isEmpty();
            setHoursOfNils(8);
            everybodyIsNotedAsChanged();
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);
        }

        @Test
        void whatARebuildHasMadeAnew(@Autowired Rebuilding rebuilding, @Autowired Rebuilds rebuilds) {
            GigId gig = open(Requirement.must(skill, 3));
            setHoursOfNils(0);
            readAllAgain();
            assertThat(listed(nils, gig)).isEmpty();
            ReadModel model = ReadModel.named("match-facts").orElseThrow();
            rebuilding.begin(model, UUID.randomUUID());
            eventually(() -> !rebuilds.of(model).orElseThrow().state().isUnderWay());
            assertThat(listed(nils, gig)).map(Fit::eligible).contains(true);
            assertThat(people(gig.value())).isEqualTo(scoredPeople(gig.value()));
        }

        private void setHoursOfNils(int hours) {
            sql.sql("update match_person set hours_per_week = ? where employee = ?")
                    .params(hours, nils.value())
                    .update();
        }
    }

    @Test
    void areProposedBySearchWhereTooManyPeopleAre(
            @Autowired MatchChanges changes,
            @Autowired OpportunitySearch opportunities,
            @Autowired PeopleSearch people,
            @Autowired ApplicationBoard applications,
            @Autowired Clock clock) {
        var none = new MatchIndex(changes, directory, policy, clock, LISTED);
        assertThat(none.everybody()).isEmpty();
        assertThat(none.everybody()).as("asked again").isEmpty();
        var proposed = new Matches(facts, directory, applications, opportunities, people, gigs, none, policy, clock);
        GigId gig = open(Requirement.must(skill, 3));
        assertThat(proposed.opportunitiesFor(nils, ""))
                .extracting(each -> each.gig().id())
                .contains(gig.value());
        assertThat(proposed.candidatesFor(gig.value()))
                .extracting(Candidate::employee)
                .contains(nils);
        assertThat(proposed.reach(List.of(Requirement.must(skill, 3)), 1, today, today, Terms.NONE)
                        .orElseThrow())
                .isBetween(1L, (long) LISTED);
    }

    /** What is listed, as a list of pairs: the order counts. */
    private List<Recommended> work(UUID person) {
        return matches.opportunitiesFor(new EmployeeId(person), " ").stream()
                .map(each -> new Recommended(each.gig().id(), each.fit()))
                .toList();
    }

    private List<Recommended> scoredWork(UUID person) {
        var who = Facts.person(facts.person(person).orElseThrow(), groups());
        return best(openGigs().stream()
                .filter(gig -> !gig.owner().equals(person))
                .map(gig -> new Recommended(gig.id(), Fit.of(who, Facts.work(gig), policy, today))));
    }

    private List<Recommended> people(UUID gig) {
        return matches.candidatesFor(gig).stream()
                .map(each -> new Recommended(each.employee().value(), each.fit()))
                .toList();
    }

    private List<Recommended> scoredPeople(UUID gig) {
        var row = facts.gig(gig).orElseThrow();
        var applicants = sql.sql("select employee from application where gig = ?")
                .param(gig)
                .query(UUID.class)
                .set();
        return best(everybodyScored(Facts.work(row))
                .filter(each -> each.fit().eligible() && !each.id().equals(row.owner()))
                .filter(each -> !applicants.contains(each.id())));
    }

    private long reach(List<Requirement> requirements) {
        return matches.reach(requirements, 1, today, today.plusDays(60), Terms.NONE)
                .orElseThrow();
    }

    private long scoredReach(List<Requirement> requirements) {
        return everybodyScored(asking(requirements))
                .filter(each -> each.fit().eligible())
                .count();
    }

    private Work asking(List<Requirement> requirements) {
        return new Work(UUID.randomUUID(), 1, today, today.plusDays(60), Facts.requirements(requirements));
    }

    private Groups groups() {
        return Groups.of(directory.orgUnits());
    }

    private Stream<Recommended> everybodyScored(Work work) {
        var all = sql.sql("select employee from match_person").query(UUID.class).list();
        Groups groups = groups();
        return facts.people(all).stream()
                .filter(person -> !person.optedOut())
                .map(person -> new Recommended(person.id(), Fit.of(Facts.person(person, groups), work, policy, today)));
    }

    private static List<Recommended> best(Stream<Recommended> all) {
        return all.sorted(Fit.bestFirst(Recommended::fit, Recommended::id))
                .limit(LISTED)
                .toList();
    }

    private Optional<Fit> listed(EmployeeId person, GigId gig) {
        return people(gig.value()).stream()
                .filter(each -> each.id().equals(person.value()))
                .map(Recommended::fit)
                .findFirst();
    }

    private List<MatchFacts.Gig> openGigs() {
        var all = sql.sql("select id from match_gig").query(UUID.class).list();
        return facts.gigs(all).stream()
                .filter(gig -> gigs.find(gig.id()).orElseThrow().isOpen(today))
                .toList();
    }

    private GigId open(Requirement... requirements) {
        return open(Terms.NONE, requirements);
    }

    private GigId open(Terms terms, Requirement... requirements) {
        var gig = GigId.random();
        var owner = new EmployeeId(openGigs().get(0).owner());
        var from = today.plusDays(20);
        var asked = List.of(requirements);
        send(new DraftGig(gig, owner, unit, "Paint " + gig, "", 4, from, from.plusDays(20), 1, asked, terms));
        send(new PublishGig(gig));
        seen();
        return gig;
    }

    private HireEmployee hiring(EmployeeId employee) {
        var email = employee + "@x.example";
        return new HireEmployee(
                employee, "Nils Holm", email, "Keeper", Optional.empty(), unit, Optional.empty(), today);
    }

    private RecordEvidence knows(int level) {
        var evidence = new Evidence(Voucher.SELF, nils.value(), today);
        return new RecordEvidence(nils, List.of(new Claim(skill, Proficiency.of(level), evidence)));
    }

    private void everybodyIsNotedAsChanged() {
        sql.sql("update match_change set changed = pg_current_xact_id()").update();
    }

    private void readAllAgain() {
        everybodyIsNotedAsChanged();
        eventually(() -> changedSince().isEmpty());
    }

    private Set<UUID> changedSince() {
        return index.everybody().orElseThrow().since().ids();
    }

    private void send(Object command) {
        commands.sendAndWait(command);
    }

    private void seen() {
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
