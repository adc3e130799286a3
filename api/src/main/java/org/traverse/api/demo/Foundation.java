package org.traverse.api.demo;

import static java.util.stream.Stream.concat;
import static org.traverse.api.demo.Step.repeatable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.traverse.api.demo.Company.Enrolment;
import org.traverse.api.demo.Company.Learning;
import org.traverse.api.demo.Company.Person;
import org.traverse.api.demo.Company.Role;
import org.traverse.api.demo.Company.Skill;
import org.traverse.api.demo.Company.Unit;
import org.traverse.api.demo.Company.Wants;
import org.traverse.api.demo.Step.Trace;
import org.traverse.api.security.DemoUsers;
import org.traverse.capacity.CapacityCommand.GrantHours;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.employee.EmployeeCommand.LinkIdentity;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitCommand.AppointLead;
import org.traverse.employee.OrgUnitCommand.AssignHrbp;
import org.traverse.employee.OrgUnitCommand.EstablishOrgUnit;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.learning.LearningRecordCommand.Enrol;
import org.traverse.learning.LearningResourceCommand.AddLearningResource;
import org.traverse.preferences.PreferencesCommand.OptOutOfMatching;
import org.traverse.preferences.PreferencesCommand.StatePreferences;
import org.traverse.preferences.Statement;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skillprofile.SkillProfileCommand.RecordEvidence;

/**
 * The commands that make the company, in the order of its life: the founder is hired first of all, and takes the lead
 * when everything else is there. So the store itself tells whether a company was begun, and whether it is complete.
 */
class Foundation {
    private final Company company;
    private final Vouching vouching;

    Foundation(Company company) {
        this.company = company;
        vouching = new Vouching(company);
    }

    /** There as soon as anything is. */
    Trace begun() {
        return Trace.of(Keys.person(founder().key()), EmployeeHired.class);
    }

    /** There when everything else is. */
    Trace complete() {
        return Trace.of(Keys.unit(company.units().get(0).name()), LeadAppointed.class);
    }

    Person founder() {
        return company.people().get(0);
    }

    List<Stage> stages() {
        var stages = new ArrayList<Stage>();
        stages.add(Stage.of(List.of(List.of(hire(founder())))));
        stages.add(Stage.of(each(company.skills().stream().map(this::define))));
        stages.add(Stage.of(each(Stream.of(
                        company.units().stream().map(this::establish),
                        company.roles().stream().map(this::define),
                        company.learning().stream().map(this::add))
                .flatMap(steps -> steps))));
        stages.add(Stage.of(company.people().stream().map(this::settleIn).toList()));
        stages.add(Stage.of(company.units().stream().skip(1).map(this::entrust).toList()));
        stages.addAll(new WorkStages(company).stages());
        stages.add(Stage.of(List.of(entrust(company.units().get(0)))));
        return stages;
    }

    private static List<List<Step>> each(Stream<Step> steps) {
        return steps.map(List::of).toList();
    }

    private Step define(Skill skill) {
        return repeatable(new DefineSkill(Keys.skill(skill.name()), skill.name(), skill.kind(), Optional.empty()));
    }

    private Step define(Role role) {
        return repeatable(new DefineRole(
                Keys.role(role.title()),
                role.title(),
                role.description(),
                role.family(),
                Keys.requirements(role.requirements()),
                Optional.empty()));
    }

    private Step add(Learning item) {
        return repeatable(new AddLearningResource(
                Keys.learning(item.title()),
                item.title(),
                item.description(),
                item.provider(),
                item.modality(),
                item.hours(),
                item.price(),
                Keys.gains(item.gives())));
    }

    private Step establish(Unit unit) {
        return repeatable(new EstablishOrgUnit(
                Keys.unit(unit.name()), unit.name(), unit.parent().map(Keys::unit)));
    }

    private List<Step> entrust(Unit unit) {
        var id = Keys.unit(unit.name());
        var hrbp = unit.hrbp().map(person -> repeatable(new AssignHrbp(id, Keys.person(person))));
        var lead = repeatable(new AppointLead(id, Keys.person(unit.lead())));
        return concat(hrbp.stream(), Stream.of(lead)).toList();
    }

    private Step hire(Person person) {
        return repeatable(new HireEmployee(
                Keys.person(person.key()),
                person.name(),
                person.email(),
                person.role(),
                Optional.of(Keys.role(person.role())),
                Keys.unit(person.unit()),
                person.manager().map(Keys::person),
                person.hiredOn()));
    }

    private List<Step> settleIn(Person person) {
        var id = Keys.person(person.key());
        var steps = new ArrayList<Step>();
        steps.add(hire(person));
        person.user()
                .ifPresent(user -> steps.add(repeatable(new LinkIdentity(id, new Identity(DemoUsers.ISSUER, user)))));
        steps.add(repeatable(new GrantHours(id, person.hours())));
        steps.add(repeatable(new RecordEvidence(
                id,
                person.claims().stream()
                        .map(claim -> vouching.claim(person, claim))
                        .toList())));
        person.wants().ifPresent(wants -> steps.add(repeatable(new StatePreferences(id, statement(wants)))));
        if (person.optedOut()) {
            steps.add(repeatable(new OptOutOfMatching(id)));
        }
        person.enrolments().stream()
                .filter(enrolment -> enrolment.completedOn().isEmpty())
                .forEach(enrolment -> steps.add(enrol(id, enrolment)));
        return steps;
    }

    private static Statement statement(Wants wants) {
        return new Statement(
                wants.place(),
                wants.zone(),
                wants.languages(),
                wants.aims().stream().map(Keys::skill).toList(),
                wants.topics(),
                wants.places(),
                wants.mostHours());
    }

    /** What was completed in earlier years is evidence only: nobody can enrol in the past. */
    private Step enrol(EmployeeId person, Enrolment enrolment) {
        var item = company.learning().stream()
                .filter(candidate -> candidate.title().equals(enrolment.learning()))
                .findAny()
                .orElseThrow();
        return repeatable(new Enrol(person, Keys.learning(item.title()), Keys.gains(item.gives())));
    }
}
