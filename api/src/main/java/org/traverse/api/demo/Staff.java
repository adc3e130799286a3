package org.traverse.api.demo;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.traverse.api.demo.Company.Learning;
import org.traverse.api.demo.Company.Person;
import org.traverse.api.demo.Company.Unit;
import org.traverse.api.demo.Table.Row;

/** Fills the units with people: each its lead first, then those the staffing table names. */
class Staff {
    private static final String PARTNER = "HR business partner";

    private final Catalogue catalogue;
    private final LocalDate today;
    private final List<Row> units = Table.read("units").rows();
    private final List<Row> staffing = Table.read("staffing").rows();
    private final List<Row> personas = new ArrayList<>(Table.read("personas").rows());
    private final Names names;

    /** Insertion order is the order of the tables. */
    private final Map<String, String> leads = new LinkedHashMap<>();

    private final List<Person> people = new ArrayList<>();

    Staff(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
        names = new Names(personas.stream().map(Staff::email).collect(toSet()));
        for (var unit : units) {
            hireLead(unit);
        }
        for (var row : staffing) {
            for (int i = 0; i < row.number("people"); i++) {
                hire(row.text("unit"), row.text("role"), Optional.of(leads.get(row.text("unit"))));
            }
        }
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    /** The first partner looks after what the others do not. */
    List<Unit> units() {
        var partners = people.stream()
                .filter(person -> person.role().equals(PARTNER))
                .sorted((a, b) -> Boolean.compare(a.user().isPresent(), b.user().isPresent()))
                .map(Person::key)
                .toList();
        return units.stream()
                .map(unit -> new Unit(
                        unit.text("name"),
                        unit.optional("parent"),
                        leads.get(unit.text("name")),
                        unit.optional("partner").map(partner -> partner(partner, partners))))
                .toList();
    }

    private String partner(String written, List<String> partners) {
        return written.matches("\\d") ? partners.get(Integer.parseInt(written) - 1) : written;
    }

    private void hireLead(Row unit) {
        var manager = unit.optional("parent").map(leads::get);
        leads.put(unit.text("name"), hire(unit.text("name"), unit.text("lead role"), manager));
    }

    private String hire(String unit, String role, Optional<String> manager) {
        Predicate<Row> meant =
                row -> row.text("unit").equals(unit) && row.text("role").equals(role);
        var persona = personas.stream().filter(meant).findFirst();
        persona.ifPresent(personas::remove);
        var person = persona.map(row -> persona(row, manager)).orElseGet(() -> person(unit, role, manager));
        people.add(person);
        return person.key();
    }

    private Person persona(Row row, Optional<String> manager) {
        var hiredOn = today.minusDays(row.number("hired"));
        var experience = new Experience(catalogue, today, hiredOn, Draw.of(email(row)))
                .exactly(row.levels("skills"))
                .hasCompleted(items(row.list("completed", ";")))
                .isEnrolledIn(items(row.list("enrolled", ";")));
        return new Person(
                row.text("key"),
                Optional.of(row.text("key")),
                row.text("given name") + " " + row.text("family name"),
                email(row),
                row.text("unit"),
                row.text("role"),
                manager,
                hiredOn,
                row.number("hours"),
                experience.claims(),
                experience.enrolments(),
                Wishing.written(row.phrases("wants")),
                false);
    }

    private Person person(String unit, String role, Optional<String> manager) {
        var name = names.next();
        var draw = Draw.of(name.email());
        boolean isLead = !leads.containsKey(unit);
        var hiredOn =
                today.minusDays(isLead ? draw.between(1500, 9000) : draw.one(1, 1, 2, 3) * draw.between(60, 2600));
        int hours = isLead ? draw.one(0, 0, 2, 3, 4) : draw.one(0, 2, 3, 4, 4, 4, 5, 6, 6, 8, 8, 8, 10, 12, 16);
        var profile = catalogue.rolesByTitle().get(role);
        var experience = new Experience(catalogue, today, hiredOn, draw).in(profile);
        if (isLead) {
            commonest(unit)
                    .ifPresent(once -> experience.once(catalogue.rolesByTitle().get(once)));
        }
        experience.around(profile, name.language()).studies();
        var claims = experience.claims();
        var wishing = new Wishing(Draw.of("wishes of " + name.email()));
        return new Person(
                name.email(),
                Optional.empty(),
                name.full(),
                name.email(),
                unit,
                role,
                manager,
                hiredOn,
                hours,
                claims,
                experience.enrolments(),
                wishing.drawn(profile, claims),
                wishing.optsOut());
    }

    private Optional<String> commonest(String unit) {
        return staffing.stream()
                .filter(row -> row.text("unit").equals(unit))
                .reduce((a, b) -> a.number("people") >= b.number("people") ? a : b)
                .map(row -> row.text("role"));
    }

    private List<Learning> items(List<String> titles) {
        return titles.stream()
                .map(title -> catalogue.learning().stream()
                        .filter(item -> item.title().equals(title))
                        .findAny()
                        .orElseThrow(() -> new IllegalStateException("no learning item " + title)))
                .toList();
    }

    private static String email(Row persona) {
        return new Names.Name(persona.text("given name"), persona.text("family name"), "").email();
    }
}
