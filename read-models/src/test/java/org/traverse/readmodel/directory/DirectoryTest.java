package org.traverse.readmodel.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitEvent.HrbpAssigned;
import org.traverse.employee.OrgUnitEvent.LeadAppointed;
import org.traverse.employee.OrgUnitEvent.OrgUnitEstablished;
import org.traverse.employee.OrgUnitId;
import org.traverse.eventstore.Writes;
import org.traverse.readmodel.Cursor;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.Servers;
import org.traverse.role.RoleId;

class DirectoryTest {
    static final LocalDate DAY = LocalDate.parse("2024-02-29");
    static JdbcClient sql;
    static Writes writes;

    final OrgUnitId company = OrgUnitId.random();
    final OrgUnitId engineering = OrgUnitId.random();
    final OrgUnitId platform = OrgUnitId.random();
    final OrgUnitId sales = OrgUnitId.random();
    final EmployeeId ines = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId lukasz = EmployeeId.random();
    final EmployeeId hanna = EmployeeId.random();
    final RoleId engineer = RoleId.random();

    DirectoryEntries entries;
    Directory directory;

    @BeforeAll
    static void migrate() {
        DataSource database = Servers.emptyDatabase();
        Flyway.configure()
                .dataSource(database)
                .schemas("readmodel")
                .locations("classpath:db/readmodel")
                .load()
                .migrate();
        ((PGSimpleDataSource) database).setCurrentSchema("readmodel");
        sql = JdbcClient.create(database);
        writes = new Writes(new JdbcTemplate(database));
    }

    @BeforeEach
    void company() {
        entries = new DirectoryEntries(sql, writes);
        directory = new Directory(sql);
        entries.forget();
        entries.on(new OrgUnitEstablished(company, "Company", Optional.empty()));
        entries.on(new OrgUnitEstablished(engineering, "Engineering", Optional.of(company)));
        entries.on(new OrgUnitEstablished(platform, "Platform", Optional.of(engineering)));
        entries.on(new OrgUnitEstablished(sales, "Sales", Optional.of(company)));
        entries.on(hired(ines, "Inês Duarte", company, Optional.empty()));
        entries.on(hired(marc, "Marc de Vries", engineering, Optional.of(ines)));
        entries.on(hired(ewa, "Ewa Nowak", platform, Optional.of(lukasz)));
        entries.on(hired(lukasz, "Łukasz Żak", sales, Optional.of(marc)));
        entries.on(hired(hanna, "Hanna Lind", sales, Optional.empty()));
        entries.on(new LeadAppointed(engineering, marc));
        entries.on(new HrbpAssigned(engineering, hanna));
    }

    @Test
    void knowsAPersonWithUnitAndManager() {
        assertThat(directory.person(ewa))
                .contains(new Person(
                        ewa,
                        "Ewa Nowak",
                        "ewa@example.com",
                        "Engineer",
                        Optional.of(engineer),
                        platform,
                        "Platform",
                        Optional.of(lukasz),
                        Optional.of("Łukasz Żak"),
                        DAY));
        assertThat(directory.person(EmployeeId.random())).isEmpty();
    }

    @Test
    void listsPeopleByNameWhateverTheAccents() {
        assertThat(names(list("", 100)))
                .containsExactly("Ewa Nowak", "Hanna Lind", "Inês Duarte", "Łukasz Żak", "Marc de Vries");
    }

    @Test
    void findsPeopleByAnyPartOfTheirNameInAnyOrder() {
        assertThat(names(list("zak lukas", 100))).containsExactly("Łukasz Żak");
        assertThat(names(list("INÊS", 100))).containsExactly("Inês Duarte");
        assertThat(names(list("an", 100))).containsExactly("Hanna Lind");
        assertThat(names(list("%", 100))).isEmpty();
    }

    @Test
    void handsOutPagesThatMissNobodyAlsoWhenNamesAreEqual() {
        entries.on(hired(EmployeeId.random(), "Ewa Nowak", sales, Optional.empty()));
        entries.on(hired(EmployeeId.random(), "Ewa Nowak", sales, Optional.empty()));

        Page<Person> first = directory.people(list("ewa", 2));
        assertThat(first.items()).hasSize(2);
        assertThat(first.total()).isEqualTo(3);
        Page<Person> rest = directory.people(new ListRequest("ewa", 2, Optional.of(Cursor.parse(first.next()))));
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void namesThoseItKnows() {
        assertThat(directory.names(List.of(ewa, marc, EmployeeId.random())))
                .isEqualTo(Map.of(ewa, "Ewa Nowak", marc, "Marc de Vries"));
        assertThat(directory.names(List.of())).isEmpty();
    }

    @Test
    void tellsSeveralPeopleAtOnce() {
        assertThat(directory.persons(List.of(ewa, marc, EmployeeId.random())))
                .isEqualTo(Map.of(
                        ewa,
                        directory.person(ewa).orElseThrow(),
                        marc,
                        directory.person(marc).orElseThrow()));
    }

    @Test
    void knowsWhoSignsInByWhichAccountAndOnlyTheLatestOne() {
        var old = new Identity("https://id.example", "1");
        var current = new Identity("https://id.example", "2");
        entries.on(new IdentityLinked(ewa, old));
        entries.on(new IdentityLinked(ewa, current));
        assertThat(directory.signedInAs(current)).contains(ewa);
        assertThat(directory.signedInAs(old)).isEmpty();
        assertThat(directory.signedInAs(new Identity("https://other.example", "2")))
                .isEmpty();

        entries.on(new IdentityLinked(marc, current));
        assertThat(directory.signedInAs(current)).contains(marc);
    }

    @Test
    void seesTheTreeAndWhatIsBelow() {
        assertThat(directory.orgUnits())
                .extracting(OrgUnit::name)
                .containsExactly("Company", "Engineering", "Platform", "Sales");
        assertThat(directory.orgUnit(engineering))
                .contains(new OrgUnit(
                        engineering, "Engineering", Optional.of(company), Optional.of(marc), Optional.of(hanna)));
        assertThat(directory.unitsBelow(Set.of(engineering, sales, OrgUnitId.random())))
                .isEqualTo(Set.of(engineering, platform, sales));
        assertThat(directory.unitsBelow(Set.of())).isEmpty();
        assertThat(directory.unitsLedBy(marc)).isEqualTo(Set.of(engineering, platform));
        assertThat(directory.unitsOfHrbp(hanna)).isEqualTo(Set.of(engineering, platform));
        assertThat(directory.unitsOfHrbp(marc)).isEmpty();
    }

    @Test
    void endsWhenUnitsGoRoundInACircle() {
        entries.on(
                new OrgUnitEstablished(new OrgUnitId(new UUID(0, 1)), "A", Optional.of(new OrgUnitId(new UUID(0, 2)))));
        entries.on(
                new OrgUnitEstablished(new OrgUnitId(new UUID(0, 2)), "B", Optional.of(new OrgUnitId(new UUID(0, 1)))));
        assertThat(directory.unitsBelow(Set.of(new OrgUnitId(new UUID(0, 1))))).hasSize(2);
    }

    @Test
    void knowsWhoWorksWhere() {
        assertThat(directory.peopleIn(Set.of())).isEmpty();
        assertThat(directory.peopleIn(Set.of(platform)))
                .isNotEmpty()
                .allMatch(person ->
                        directory.person(person).orElseThrow().orgUnit().equals(platform));
    }

    @Test
    void knowsWhoAnswersForOthers() {
        assertThat(directory.duties(marc)).isEqualTo(new Duties(true, false)); // a unit
        assertThat(directory.duties(lukasz)).isEqualTo(new Duties(true, false)); // one person
        assertThat(directory.duties(hanna)).isEqualTo(new Duties(false, true));
        assertThat(directory.duties(ewa)).isEqualTo(new Duties(false, false));

        entries.on(new HrbpAssigned(engineering, ewa));
        assertThat(directory.duties(hanna)).isEqualTo(new Duties(false, false));
    }

    private EmployeeHired hired(EmployeeId id, String name, OrgUnitId unit, Optional<EmployeeId> manager) {
        String email = name.split(" ")[0].toLowerCase(Locale.ROOT) + "@example.com";
        return new EmployeeHired(id, name, email, "Engineer", Optional.of(engineer), unit, manager, DAY);
    }

    private static ListRequest list(String q, int limit) {
        return new ListRequest(q, limit, Optional.empty());
    }

    private List<String> names(ListRequest list) {
        return directory.people(list).items().stream().map(Person::name).toList();
    }
}
