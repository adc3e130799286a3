package org.traverse.readmodel.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.role.RoleId;

/** Who works here, where, and who answers for whom. */
@Component
public class Directory {
    private static final String PERSON = """
            select p.*, u.name as org_unit_name, m.name as manager_name
            from directory_person p
            left join directory_unit u on u.id = p.org_unit
            left join directory_person m on m.id = p.manager
            """;

    /** `union`, not `union all`: it ends even when the units or the managers go round in a circle. */
    private static final String BELOW = """
            with recursive below (id) as (
                select id from directory_unit where %s
                union
                select u.id from directory_unit u join below b on u.parent = b.id)
            """;

    private final JdbcClient sql;

    Directory(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody any more once they were erased; where they are only named, {@link #names} still has a word for them. */
    public Optional<Person> person(EmployeeId id) {
        return sql.sql(PERSON + "where p.id = ? and not p.erased")
                .param(id.value())
                .query(Directory::person)
                .optional();
    }

    /** Of those that exist. */
    public Map<EmployeeId, Person> persons(Collection<EmployeeId> people) {
        return sql
                .sql(PERSON + "where p.id = any (cast(? as uuid[]))")
                .param(people.stream().map(EmployeeId::toString).toArray(String[]::new))
                .query(Directory::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Everybody in whose name each word of {@code q} is found, by name. */
    public Page<Person> people(ListRequest asked) {
        String[] words = Folded.containsEach(asked.q()).toArray(String[]::new);
        long total = sql.sql("select count(*) from directory_person where name_folded like all (:words) and not erased")
                .param("words", words)
                .query(Long.class)
                .single();
        List<Person> found = sql.sql(PERSON + """
                        where p.name_folded like all (:words) and not p.erased and (p.name_folded, p.id) > (:key, :id)
                        order by p.name_folded, p.id limit :rows
                        """)
                .param("words", words)
                .param("key", asked.key())
                .param("id", asked.id())
                .param("rows", asked.limit() + 1)
                .query(Directory::person)
                .list();
        return Page.of(found, total, asked, p -> Folded.of(p.name()), p -> p.id().value());
    }

    /** Those of them who exist and are not erased. */
    public Set<EmployeeId> known(Collection<EmployeeId> people) {
        return ids(
                sql.sql("select id from directory_person where id = any (cast(? as uuid[])) and not erased")
                        .param(people.stream().map(EmployeeId::toString).toArray(String[]::new)),
                EmployeeId::new);
    }

    /** Of those that exist. */
    public Map<EmployeeId, String> names(Collection<EmployeeId> people) {
        var names = new HashMap<EmployeeId, String>();
        sql.sql("select id, name from directory_person where id = any (cast(? as uuid[]))")
                .param(people.stream().map(EmployeeId::toString).toArray(String[]::new))
                .query(row -> {
                    names.put(new EmployeeId(uuid(row, "id")), row.getString("name"));
                });
        return names;
    }

    public Optional<EmployeeId> signedInAs(Identity identity) {
        return sql.sql("select employee from directory_identity where issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject())
                .query(UUID.class)
                .optional()
                .map(EmployeeId::new);
    }

    public Duties duties(EmployeeId id) {
        return sql.sql("""
                        select exists (select from directory_unit where lead = :id)
                                or exists (select from directory_person where manager = :id) as leads,
                            exists (select from directory_unit where hrbp = :id) as partners
                        """)
                .param("id", id.value())
                .query((row, n) -> new Duties(row.getBoolean("leads"), row.getBoolean("partners")))
                .single();
    }

    /** The whole tree, by name; every parent is in it. */
    public List<OrgUnit> orgUnits() {
        return sql.sql("select * from directory_unit order by name, id")
                .query(Directory::orgUnit)
                .list();
    }

    public Optional<OrgUnit> orgUnit(OrgUnitId id) {
        return sql.sql("select * from directory_unit where id = ?")
                .param(id.value())
                .query(Directory::orgUnit)
                .optional();
    }

    /** These units, those of them that exist, and all below them. */
    public Set<OrgUnitId> unitsBelow(Set<OrgUnitId> units) {
        return ids(
                sql.sql(BELOW.formatted("id = any (cast(:units as uuid[]))") + "select id from below")
                        .param("units", units.stream().map(OrgUnitId::toString).toArray(String[]::new)),
                OrgUnitId::new);
    }

    /** The units this person leads, and all below them. */
    public Set<OrgUnitId> unitsLedBy(EmployeeId manager) {
        return ids(
                sql.sql(BELOW.formatted("lead = ?") + "select id from below").param(manager.value()), OrgUnitId::new);
    }

    /** The units this person is HR business partner of, and all below them. */
    public Set<OrgUnitId> unitsOfHrbp(EmployeeId hrbp) {
        return ids(sql.sql(BELOW.formatted("hrbp = ?") + "select id from below").param(hrbp.value()), OrgUnitId::new);
    }

    /** Whoever works in one of these units. */
    public Set<EmployeeId> peopleIn(Set<OrgUnitId> units) {
        return ids(
                sql.sql("select id from directory_person where org_unit = any (cast(? as uuid[]))")
                        .param(units.stream().map(OrgUnitId::toString).toArray(String[]::new)),
                EmployeeId::new);
    }

    private static <T> Set<T> ids(JdbcClient.StatementSpec ids, Function<UUID, T> id) {
        return ids.query(UUID.class).list().stream().map(id).collect(Collectors.toUnmodifiableSet());
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                new EmployeeId(uuid(row, "id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("job_title"),
                Optional.ofNullable(uuid(row, "role")).map(RoleId::new),
                new OrgUnitId(uuid(row, "org_unit")),
                // A person may be read before the unit: they are different streams.
                Optional.ofNullable(row.getString("org_unit_name")).orElse(""),
                Optional.ofNullable(uuid(row, "manager")).map(EmployeeId::new),
                Optional.ofNullable(row.getString("manager_name")),
                row.getObject("hired_on", java.time.LocalDate.class));
    }

    private static OrgUnit orgUnit(ResultSet row, int n) throws SQLException {
        return new OrgUnit(
                new OrgUnitId(uuid(row, "id")),
                row.getString("name"),
                Optional.ofNullable(uuid(row, "parent")).map(OrgUnitId::new),
                Optional.ofNullable(uuid(row, "lead")).map(EmployeeId::new),
                Optional.ofNullable(uuid(row, "hrbp")).map(EmployeeId::new));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
