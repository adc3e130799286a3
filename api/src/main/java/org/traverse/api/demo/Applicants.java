package org.traverse.api.demo;

import static java.util.stream.Collectors.toSet;
import static org.traverse.api.demo.Company.ApplicationState.APPLIED;
import static org.traverse.application.RejectionCode.HOURS_DO_NOT_FIT;
import static org.traverse.application.RejectionCode.REQUIRED_SKILL_MISSING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.traverse.api.demo.Company.Application;
import org.traverse.api.demo.Company.ApplicationState;
import org.traverse.api.demo.Company.Gig;
import org.traverse.api.demo.Company.Person;
import org.traverse.api.demo.Table.Row;
import org.traverse.application.RejectionCode;

/** Finds for every application of the table somebody it could be true of, then fills up with those who just applied. */
class Applicants {
    private final List<Person> people;
    private final Set<String> leads;
    private final List<Application> applications = new ArrayList<>();
    private final Map<String, Integer> hoursTaken = new HashMap<>();

    Applicants(List<Person> people, List<Gig> gigs) {
        this.people = people;
        leads = people.stream().flatMap(person -> person.manager().stream()).collect(toSet());
        var written = Table.read("applications").rows();
        for (var gig : gigs) {
            written.stream().filter(row -> row.text("gig").equals(gig.title())).forEach(row -> write(gig, row));
        }
        for (var row : Table.read("gigs").rows()) {
            gigs.stream()
                    .filter(gig -> gig.title().equals(row.text("title")))
                    .forEach(gig -> fillUp(gig, row.number("applicants")));
        }
    }

    List<Application> applications() {
        return List.copyOf(applications);
    }

    private void write(Gig gig, Row row) {
        var state = row.one(ApplicationState.class, "state");
        var code = row.optional("code").map(written -> row.one(RejectionCode.class, "code"));
        var person = row.optional("person").orElseGet(() -> choose(gig, fitting(gig, code), row.where()));
        add(new Application(gig.title(), person, state, code, row.text("words")), gig);
    }

    private void fillUp(Gig gig, int applicants) {
        var draw = Draw.of("applicants " + gig.title());
        while (applications.stream().filter(a -> a.gig().equals(gig.title())).count() < applicants) {
            var fitting = draw.chance(80) ? canTake(gig) : almost(gig);
            if (candidates(gig, fitting).isEmpty()) {
                fitting = canTake(gig).or(almost(gig));
            }
            var person = choose(gig, fitting, gig.title());
            add(new Application(gig.title(), person, APPLIED, Optional.empty(), ""), gig);
        }
    }

    private void add(Application application, Gig gig) {
        applications.add(application);
        if (application.state().takesSeat()) {
            hoursTaken.merge(application.person(), gig.hours(), Integer::sum);
        }
    }

    private Predicate<Person> fitting(Gig gig, Optional<RejectionCode> code) {
        return code.filter(REQUIRED_SKILL_MISSING::equals)
                .map(missing -> almost(gig))
                .or(() -> code.filter(HOURS_DO_NOT_FIT::equals).map(hours -> tooBusy(gig)))
                .orElseGet(() -> canTake(gig));
    }

    private Predicate<Person> canTake(Gig gig) {
        return person -> gig.canTake(person) && person.hours() >= gig.hours() + taken(person);
    }

    private static Predicate<Person> tooBusy(Gig gig) {
        return person -> gig.qualifies(person) && person.hours() < gig.hours();
    }

    /** Has something of each must, and enough of none or not of all. */
    private static Predicate<Person> almost(Gig gig) {
        return person -> !gig.qualifies(person)
                && gig.requirements().stream()
                        .filter(Company.Requirement::must)
                        .anyMatch(requirement -> person.level(requirement.skill()) > 0);
    }

    /** Whoever is asked least, and colleagues from elsewhere before the team's own: that is what a marketplace is for. */
    private String choose(Gig gig, Predicate<Person> fitting, String where) {
        return candidates(gig, fitting).stream()
                .min(Comparator.comparing(
                        person -> busy(person) + (person.unit().equals(gig.unit()) ? 1 : 0)))
                .orElseThrow(() -> new IllegalStateException(where + ": nobody fits"))
                .key();
    }

    /** Personas apply only where the table says so, leads have no time to. */
    private List<Person> candidates(Gig gig, Predicate<Person> fitting) {
        var candidates = people.stream()
                .filter(person -> person.user().isEmpty() && !leads.contains(person.key()))
                .filter(person -> applications.stream()
                        .noneMatch(
                                a -> a.gig().equals(gig.title()) && a.person().equals(person.key())))
                .filter(fitting)
                .toList();
        return Draw.of("candidates " + gig.title()).shuffled(candidates);
    }

    private long busy(Person person) {
        return applications.stream()
                .filter(a -> a.person().equals(person.key()))
                .count();
    }

    private int taken(Person person) {
        return hoursTaken.getOrDefault(person.key(), 0);
    }
}
