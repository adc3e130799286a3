package org.traverse.readmodel.rebuild;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.traverse.RuleViolated;
import org.traverse.application.ApplicationCommand.AcceptOffer;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.application.ApplicationCommand.MakeOffer;
import org.traverse.application.ApplicationCommand.Reject;
import org.traverse.application.ApplicationCommand.Withdraw;
import org.traverse.application.ApplicationId;
import org.traverse.application.RejectionCode;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.assignment.AssignmentId;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitCommand.AppointLead;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitId;
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
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.role.RoleId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.Evidence.Voucher;
import org.traverse.skillprofile.SkillProfileCommand.Claim;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;
import org.traverse.taxonomy.TaxonomyImportCommand.AdvanceImport;
import org.traverse.taxonomy.TaxonomyImportCommand.BeginImport;
import org.traverse.taxonomy.TaxonomyImportId;

/** A company in which something of every kind happens, drawn from a seed. */
class Company {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final CommandGateway commands;
    private final Random draw;
    private final List<SkillId> skills = new ArrayList<>();
    private final List<OrgUnitId> units = new ArrayList<>();
    private final List<EmployeeId> people = new ArrayList<>();
    private final List<GigId> gigs = new ArrayList<>();
    private final List<LearningResourceId> courses = new ArrayList<>();

    Company(CommandGateway commands, long seed) {
        this.commands = commands;
        draw = new Random(seed);
    }

    /** Founds it and lets some years go by. */
    void grow(int employees) {
        for (int i = 0; i < 8; i++) {
            define(SkillId.random(), "Skill " + i);
            found(i);
            offer(i);
        }
        define(skills.get(0), "Skill 0, revised");
        ask(new DefineRole(RoleId.random(), "Engineer", "Builds.", "Data", List.of(need()), Optional.empty()));
        for (int i = 0; i < employees; i++) {
            hire(i);
        }
        for (int i = 0; i < employees; i++) {
            live();
        }
        plan();
        importSome();
    }

    private void define(SkillId id, String name) {
        ask(new DefineSkill(id, name, SkillKind.SKILL, Optional.empty()));
        skills.add(id);
    }

    private void found(int i) {
        var unit = OrgUnitId.random();
        ask(new EstablishOrgUnit(unit, "Unit " + i, units.isEmpty() ? Optional.empty() : Optional.of(any(units))));
        units.add(unit);
    }

    private void offer(int i) {
        var course = LearningResourceId.random();
        ask(new AddLearningResource(
                course,
                "Course " + i,
                "One week.",
                "Academy",
                Modality.COURSE,
                30,
                new Price(12_000, Currency.getInstance("EUR")),
                List.of(new SkillGain(any(skills), Proficiency.of(3)))));
        courses.add(course);
    }

    private void hire(int i) {
        var person = EmployeeId.random();
        ask(new HireEmployee(
                person,
                "Person " + i,
                "p" + i + "@x.example",
                "Engineer",
                Optional.empty(),
                any(units),
                people.isEmpty() ? Optional.empty() : Optional.of(any(people)),
                TODAY));
        people.add(person);
        ask(new GrantHours(person, 8));
    }

    /** One thing that happens to somebody, and what follows. Accounts wander from one person to the next. */
    void live() {
        var person = any(people);
        ask(new LinkIdentity(person, new Identity("https://id.example", "account " + draw.nextInt(5))));
        ask(new RecordEvidence(
                person,
                List.of(new Claim(
                        any(skills),
                        Proficiency.of(1 + draw.nextInt(5)),
                        new Evidence(Voucher.SELF, person.value(), TODAY)))));
        ask(new AppointLead(any(units), person));
        ask(new StatePreferences(
                person,
                new Statement(
                        Optional.of("Town " + draw.nextInt(3)),
                        Optional.empty(),
                        List.of(),
                        List.of(any(skills)),
                        List.of(),
                        List.of(),
                        draw.nextInt(9))));
        ask(draw.nextBoolean() ? new OptOutOfMatching(person) : new OptInToMatching(person));
        post(person);
        ask(new RankGigs(person, List.of(any(gigs))));
        ask(new RankPeople(any(gigs), List.of(any(people))));
        work(any(people), any(gigs));
        var course = any(courses);
        ask(new Enrol(person, course, List.of(new SkillGain(any(skills), Proficiency.of(3)))));
        ask(new CompleteLearning(LearningRecordId.of(person, course), TODAY));
    }

    private void post(EmployeeId owner) {
        var gig = GigId.random();
        ask(new DraftGig(
                gig,
                owner,
                any(units),
                "Gig " + gigs.size(),
                "Work.",
                2,
                TODAY.plusDays(7),
                TODAY.plusDays(70),
                2,
                List.of(need()),
                new Terms(
                        Optional.of("Town " + draw.nextInt(3)),
                        draw.nextBoolean(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of("metering"))));
        ask(new PublishGig(gig));
        gigs.add(gig);
    }

    private void work(EmployeeId person, GigId gig) {
        var application = ApplicationId.of(person, gig);
        ask(new Apply(person, gig, "I did this before"));
        switch (draw.nextInt(5)) {
            case 0 -> ask(new Reject(application, any(people), RejectionCode.DATES_DO_NOT_FIT, "We begin earlier"));
            case 1 -> ask(new Withdraw(application));
            case 2 -> ask(new CancelGig(gig, "No budget"));
            default -> {
                ask(new MakeOffer(application, any(people)));
                ask(new AcceptOffer(application));
                if (draw.nextBoolean()) {
                    ask(new CompleteAssignment(AssignmentId.of(application), any(people), "Thank you"));
                }
            }
        }
    }

    private void plan() {
        var plan = PlanId.random();
        var run = UUID.randomUUID();
        ask(new CreatePlan(plan, any(people), "Winter", Set.of(any(units))));
        ask(new StartRun(plan, run));
        var proposal = new PlanResult.Proposal(
                ProposalId.random(), any(gigs), 1, any(people), 90, List.of(new PlanResult.Part("Fit", 9, 9, "Fits.")));
        var empty = new PlanResult.EmptySeat(any(gigs), 2, "Nobody is left.");
        ask(new FinishRun(plan, run, 1, new PlanResult(List.of(proposal), List.of(empty), false)));
    }

    private void importSome() {
        var id = TaxonomyImportId.random();
        ask(new BeginImport(id, "O*NET", "db.zip", "0".repeat(64), 10));
        ask(new AdvanceImport(id, 5));
    }

    private Requirement need() {
        return Requirement.must(any(skills), 1 + draw.nextInt(5));
    }

    private <T> T any(List<T> some) {
        return some.get(draw.nextInt(some.size()));
    }

    /** What the rules do not allow just does not happen; nor does what follows from something that comes later. */
    private void ask(Object command) {
        try {
            commands.sendAndWait(command);
        } catch (RuntimeException refused) {
            if (!isRefusal(refused)) {
                throw refused;
            }
        }
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof RuleViolated
                || thrown instanceof org.axonframework.modelling.command.AggregateNotFoundException
                || thrown.getCause() != null && isRefusal(thrown.getCause());
    }
}
