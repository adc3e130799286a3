package org.traverse.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.DeclineOffer;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.OfferDirectly;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationId;
import org.traverse.application.RejectionCode;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentId;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.EraseEmployee;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.EventPosition;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigId;
import org.traverse.gig.Terms;
import org.traverse.learning.LearningRecordCommand.CompleteLearning;
import org.traverse.learning.LearningRecordCommand.Enrol;
import org.traverse.learning.LearningRecordId;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.learning.LearningResourceId;
import org.traverse.learning.Modality;
import org.traverse.learning.Price;
import org.traverse.learning.SkillGain;
import org.traverse.mobility.PlanCommand.AdoptProposals;
import org.traverse.mobility.PlanCommand.CreatePlan;
import org.traverse.mobility.PlanCommand.FinishRun;
import org.traverse.mobility.PlanCommand.StartRun;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.ProposalId;
import org.traverse.preferences.PreferencesCommand.OptInToMatching;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.AssignmentBoard;
import org.traverse.readmodel.elasticsearch.SearchIndices;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.learningcatalogue.LearningCatalogue;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.matchfacts.NamesInUse;
import org.traverse.readmodel.opportunitysearch.OpportunitySearch;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.preferences.StatedPreferences;
import org.traverse.readmodel.preferences.StatedPreferences.Preferences;
import org.traverse.readmodel.rolecatalogue.RoleCatalogue;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.readmodel.skillprofiles.SkillProfiles;
import org.traverse.readmodel.skillprofiles.SkillProfiles.EvidenceItem;
import org.traverse.readmodel.skillprofiles.SkillProfiles.HeldSkill;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleId;
import org.traverse.skill.Language;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/** Every read model of this module, fed by real commands, on real servers; and rebuilt. */
@ResourceLock("RealApplication")
@SpringBootTest(classes = RealApplication.class)
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ReadModelsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-04");
    private static final LocalDate MARCH = LocalDate.parse("2027-03-26");

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    JdbcClient sql;

    @Autowired
    SkillCatalogue skills;

    @Autowired
    RoleCatalogue roles;

    @Autowired
    LearningCatalogue learning;

    @Autowired
    SkillProfiles profiles;

    @Autowired
    GigBoard gigs;

    @Autowired
    ApplicationBoard applications;

    @Autowired
    AssignmentBoard assignments;

    @Autowired
    MatchFacts facts;

    @Autowired
    NamesInUse names;

    @Autowired
    StatedPreferences preferences;

    @Autowired
    PlanBoard plans;

    @Autowired
    OpportunitySearch opportunities;

    @Autowired
    PeopleSearch people;

    @Autowired
    SearchIndices indices;

    @Autowired
    ElasticsearchClient elasticsearch;

    private final SkillId kafka = SkillId.random();
    private final OrgUnitId unit = OrgUnitId.random();
    private final EmployeeId marc = EmployeeId.random();
    private final EmployeeId ewa = EmployeeId.random();
    private final GigId gig = GigId.random();
    private final ApplicationId application = ApplicationId.of(ewa, gig);
    private final Requirement need = Requirement.must(kafka, 3);
    private final Statement stated = new Statement(
            Optional.of("Kanari Islands"),
            Optional.of("Atlantic/Canary"),
            List.of(new Language("es", Language.Level.C1)),
            List.of(kafka),
            List.of("kanari keeping"),
            List.of("Łódź"),
            8);
    private final Terms terms = new Terms(
            Optional.of("Łódź"),
            true,
            Optional.of("Europe/Warsaw"),
            List.of(new Language("pl", Language.Level.B1)),
            List.of(unit),
            List.of("metering"));

    @BeforeEach
    void aCompanyOfTwoAndAGig() {
        send(new DefineSkill(kafka, "Stream processing " + kafka, SkillKind.TECHNOLOGY, Optional.empty()));
        send(new EstablishOrgUnit(unit, "Grid data", Optional.empty()));
        send(new HireEmployee(
                marc, "Marc Visser", "m@x.example", "Lead", Optional.empty(), unit, Optional.empty(), TODAY));
        send(new HireEmployee(
                ewa, "Ewa Łoś", "e@x.example", "Data engineer", Optional.empty(), unit, Optional.of(marc), TODAY));
        send(new GrantHours(ewa, 8));
        send(new RecordEvidence(
                ewa, List.of(new Claim(kafka, Proficiency.of(4), new Evidence(Voucher.SELF, ewa.value(), TODAY)))));
        send(new DraftGig(
                gig, marc, unit, "Meter readings " + gig, "Stream them.", 6, JANUARY, MARCH, 2, List.of(need)));
        send(new PublishGig(gig));
        seen();
    }

    @Test
    void findsAPieceOfWorkForAPersonAndAPersonForTheWork() {
        assertThat(opportunities.candidates("", Map.of(kafka.value(), 4), 10).ids())
                .as("best first")
                .startsWith(gig.value());
        assertThat(opportunities
                        .candidates(gig + " METER read", Map.of(kafka.value(), 1), 10)
                        .ids())
                .as("words find what the skills would not")
                .containsExactly(gig.value());
        assertThat(opportunities
                        .candidates(gig + " turbines", Map.of(kafka.value(), 4), 10)
                        .ids())
                .isEmpty();
        assertThat(people.candidates(List.of(need), 10).ids()).containsExactly(ewa.value());
        assertThat(people.candidates(List.of(Requirement.must(kafka, 5)), 10).ids())
                .isEmpty();
        assertThat(people.named("los EWA", 100).ids()).contains(ewa.value()).doesNotContain(marc.value());
    }

    @Test
    void knowsTheFactsOfAMatch() {
        assertThat(facts.person(ewa.value()))
                .contains(new MatchFacts.Person(
                        ewa.value(),
                        unit.value(),
                        8,
                        Map.of(kafka.value(), new MatchFacts.KnownSkill(4, null)),
                        List.of(),
                        TODAY,
                        Set.of(),
                        Statement.NOTHING,
                        List.of(),
                        false));
        assertThat(facts.batch(Set.of(unit.value()), TODAY).gigs())
                .containsExactly(new MatchFacts.Gig(
                        gig.value(),
                        marc.value(),
                        unit.value(),
                        6,
                        JANUARY,
                        MARCH,
                        2,
                        2,
                        true,
                        List.of(need),
                        Terms.NONE));
        assertThat(facts.batch(Set.of(unit.value()), MARCH.plusDays(1)).gigs()).isEmpty();

        send(new Apply(ewa, gig, ""));
        send(new Reject(application, marc, RejectionCode.DATES_DO_NOT_FIT, "We begin earlier"));
        seen();
        assertThat(facts.batch(Set.of(unit.value()), TODAY).pairings())
                .containsExactly(new MatchFacts.Pairing(ewa.value(), gig.value()));
    }

    @Test
    void knowsWhatSomebodyStatesAndWhetherTheyAreToBeMatched() {
        assertThat(preferences.of(ewa.value()))
                .isEqualTo(new Preferences(Statement.NOTHING, List.of(), Optional.empty()));
        send(new OptOutOfMatching(ewa));
        seen();
        assertThat(preferences.of(ewa.value()).optedOutAt()).isPresent();
        assertThat(facts.person(ewa.value()).orElseThrow().optedOut()).isTrue();
        send(new StatePreferences(ewa, stated));
        send(new OptInToMatching(ewa));
        seen();
        assertThat(preferences.of(ewa.value())).isEqualTo(new Preferences(stated, List.of(), Optional.empty()));
        var ewaNow = facts.person(ewa.value()).orElseThrow();
        assertThat(ewaNow.stated()).isEqualTo(stated);
        assertThat(ewaNow.optedOut()).isFalse();
    }

    @Test
    void knowsWhatEachSideRanks() {
        var other = GigId.random();
        send(new RankGigs(ewa, List.of(other, gig)));
        send(new OptOutOfMatching(ewa));
        var gone = EmployeeId.random();
        send(new RankPeople(gig, List.of(gone, ewa)));
        seen();
        assertThat(facts.rankedAsEntered(gig.value())).containsExactly(gone.value(), ewa.value());
        assertThat(preferences.of(ewa.value()).ranked()).containsExactly(other.value(), gig.value());
        assertThat(facts.person(ewa.value()).orElseThrow().ranked()).containsExactly(other.value(), gig.value());
        assertThat(facts.ranked(List.of(gig.value(), other.value())))
                .as("of those who are there, in matching or not")
                .isEqualTo(Map.of(gig.value(), List.of(ewa.value())))
                .isEqualTo(facts.batch(Set.of(unit.value()), TODAY).ranked());
        send(new RankGigs(ewa, List.of()));
        send(new RankPeople(gig, List.of()));
        seen();
        assertThat(preferences.of(ewa.value()).ranked()).isEmpty();
        assertThat(facts.ranked(List.of(gig.value()))).isEmpty();
    }

    @Test
    void knowsOnWhatTermsAGigIsGivenAndHowPlacesAndTopicsAreCalled() {
        var other = GigId.random();
        send(new DraftGig(other, marc, unit, "Other " + other, "", 2, JANUARY, MARCH, 1, List.of(need), terms));
        seen();
        assertThat(gigs.find(other.value()).orElseThrow().terms()).isEqualTo(terms);
        assertThat(facts.gig(other.value()).orElseThrow().terms()).isEqualTo(terms);
        assertThat(gigs.find(gig.value()).orElseThrow().terms()).isEqualTo(Terms.NONE);
        assertThat(names.places()).as("a draft is its owner's").doesNotContain("Łódź");
        send(new PublishGig(other));
        send(new StatePreferences(ewa, stated));
        seen();
        assertThat(names.places()).contains("Łódź").doesNotContain("Kanari Islands");
        assertThat(names.topics()).contains("metering").doesNotContain("kanari keeping");
    }

    @Test
    void followsAnApplicationToTheEvidenceItLeaves() {
        send(new Apply(ewa, gig, "I did this before"));
        send(new MakeOffer(application, marc));
        send(new AcceptOffer(application));
        eventually(() -> stands(ApplicationBoard.State.CONFIRMED));
        seen();

        assertThat(applications.timeline(application.value()))
                .extracting(ApplicationBoard.Step::state)
                .containsExactly(
                        ApplicationBoard.State.APPLIED,
                        ApplicationBoard.State.OFFERED,
                        ApplicationBoard.State.ACCEPTED,
                        ApplicationBoard.State.CONFIRMED);
        assertThat(gigs.find(gig.value()).orElseThrow().seatsLeft()).isEqualTo(1);
        assertThat(facts.person(ewa.value()).orElseThrow().commitments())
                .containsExactly(new MatchFacts.Commitment(6, JANUARY, MARCH));
        var assignment = AssignmentId.of(application);
        eventually(() -> assignments.find(assignment.value()).isPresent());

        send(new CompleteAssignment(assignment, marc, "Thank you"));
        eventually(() -> facts.person(ewa.value()).orElseThrow().commitments().isEmpty());
        eventually(() -> profiles.of(ewa.value())
                .equals(List.of(new HeldSkill(
                        kafka.value(),
                        4,
                        List.of(
                                new EvidenceItem(Voucher.GIG, 3, TODAY, "Meter readings " + gig),
                                new EvidenceItem(Voucher.SELF, 4, TODAY, ""))))));
        seen();
        assertThat(facts.person(ewa.value()).orElseThrow().workedFor()).containsExactly(unit.value());
        assertThat(assignments.find(assignment.value()).orElseThrow().feedback())
                .isEqualTo("Thank you");
    }

    @Test
    void anUndoneAcceptanceLeavesTheDayByWhichAnAnswerIsDue() {
        send(new GrantHours(ewa, 1));
        send(new OfferDirectly(ewa, gig, marc));
        seen();
        LocalDate due = applications.find(application.value()).orElseThrow().answerBy();
        assertThat(due).isNotNull();

        send(new AcceptOffer(application));
        eventually(() -> applications.timeline(application.value()).size() == 3);
        var undone = applications.find(application.value()).orElseThrow();
        assertThat(undone.state()).isEqualTo(ApplicationBoard.State.OFFERED);
        assertThat(undone.answerBy()).isEqualTo(due);
    }

    @Test
    void anApplicationEndsWithItsGigAndSaysWhy() {
        send(new Apply(ewa, gig, ""));
        send(new CancelGig(gig, "No budget"));
        eventually(() -> stands(ApplicationBoard.State.REJECTED));

        var closed = applications.find(application.value()).orElseThrow();
        assertThat(closed.reason()).isEqualTo("The work has changed or ended: the gig was cancelled: No budget");
        assertThat(closed.answerBy()).isNull();
    }

    @Test
    void keepsTheCatalogues() {
        var role = RoleId.random();
        var course = LearningResourceId.random();
        send(new DefineRole(role, "Zzz " + role, "Streams.", "Data", List.of(need), Optional.empty()));
        send(new AddLearningResource(
                course,
                "Streams in a week",
                "One week.",
                "Academy",
                Modality.COURSE,
                30,
                new Price(12_000, Currency.getInstance("EUR")),
                List.of(new SkillGain(kafka, Proficiency.of(3)))));
        send(new Enrol(marc, course, List.of(new SkillGain(kafka, Proficiency.of(3)))));
        send(new CompleteLearning(LearningRecordId.of(marc, course), TODAY));
        seen();

        assertThat(roles.list(ListRequest.of("zzz " + role)).items())
                .containsExactly(
                        new RoleCatalogue.Role(role.value(), "Zzz " + role, "Streams.", "Data", List.of(need), null));
        assertThat(learning.giving(List.of(kafka.value())))
                .containsExactly(new LearningCatalogue.Item(
                        course.value(),
                        "Streams in a week",
                        "One week.",
                        "Academy",
                        Modality.COURSE,
                        30,
                        12_000,
                        "EUR",
                        List.of(new SkillGain(kafka, Proficiency.of(3)))));
        assertThat(learning.recordsOf(marc.value()))
                .extracting(LearningCatalogue.LearningRecord::completedOn)
                .containsExactly(TODAY);
        eventually(() -> profiles.of(marc.value())
                .equals(List.of(new HeldSkill(
                        kafka.value(),
                        3,
                        List.of(new EvidenceItem(Voucher.LEARNING, 3, TODAY, "Streams in a week"))))));
    }

    @Test
    void givesOutAListPageByPage() {
        SkillId second = SkillId.random();
        send(new DefineSkill(second, "stream processing " + kafka + " 2", SkillKind.SKILL, Optional.empty()));
        seen();

        var first = skills.list(new ListRequest("PROCESSING " + kafka, 1, Optional.empty()));
        assertThat(first.items()).extracting(SkillCatalogue.Skill::id).containsExactly(kafka.value());
        assertThat(first.total()).isEqualTo(2);
        var last = skills.list(new ListRequest("processing " + kafka, 1, Optional.of(Cursor.parse(first.next()))));
        assertThat(last.items()).extracting(SkillCatalogue.Skill::id).containsExactly(second.value());
        assertThat(last.next()).isNull();
        assertThat(skills.list(ListRequest.of("%")).items()).isEmpty();
    }

    @Test
    void knowsASkillByItsNameHoweverManyContainIt() {
        String name = "r" + kafka;
        for (int i = 0; i < ListRequest.MAX_LIMIT; i++) {
            send(new DefineSkill(SkillId.random(), i + name, SkillKind.TECHNOLOGY, Optional.empty()));
        }
        var imported = SkillId.random();
        send(new DefineSkill(
                imported, name.toUpperCase(Locale.ROOT), SkillKind.SKILL, Optional.of(new Source("O*NET", name))));
        seen();
        assertThat(skills.named(" " + name + " "))
                .extracting(SkillCatalogue.Skill::id)
                .containsExactly(imported.value());

        var alsoImported = SkillId.random();
        send(new DefineSkill(alsoImported, name, SkillKind.KNOWLEDGE, Optional.of(new Source("O*NET", name + "2"))));
        seen();
        assertThat(skills.named(name)).as("neither is preferred").hasSize(2);

        var own = SkillId.random();
        send(new DefineSkill(own, name, SkillKind.SKILL, Optional.empty()));
        seen();
        assertThat(skills.named(name)).extracting(SkillCatalogue.Skill::id).containsExactly(own.value());
        assertThat(skills.named("%")).isEmpty();
    }

    @Test
    void showsWhatAPlanProposesAndWhatBecameOfIt() {
        var plan = PlanId.random();
        var run = UUID.randomUUID();
        var proposal = new PlanResult.Proposal(
                ProposalId.random(), gig, 1, ewa, 90, List.of(new PlanResult.Part("Availability", 20, 20, "Free.")));
        var empty = new PlanResult.EmptySeat(gig, 2, "Nobody is left.");
        send(new CreatePlan(plan, marc, "Winter", Set.of(unit)));
        send(new StartRun(plan, run));
        seen();
        assertThat(plans.find(plan.value()).orElseThrow().state()).isEqualTo(PlanBoard.State.RUNNING);

        send(new FinishRun(plan, run, 1, new PlanResult(List.of(proposal), List.of(empty), true)));
        send(new AdoptProposals(plan, Set.of(proposal.id()), marc));
        seen();
        assertThat(plans.find(plan.value()).orElseThrow().state()).isEqualTo(PlanBoard.State.STOPPED);
        assertThat(plans.proposals(plan.value()))
                .containsExactly(new PlanBoard.Proposal(
                        proposal.id().value(),
                        gig.value(),
                        1,
                        ewa.value(),
                        90,
                        proposal.parts(),
                        PlanBoard.ProposalState.ADOPTED,
                        null));
        assertThat(plans.emptySeats(plan.value()))
                .containsExactly(new PlanBoard.EmptySeat(gig.value(), 2, "Nobody is left."));
        eventually(() -> stands(ApplicationBoard.State.OFFERED));
    }

    @Test
    void aRebuildGivesWhatLiveGave() {
        showsWhatAPlanProposesAndWhatBecameOfIt();
        send(new AcceptOffer(application));
        eventually(() -> stands(ApplicationBoard.State.CONFIRMED));
        eventually(() -> !assignments.of(ewa.value()).isEmpty());
        seen();
        Map<String, String> live = contents();
        var liveHits = people.candidates(List.of(need), 10).ids();
        assertThat(live).hasSizeGreaterThan(15);

        reset();
        assertThat(contents()).isNotEqualTo(live);
        assertThat(people.candidates(List.of(need), 10).ids()).isEmpty();
        readAgain();
        assertThat(contents()).isEqualTo(live);
        assertThat(people.candidates(List.of(need), 10).ids()).isEqualTo(liveHits);
        assertThat(opportunities.candidates("", Map.of(kafka.value(), 4), 10).ids())
                .startsWith(gig.value());
    }

    /** Canaries in every text about or by two people: erasing both leaves none, and reading all events again neither. */
    @Test
    void whoeverIsErasedIsForgottenByEveryReadModelAndARebuildBringsNothingBack(CapturedOutput log) throws IOException {
        var plan = PlanId.random();
        var run = UUID.randomUUID();
        var lena = EmployeeId.random();
        var marcs = GigId.random();
        send(new HireEmployee(
                lena, "Lena Kanari", "lena@kanari", "Kanari keeper", Optional.empty(), unit, Optional.of(marc), TODAY));
        send(new LinkIdentity(lena, new Identity("https://kanari", "kanari-" + lena)));
        send(new GrantHours(lena, 20));
        send(new RecordEvidence(
                lena, List.of(new Claim(kafka, Proficiency.of(5), new Evidence(Voucher.SELF, lena.value(), TODAY)))));
        send(new CreatePlan(plan, marc, "Marcs kanari", Set.of(unit)));
        send(new StartRun(plan, run));
        var parts = List.of(new PlanResult.Part("Availability", 20, 20, "kanari is free"));
        send(new FinishRun(
                plan,
                run,
                1,
                new PlanResult(
                        List.of(
                                new PlanResult.Proposal(ProposalId.random(), gig, 1, lena, 90, parts),
                                new PlanResult.Proposal(
                                        ProposalId.random(),
                                        gig,
                                        2,
                                        ewa,
                                        80,
                                        List.of(new PlanResult.Part("Availability", 10, 20, "Ewa is free")))),
                        List.of(),
                        false)));
        send(new StatePreferences(lena, stated));
        send(new RankGigs(lena, List.of(gig)));
        send(new RankPeople(gig, List.of(lena, ewa)));
        send(new Apply(lena, gig, "I keep a kanari"));
        var lenas = ApplicationId.of(lena, gig);
        send(new MakeOffer(lenas, marc));
        send(new AcceptOffer(lenas));
        var assignment = AssignmentId.of(lenas);
        eventually(() -> assignments.find(assignment.value()).isPresent());
        send(new CompleteAssignment(assignment, marc, "A kanari like no other"));
        // The evidence that this leaves comes by itself; it is to be there before she is erased.
        eventually(() -> sql.sql("select count(*) from match_skill where employee = ? and proven_on = ?")
                        .params(lena.value(), TODAY)
                        .query(Integer.class)
                        .single()
                > 0);
        send(new DraftGig(marcs, marc, unit, "Other " + marcs, "", 2, JANUARY, MARCH, 2, List.of(need)));
        send(new PublishGig(marcs));
        send(new Apply(lena, marcs, "kanari again"));
        send(new MakeOffer(ApplicationId.of(lena, marcs), marc));
        send(new DeclineOffer(ApplicationId.of(lena, marcs), "kanari needs me"));
        send(new Apply(ewa, gig, "I am Ewa"));
        send(new Reject(application, marc, RejectionCode.OTHER_PERSON_CHOSEN, "the kanari was faster"));
        seen();
        assertThat(String.join("", contents().values())).as("the control").contains("kanari");
        assertThat(people.named("kanari", 10).ids()).contains(lena.value());

        send(new EraseEmployee(lena));
        send(new EraseEmployee(marc));
        seen();
        assertThatNothingIsLeftOf(lena);
        var rejected = applications.find(application.value()).orElseThrow();
        assertThat(rejected.note()).as("what others wrote stays").isEqualTo("I am Ewa");
        assertThat(rejected.reason()).isEqualTo(RejectionCode.OTHER_PERSON_CHOSEN.words() + ": [erased]");
        assertThat(plans.proposals(plan.value()).get(1).parts())
                .extracting(PlanResult.Part::because)
                .containsExactly("Ewa is free");
        eventually(() -> keysOf(lena, marc) == 0);
        Map<String, String> live = contents();

        reset();
        readAgain();
        assertThatNothingIsLeftOf(lena);
        assertThat(contents()).isEqualTo(live);

        // What is said later is said of nobody.
        send(new RecordEvidence(
                lena, List.of(new Claim(kafka, Proficiency.of(5), new Evidence(Voucher.SELF, lena.value(), MARCH)))));
        seen();
        assertThatNothingIsLeftOf(lena);
        assertThat(keysOf(lena, marc)).isZero();
        eventually(
                () -> sql.sql("select count(*) from eventstore.event where type = 'employee.forgotten' and stream = ?")
                                .param(lena.toString())
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(parked()).isZero();
        assertThat(log).doesNotContainIgnoringCase("kanari");
    }

    private void assertThatNothingIsLeftOf(EmployeeId person) throws IOException {
        assertThat(String.join("", contents().values()).toLowerCase(Locale.ROOT))
                .doesNotContain("kanari");
        assertThat(people.named("kanari", 10).ids()).isEmpty();
        assertThat(people.candidates(List.of(need), 10).ids()).doesNotContain(person.value());
        assertThat(elasticsearch
                        .get(get -> get.index(present("people")).id(person.toString()), Map.class)
                        .source())
                .as("the tombstone")
                .isEqualTo(Map.of("id", person.toString(), "name", "", "jobTitle", "", "skills", List.of()));
        assertThat(facts.person(person.value())).isEmpty();
        assertThat(profiles.of(person.value())).isEmpty();
        assertThat(preferences.of(person.value()))
                .isEqualTo(new Preferences(Statement.NOTHING, List.of(), Optional.empty()));
        assertThat(facts.ranked(List.of(gig.value()))).isEqualTo(Map.of(gig.value(), List.of(ewa.value())));
    }

    private int keysOf(EmployeeId... people) {
        return sql.sql("select count(wrapped) from personal_keys.data_key where person in (:people)")
                .param("people", Stream.of(people).map(EmployeeId::value).toList())
                .query(Integer.class)
                .single();
    }

    private int parked() {
        return sql.sql("select count(*) from eventstore.parked_event")
                .query(Integer.class)
                .single();
    }

    @Test
    void aSearchIndexThatIsLostIsFilledAgainAtTheNextStart() throws Exception {
        assertThat(indices.answer()).isTrue();
        atTheNextStart(() -> {
            elasticsearch.indices().delete(d -> d.index(present("opportunities"), present("people")));
            assertThat(indices.answer()).isFalse();
        });
        findsAPieceOfWorkForAPersonAndAPersonForTheWork();
        assertThat(indices.answer()).isTrue();
    }

    @Test
    void aSearchIndexOfAnotherStoreIsReplacedAtTheNextStart() throws Exception {
        atTheNextStart(() -> {
            for (String index : List.of(present("opportunities"), present("people"))) {
                elasticsearch
                        .indices()
                        .putMapping(m -> m.index(index)
                                .meta("store", JsonData.of(UUID.randomUUID().toString())));
            }
            overwriteEwa();
            assertThat(people.candidates(List.of(need), 10).ids()).isEmpty();
        });
        findsAPieceOfWorkForAPersonAndAPersonForTheWork();
    }

    @Test
    void aSearchIndexOfThisStoreIsLeftAsItIs() throws Exception {
        atTheNextStart(this::overwriteEwa);
        assertThat(people.candidates(List.of(need), 10).ids()).isEmpty();
    }

    /** As another store would have left her, further on than this one is. */
    private void overwriteEwa() throws IOException {
        elasticsearch.index(i -> i.index(present("people"))
                .id(ewa.toString())
                .versionType(VersionType.External)
                .version(new EventPosition(1L << 40, 1).asVersion())
                .refresh(Refresh.True)
                .document(Map.of("id", ewa.toString(), "name", "nobody")));
    }

    /** What an index is called, which a rebuild changes. */
    private String present(String index) {
        return sql.sql("select name from " + index + "_index")
                .query(String.class)
                .single();
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }

    private void atTheNextStart(Meanwhile meanwhile) throws IOException {
        var readers = List.of("opportunity-search", "people-search").stream()
                .map(group -> processing
                        .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
        readers.forEach(StreamingEventProcessor::shutDown);
        indices.stop();
        meanwhile.happens();
        indices.start();
        readers.forEach(StreamingEventProcessor::start);
        seen();
    }

    /** Of every table of the schema that is filled alike each time, whatever the order of its rows. */
    private Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        List<String> tables = sql.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'readmodel'
                            and table_name <> 'flyway_schema_history' and table_name not like '%\\_change'""").query(String.class).list();
        for (String table : tables) {
            contents.put(
                    table,
                    sql.sql("select coalesce(string_agg(row::text, E'\\n' order by row::text), '') from %s row"
                                    .formatted(table))
                            .query(String.class)
                            .single());
        }
        return contents;
    }

    private boolean stands(ApplicationBoard.State state) {
        return applications
                .find(application.value())
                .filter(found -> found.state() == state)
                .isPresent();
    }

    private void reset() {
        for (var processor : processing.eventProcessors().values()) {
            if (processor instanceof StreamingEventProcessor rebuilt && rebuilt.supportsReset()) {
                rebuilt.shutDown();
                rebuilt.resetTokens("a test");
            }
        }
    }

    private void readAgain() {
        for (var processor : processing.eventProcessors().values()) {
            processor.start();
        }
        seen();
    }

    private void send(Object command) {
        commands.sendAndWait(command);
    }

    private void seen() {
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }

    private interface Check {
        boolean holds();
    }

    private static void eventually(Check check) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!check.holds() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(check.holds()).isTrue();
    }
}
