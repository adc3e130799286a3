package org.traverse.api.security;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.traverse.api.security.Caller.Role;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Sight;
import org.traverse.readmodel.directory.Directory;

/**
 * What each may see and do: their own data, their own team, their own org units. The one place that decides.
 *
 * <p>It is given the facts of the thing in question (whose gig, in which unit, whose application) and knows the company.
 * What anybody may know of is refused with 403; applications, assignments, drafts and plans do not exist for strangers.
 */
@Component
public class Access {
    private final Directory directory;

    Access(Directory directory) {
        this.directory = directory;
    }

    /** Hiring, marketplace hours, org units, and which account is whose. */
    public Decision mayAdminister(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator may do this");
    }

    /** Forgetting a person for ever. */
    public Decision mayErase(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator erases people");
    }

    /** Defining skills and roles, and adding to what can be learnt. */
    public Decision mayExtendCatalogues(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator adds skills, roles and learning");
    }

    public Decision mayImport(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator imports taxonomies");
    }

    /** Seeing the end of the audit chain, and having the chain verified. */
    public Decision mayAudit(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator audits the log of events");
    }

    /** Seeing events that could not be handled, trying them again, and giving them up. */
    public Decision mayTendParkedEvents(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator sees to parked events");
    }

    /** Seeing how read models stand, and making them anew. */
    public Decision mayRebuild(Caller caller) {
        return Decision.onlyIf(caller.is(Role.ADMIN), "only an administrator rebuilds read models");
    }

    public Decision mayPostGigs(Caller caller) {
        return Decision.onlyIf(caller.is(Role.MANAGER), "only managers post gigs");
    }

    /** @param draft not published yet */
    public Decision seesGig(Caller caller, EmployeeId owner, OrgUnitId orgUnit, boolean draft) {
        return Decision.hiddenUnless(!draft || runs(caller, owner, orgUnit) || isHrbpOf(caller, orgUnit), "gig");
    }

    /** Publishing, cancelling and completing it. */
    public Decision runsGig(Caller caller, EmployeeId owner, OrgUnitId orgUnit, boolean draft) {
        return seesGig(caller, owner, orgUnit, draft)
                .and(() -> Decision.onlyIf(
                        runs(caller, owner, orgUnit), "only its owner, or who leads its unit, may do this to a gig"));
    }

    public Decision seesCandidatesOf(Caller caller, EmployeeId owner, OrgUnitId orgUnit, boolean draft) {
        return seesGig(caller, owner, orgUnit, draft)
                .and(() -> Decision.onlyIf(
                        runs(caller, owner, orgUnit) || isHrbpOf(caller, orgUnit),
                        "only its owner, who leads its unit, and its HR business partner see a gig's candidates"));
    }

    /** For oneself: nobody applies for somebody else. */
    public Decision mayApply(Caller caller) {
        return Decision.onlyIf(caller.is(Role.EMPLOYEE), "only employees apply");
    }

    /** @param owner of the gig applied for, {@code orgUnit} the gig's */
    public Decision seesApplication(Caller caller, EmployeeId applicant, EmployeeId owner, OrgUnitId orgUnit) {
        return Decision.hiddenUnless(concerns(caller, applicant, owner, orgUnit), "application");
    }

    /** All that {@link #seesApplication} shows somebody. */
    public Sight applicationsSeenBy(Caller caller) {
        Set<EmployeeId> self = caller.employee().stream().collect(toSet());
        Set<OrgUnitId> partnered = planScope(caller);
        return new Sight(
                union(self, directory.peopleIn(partnered)),
                caller.is(Role.MANAGER) ? self : Set.of(),
                union(partnered, caller.employee().map(directory::unitsLedBy).orElse(Set.of())));
    }

    /** Offering and rejecting. */
    public Decision mayDecideOn(Caller caller, EmployeeId applicant, EmployeeId owner, OrgUnitId orgUnit) {
        return seesApplication(caller, applicant, owner, orgUnit)
                .and(() -> Decision.onlyIf(
                        runs(caller, owner, orgUnit),
                        "only the gig's owner, or who leads its unit, offers and rejects"))
                .and(() -> Decision.onlyIf(!caller.is(applicant), "nobody decides on their own application"));
    }

    /** Accepting, declining and withdrawing. */
    public Decision mayAnswer(Caller caller, EmployeeId applicant, EmployeeId owner, OrgUnitId orgUnit) {
        return seesApplication(caller, applicant, owner, orgUnit)
                .and(() -> Decision.onlyIf(caller.is(applicant), "only the applicant may answer"));
    }

    /** Saying that the work is done, which leaves evidence on the assignee's skill profile. */
    public Decision mayComplete(Caller caller, EmployeeId assignee, EmployeeId owner, OrgUnitId orgUnit) {
        return Decision.hiddenUnless(concerns(caller, assignee, owner, orgUnit), "assignment")
                .and(() -> Decision.onlyIf(
                        runs(caller, owner, orgUnit),
                        "only the gig's owner, or who leads its unit, completes an assignment"))
                .and(() -> Decision.onlyIf(!caller.is(assignee), "nobody completes their own assignment"));
    }

    /** The units somebody may plan for: those they are HR business partner of, and all below. */
    public Set<OrgUnitId> planScope(Caller caller) {
        return caller.employee().map(directory::unitsOfHrbp).orElse(Set.of());
    }

    public Decision mayPlanFor(Caller caller, Set<OrgUnitId> orgUnits) {
        return Decision.onlyIf(caller.is(Role.HRBP), "only HR business partners plan mobility")
                .and(() -> Decision.onlyIf(
                        planScope(caller).containsAll(orgUnits),
                        "an HR business partner plans for their own org units only"));
    }

    /** Seeing, running, stopping and adopting: for whoever is HR business partner of all its units today. */
    public Decision usesPlan(Caller caller, Set<OrgUnitId> orgUnits) {
        return Decision.hiddenUnless(!orgUnits.isEmpty() && planScope(caller).containsAll(orgUnits), "plan");
    }

    /** Those whom somebody's wish to work elsewhere concerns; their own manager, who may resent it, not by that alone. */
    private boolean concerns(Caller caller, EmployeeId person, EmployeeId owner, OrgUnitId orgUnit) {
        return caller.is(person)
                || runs(caller, owner, orgUnit)
                || isHrbpOf(caller, orgUnit)
                || directory
                        .person(person)
                        .filter(known -> isHrbpOf(caller, known.orgUnit()))
                        .isPresent();
    }

    /** An owner who leads nobody any more has handed the gig over to whoever leads the unit. */
    private boolean runs(Caller caller, EmployeeId owner, OrgUnitId orgUnit) {
        return caller.is(owner) && caller.is(Role.MANAGER)
                || caller.employee()
                        .filter(self -> directory.unitsLedBy(self).contains(orgUnit))
                        .isPresent();
    }

    private boolean isHrbpOf(Caller caller, OrgUnitId orgUnit) {
        return planScope(caller).contains(orgUnit);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(toSet());
    }
}
