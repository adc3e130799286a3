package org.traverse.readmodel.matchfacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.traverse.gig.Terms;
import org.traverse.preferences.Statement;
import org.traverse.readmodel.Json;
import org.traverse.skill.Requirement;

/** Everything that decides who fits what, read from one projection so that all of it is of one moment. */
@Component
public class MatchFacts {
    /** @param provenOn the newest evidence by anybody but the person; null when there is none */
    public record KnownSkill(int level, LocalDate provenOn) {}

    public record Commitment(int hoursPerWeek, LocalDate from, LocalDate to) {}

    /**
     * @param hoursPerWeek granted for marketplace work, before commitments
     * @param orgUnit null, like the first day in the role, of whom nothing more is known yet
     * @param workedFor the org units of gigs whose work this person has done
     * @param ranked gigs, most wanted first, open or not
     */
    public record Person(
            UUID id,
            UUID orgUnit,
            int hoursPerWeek,
            Map<UUID, KnownSkill> skills,
            List<Commitment> commitments,
            LocalDate inRoleSince,
            Set<UUID> workedFor,
            Statement stated,
            List<UUID> ranked,
            boolean optedOut) {}

    public record Gig(
            UUID id,
            UUID owner,
            UUID orgUnit,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            int seatsLeft,
            boolean open,
            List<Requirement> requirements,
            Terms terms) {
        /** Can somebody still be chosen for it? */
        public boolean seeks(LocalDate today) {
            return open && seatsLeft > 0 && !to.isBefore(today);
        }
    }

    /** A person who is not to be proposed for a gig: offered it, rejected, or no longer interested. */
    public record Pairing(UUID employee, UUID gig) {}

    /**
     * The facts of a mobility plan: the people and open gigs of some units.
     *
     * @param ranked the people, of those units or not, whom the managers of these gigs want most, by gig
     */
    public record Batch(List<Person> people, List<Gig> gigs, List<Pairing> pairings, Map<UUID, List<UUID>> ranked) {
        public static final Batch NONE = new Batch(List.of(), List.of(), List.of(), Map.of());
    }

    /** So that the driver does not hold all the rows of a large company at once. */
    private static final int FETCHED_AT_ONCE = 5_000;

    private final JdbcClient sql;
    private final Json json;
    private final RowMapper<Gig> gig;

    MatchFacts(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
        gig = (row, number) -> new Gig(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getObject("org_unit", UUID.class),
                row.getInt("hours_per_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("seats"),
                row.getInt("seats_left"),
                row.getBoolean("open"),
                json.list(row.getString("requirements"), Requirement.class),
                json.valueOr(Terms.NONE, row.getString("terms"), Terms.class));
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Person> person(UUID employee) {
        return people(List.of(employee)).stream().findFirst();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Person> people(Collection<UUID> employees) {
        return employees.isEmpty()
                ? List.of()
                : people("where employee in (:ids) order by employee", Map.of("ids", employees));
    }

    /** Those of them who asked not to be matched. */
    public Set<UUID> optedOut(Collection<UUID> employees) {
        return employees.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql("select employee from match_person where opted_out and employee in (:ids)")
                        .param("ids", employees)
                        .query(UUID.class)
                        .list());
    }

    /** @param which a clause that the four tables of a person all understand */
    List<Person> people(String which, Map<String, ?> parameters) {
        holdTables();
        Map<UUID, Person> people = new LinkedHashMap<>();
        read("select * from match_person " + which, parameters, row -> {
            UUID id = row.getObject("employee", UUID.class);
            people.put(
                    id,
                    new Person(
                            id,
                            row.getObject("org_unit", UUID.class),
                            row.getInt("hours_per_week"),
                            new HashMap<>(),
                            new ArrayList<>(),
                            row.getObject("in_role_since", LocalDate.class),
                            new HashSet<>(),
                            json.valueOr(Statement.NOTHING, row.getString("stated"), Statement.class),
                            List.of((UUID[]) row.getArray("ranked").getArray()),
                            row.getBoolean("opted_out")));
        });
        read("select * from match_skill " + which, parameters, row -> {
            Person person = people.get(row.getObject("employee", UUID.class));
            if (person != null) {
                person.skills()
                        .put(
                                row.getObject("skill", UUID.class),
                                new KnownSkill(row.getInt("level"), row.getObject("proven_on", LocalDate.class)));
            }
        });
        read("select * from match_commitment " + which, parameters, row -> {
            Person person = people.get(row.getObject("employee", UUID.class));
            if (person != null) {
                person.commitments()
                        .add(new Commitment(
                                row.getInt("hours_per_week"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class)));
            }
        });
        String unit = "(select org_unit from match_gig where match_gig.id = gig)";
        read("select employee, " + unit + " as unit from match_done " + which, parameters, row -> {
            Person person = people.get(row.getObject("employee", UUID.class));
            UUID workedFor = row.getObject("unit", UUID.class);
            if (person != null && workedFor != null) {
                person.workedFor().add(workedFor);
            }
        });
        return List.copyOf(people.values());
    }

    private void read(String select, Map<String, ?> parameters, RowCallbackHandler each) {
        sql.sql(select).params(parameters).withFetchSize(FETCHED_AT_ONCE).query(each);
    }

    /**
     * A rebuild puts other tables in their place. Locked before the transaction has looked at anything, they stay; else the
     * moment it sees might lie before the new ones were filled.
     */
    void holdTables() {
        sql.sql("lock table match_person in access share mode").update();
    }

    public Optional<Gig> gig(UUID id) {
        return gigs(List.of(id)).stream().findFirst();
    }

    public List<Gig> gigs(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("select * from match_gig where id in (:ids)")
                .param("ids", ids)
                .query(gig)
                .list();
    }

    List<Gig> gigsThatSeek(LocalDate today) {
        return sql.sql("select * from match_gig where open and seats_left > 0 and ends_on >= ?")
                .param(today)
                .query(gig)
                .list();
    }

    /** The gigs that seek somebody, begin and end within these days, and would like one of these skills. */
    public List<Gig> desiring(Collection<UUID> skills, LocalDate from, LocalDate to) {
        if (skills.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select * from match_gig
                        where open and seats_left > 0 and starts_on >= :from and ends_on <= :to and exists (
                            select from jsonb_array_elements(requirements) asked
                            where (asked ->> 'skill')::uuid in (:skills) and not (asked ->> 'must')::boolean)
                        order by id""")
                .param("from", from)
                .param("to", to)
                .param("skills", skills)
                .query(gig)
                .list();
    }

    /** The people of these units and the gigs there that still seek somebody on this day. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Batch batch(Collection<UUID> orgUnits, LocalDate today) {
        holdTables();
        List<UUID> employees = sql.sql("select employee from match_person where org_unit in (:units)")
                .param("units", orgUnits)
                .query(UUID.class)
                .list();
        List<Gig> gigs = sql.sql("""
                        select * from match_gig
                        where org_unit in (:units) and open and seats_left > 0 and ends_on >= :today order by id""")
                .param("units", orgUnits)
                .param("today", today)
                .query(gig)
                .list();
        List<UUID> ids = gigs.stream().map(Gig::id).toList();
        return new Batch(people(employees), gigs, pairings(ids), ranked(ids));
    }

    /** The people whom the manager of each gig ranked, most wanted first; not those who are erased. */
    public Map<UUID, List<UUID>> ranked(Collection<UUID> gigs) {
        Map<UUID, List<UUID>> ranked = new HashMap<>();
        if (!gigs.isEmpty()) {
            sql.sql("""
                            select id, employee
                            from match_gig, unnest(ranked) with ordinality as wanted (employee, place)
                            join match_person using (employee)
                            where id in (:gigs) order by place""").param("gigs", gigs).query(row -> {
                ranked.computeIfAbsent(row.getObject("id", UUID.class), gig -> new ArrayList<>())
                        .add(row.getObject("employee", UUID.class));
            });
        }
        return ranked;
    }

    /** As the manager of this gig entered them: also those who are erased. */
    public List<UUID> rankedAsEntered(UUID gig) {
        return sql.sql("select unnest(ranked) from match_gig where id = ?")
                .param(gig)
                .query(UUID.class)
                .list();
    }

    public List<Pairing> pairings(Collection<UUID> gigs) {
        if (gigs.isEmpty()) {
            return List.of();
        }
        return sql.sql("select employee, gig from match_pairing where gig in (:gigs)")
                .param("gigs", gigs)
                .query(Pairing.class)
                .list();
    }
}
