package org.traverse.api.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.traverse.api.security.Caller.Role;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationId;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigEvent.GigDrafted;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanEvent.PlanCreated;
import org.traverse.mobility.PlanId;
import org.traverse.readmodel.Cursor;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.planboard.PlanBoard;

/**
 * Everybody against everything: who is what to one gig in {@code platform}, which {@code owner} posted and on which
 * {@code applicant}, who works in {@code billing}, wants to work.
 */
class AccessTest {
    static RealDirectory company;
    static Directory directory;
    static Access access;

    static final OrgUnitId COMPANY = OrgUnitId.random();
    static final OrgUnitId DIGITAL = OrgUnitId.random();
    static final OrgUnitId PLATFORM = OrgUnitId.random();
    static final OrgUnitId CUSTOMERS = OrgUnitId.random();
    static final OrgUnitId BILLING = OrgUnitId.random();

    /** In the order of the columns below. */
    static final Map<String, EmployeeId> PEOPLE = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                "applicant",
                "owner",
                "former owner", // of other gigs in the same unit, and leading nobody
                "leads unit",
                "leads above",
                "own manager",
                "leads home",
                "hrbp of unit",
                "hrbp above",
                "hrbp of home",
                "other hrbp",
                "other manager",
                "peer")) {
            PEOPLE.put(name, EmployeeId.random());
        }
    }

    @BeforeAll
    static void everybody() {
        company = new RealDirectory("access-test");
        directory = company.directory();
        access = new Access(directory);

        established(COMPANY, Optional.empty());
        established(DIGITAL, Optional.of(COMPANY));
        established(PLATFORM, Optional.of(DIGITAL));
        established(CUSTOMERS, Optional.of(COMPANY));
        established(BILLING, Optional.of(CUSTOMERS));
        hired("applicant", BILLING, Optional.of("own manager"));
        hired("owner", PLATFORM, Optional.empty());
        hired("former owner", PLATFORM, Optional.empty());
        hired("leads unit", DIGITAL, Optional.empty());
        hired("leads above", DIGITAL, Optional.empty());
        hired("own manager", COMPANY, Optional.empty());
        hired("leads home", CUSTOMERS, Optional.empty());
        hired("hrbp of unit", COMPANY, Optional.empty());
        hired("hrbp above", COMPANY, Optional.empty());
        hired("hrbp of home", COMPANY, Optional.empty());
        hired("other hrbp", COMPANY, Optional.empty());
        hired("other manager", COMPANY, Optional.empty());
        hired("peer", BILLING, Optional.of("other manager"));
        company.on(new EmployeeHired(
                EmployeeId.random(),
                "Report",
                "r@example.com",
                "Engineer",
                Optional.empty(),
                COMPANY,
                Optional.of(PEOPLE.get("owner")),
                LocalDate.EPOCH));
        company.on(new LeadAppointed(PLATFORM, PEOPLE.get("leads unit")));
        company.on(new LeadAppointed(DIGITAL, PEOPLE.get("leads above")));
        company.on(new LeadAppointed(BILLING, PEOPLE.get("leads home")));
        company.on(new HrbpAssigned(PLATFORM, PEOPLE.get("hrbp of unit")));
        company.on(new HrbpAssigned(DIGITAL, PEOPLE.get("hrbp above")));
        company.on(new HrbpAssigned(BILLING, PEOPLE.get("hrbp of home")));
        var elsewhere = OrgUnitId.random();
        established(elsewhere, Optional.of(COMPANY));
        company.on(new HrbpAssigned(elsewhere, PEOPLE.get("other hrbp")));
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void everybodyMayDoOnlyWhatIsTheirs() {
        var table = new StringBuilder();
        EmployeeId applicant = PEOPLE.get("applicant");
        EmployeeId owner = PEOPLE.get("owner");
        row(table, "administer", access::mayAdminister);
        row(table, "erase people", access::mayErase);
        row(table, "import", access::mayImport);
        row(table, "audit", access::mayAudit);
        row(table, "tend parked", access::mayTendParkedEvents);
        row(table, "rebuild", access::mayRebuild);
        row(table, "post gigs", access::mayPostGigs);
        row(table, "see gig", c -> access.seesGig(c, owner, PLATFORM, false));
        row(table, "see draft", c -> access.seesGig(c, owner, PLATFORM, true));
        row(table, "run gig", c -> access.runsGig(c, owner, PLATFORM, false));
        row(table, "run draft", c -> access.runsGig(c, owner, PLATFORM, true));
        row(table, "see candidates", c -> access.seesCandidatesOf(c, owner, PLATFORM, false));
        row(table, "of a draft", c -> access.seesCandidatesOf(c, owner, PLATFORM, true));
        row(table, "apply", access::mayApply);
        row(table, "see application", c -> access.seesApplication(c, applicant, owner, PLATFORM));
        row(table, "decide on it", c -> access.mayDecideOn(c, applicant, owner, PLATFORM));
        row(table, "answer it", c -> access.mayAnswer(c, applicant, owner, PLATFORM));
        row(table, "complete work", c -> access.mayComplete(c, applicant, owner, PLATFORM));
        row(table, "plan for unit", c -> access.mayPlanFor(c, Set.of(PLATFORM)));
        row(table, "plan for more", c -> access.mayPlanFor(c, Set.of(PLATFORM, DIGITAL)));
        row(table, "use plan", c -> access.usesPlan(c, Set.of(PLATFORM)));
        row(table, "use wider plan", c -> access.usesPlan(c, Set.of(PLATFORM, DIGITAL)));
        row(table, "use empty plan", c -> access.usesPlan(c, Set.of()));

        // Y may, . may not (403), - is told that there is no such thing (404)
        //                       applicant
        //                       | owner
        //                       | | former owner
        //                       | | | leads unit
        //                       | | | | leads above
        //                       | | | | | own manager
        //                       | | | | | | leads home
        //                       | | | | | | | hrbp of unit
        //                       | | | | | | | | hrbp above
        //                       | | | | | | | | | hrbp of home
        //                       | | | | | | | | | | other hrbp
        //                       | | | | | | | | | | | other manager
        //                       | | | | | | | | | | | | peer
        //                       | | | | | | | | | | | | | administrator only
        assertThat(table.toString()).isEqualTo("""
                administer       . . . . . . . . . . . . . Y
                erase people     . . . . . . . . . . . . . Y
                import           . . . . . . . . . . . . . Y
                audit            . . . . . . . . . . . . . Y
                tend parked      . . . . . . . . . . . . . Y
                rebuild          . . . . . . . . . . . . . Y
                post gigs        . Y . Y Y Y Y . . . . Y . .
                see gig          Y Y Y Y Y Y Y Y Y Y Y Y Y Y
                see draft        - Y - Y Y - - Y Y - - - - -
                run gig          . Y . Y Y . . . . . . . . .
                run draft        - Y - Y Y - - . . - - - - -
                see candidates   . Y . Y Y . . Y Y . . . . .
                of a draft       - Y - Y Y - - Y Y - - - - -
                apply            Y Y Y Y Y Y Y Y Y Y Y Y Y .
                see application  Y Y - Y Y - - Y Y Y - - - -
                decide on it     . Y - Y Y - - . . . - - - -
                answer it        Y . - . . - - . . . - - - -
                complete work    . Y - Y Y - - . . . - - - -
                plan for unit    . . . . . . . Y Y . . . . .
                plan for more    . . . . . . . . Y . . . . .
                use plan         - - - - - - - Y Y - - - - -
                use wider plan   - - - - - - - - Y - - - - -
                use empty plan   - - - - - - - - - - - - - -
                """);
    }

    @Test
    void whoHandedOverTheirTeamHasHandedOverTheirGigs() {
        EmployeeId former = PEOPLE.get("former owner");
        Caller caller = caller(former);
        assertThat(caller.is(Role.MANAGER)).isFalse();
        assertThat(access.runsGig(caller, former, PLATFORM, false).allowed()).isFalse();
        assertThat(access.seesGig(caller, former, PLATFORM, true).allowed()).isFalse();
    }

    @Test
    void nobodyDecidesOnTheirOwnApplicationOrWork() {
        EmployeeId lead = PEOPLE.get("leads unit");
        assertThat(access.mayDecideOn(caller(lead), lead, PEOPLE.get("owner"), PLATFORM)
                        .allowed())
                .isFalse();
        assertThat(access.mayComplete(caller(lead), lead, PEOPLE.get("owner"), PLATFORM)
                        .allowed())
                .isFalse();
        assertThat(access.mayAnswer(caller(lead), lead, PEOPLE.get("owner"), PLATFORM)
                        .allowed())
                .isTrue();
    }

    @Test
    void theListOfApplicationsIsWhatEachOfThemWouldShow() {
        var applications = new ArrayList<Applied>();
        var gigs = new HashMap<GigId, GigDrafted>();
        for (String owner : List.of("owner", "former owner", "leads unit", "applicant")) {
            for (OrgUnitId unit : List.of(PLATFORM, BILLING)) {
                GigDrafted gig = drafted(PEOPLE.get(owner), unit);
                gigs.put(gig.id(), gig);
                company.on(gig);
                for (String applicant : List.of("applicant", "peer", "former owner", "owner")) {
                    applications.add(applied(PEOPLE.get(applicant), gig.id()));
                }
            }
        }
        applications.forEach(company::on);

        for (var person : PEOPLE.entrySet()) {
            Caller caller = caller(person.getValue());
            var readable = applications.stream()
                    .filter(one -> access.seesApplication(
                                    caller,
                                    one.employee(),
                                    gigs.get(one.gig()).owner(),
                                    gigs.get(one.gig()).orgUnit())
                            .allowed())
                    .map(one -> one.id().value())
                    .toList();
            assertThat(listed(caller)).as(person.getKey()).containsExactlyInAnyOrderElementsOf(readable);
        }
        assertThat(listed(caller(PEOPLE.get("former owner")))).as("their own").hasSize(8);
        assertThat(listed(new Caller(Optional.empty(), Set.of(Role.ADMIN)))).isEmpty();
    }

    /** Page by page. */
    private static List<UUID> listed(Caller caller) {
        var listed = new ArrayList<UUID>();
        Optional<Cursor> after = Optional.empty();
        Page<Application> page;
        do {
            page = company.bean(ApplicationBoard.class)
                    .within(access.applicationsSeenBy(caller), new ListRequest("", 5, after));
            page.items().forEach(application -> listed.add(application.id()));
            after = Optional.ofNullable(page.next()).map(Cursor::parse);
        } while (after.isPresent());
        assertThat(page.total()).isEqualTo(listed.size());
        return listed;
    }

    @Test
    void theListOfPlansIsWhatEachOfThemWouldShow() {
        EmployeeId former = EmployeeId.random(); // whoever made a plan and is HR business partner no more
        var plans = Stream.of(Set.of(PLATFORM), Set.of(PLATFORM, DIGITAL), Set.of(BILLING), Set.<OrgUnitId>of())
                .map(units -> new PlanCreated(PlanId.random(), former, "Spring", units, Instant.EPOCH))
                .toList();
        plans.forEach(company::on);

        for (var person : PEOPLE.entrySet()) {
            Caller caller = caller(person.getValue());
            var usable = plans.stream()
                    .filter(plan -> access.usesPlan(caller, plan.orgUnits()).allowed())
                    .map(plan -> plan.id().value())
                    .toList();
            assertThat(company.bean(PlanBoard.class).within(access.planScope(caller)))
                    .as(person.getKey())
                    .extracting(PlanBoard.Plan::id)
                    .containsExactlyInAnyOrderElementsOf(usable);
        }
        assertThat(access.planScope(caller(former))).isEmpty();
    }

    private static GigDrafted drafted(EmployeeId owner, OrgUnitId unit) {
        return new GigDrafted(
                GigId.random(),
                owner,
                unit,
                "Migration",
                "",
                8,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                1,
                List.of(),
                Instant.EPOCH);
    }

    private static Applied applied(EmployeeId person, GigId gig) {
        return new Applied(ApplicationId.of(person, gig), person, gig, "", LocalDate.EPOCH, Instant.EPOCH);
    }

    @Test
    void aPlanReachesAsFarAsItsHrbpIsResponsible() {
        assertThat(access.planScope(caller(PEOPLE.get("hrbp above")))).isEqualTo(Set.of(DIGITAL, PLATFORM));
        assertThat(access.planScope(caller(PEOPLE.get("peer")))).isEmpty();
        assertThat(access.planScope(new Caller(Optional.empty(), Set.of(Role.ADMIN))))
                .isEmpty();
    }

    @Test
    void aRefusalSaysTheRuleOrThatThereIsNothing() {
        Caller peer = caller(PEOPLE.get("peer"));
        assertThatThrownBy(() -> access.mayPostGigs(peer).enforce())
                .isInstanceOf(Forbidden.class)
                .hasMessage("only managers post gigs");
        assertThatThrownBy(() -> access.usesPlan(peer, Set.of(PLATFORM)).enforce())
                .isInstanceOf(Unknown.class)
                .hasMessage("there is no such plan");
        access.mayApply(peer).enforce();
        assertThatThrownBy(() -> Caller.NOBODY.self()).isInstanceOf(Unlinked.class);
    }

    private static void row(StringBuilder table, String operation, Function<Caller, Decision> decide) {
        String answers = Stream.concat(
                        PEOPLE.values().stream().map(AccessTest::caller),
                        Stream.of(new Caller(Optional.empty(), Set.of(Role.ADMIN))))
                .map(caller -> sign(decide.apply(caller)))
                .collect(joining(" "));
        table.append("%-16s %s%n".formatted(operation, answers));
    }

    private static String sign(Decision decision) {
        try {
            decision.enforce();
            return "Y";
        } catch (Forbidden e) {
            return ".";
        } catch (Unknown e) {
            return "-";
        }
    }

    /** As {@link Callers} finds them. */
    private static Caller caller(EmployeeId person) {
        var roles = EnumSet.of(Role.EMPLOYEE);
        if (directory.duties(person).leads()) {
            roles.add(Role.MANAGER);
        }
        if (directory.duties(person).partners()) {
            roles.add(Role.HRBP);
        }
        return new Caller(Optional.of(person), roles);
    }

    private static void established(OrgUnitId id, Optional<OrgUnitId> parent) {
        company.on(new OrgUnitEstablished(id, "Unit", parent));
    }

    private static void hired(String name, OrgUnitId unit, Optional<String> manager) {
        company.on(new EmployeeHired(
                PEOPLE.get(name),
                name,
                "someone@example.com",
                "Engineer",
                Optional.empty(),
                unit,
                manager.map(PEOPLE::get),
                LocalDate.EPOCH));
    }
}
