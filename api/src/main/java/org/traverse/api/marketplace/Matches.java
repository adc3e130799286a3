package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.Terms;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Raise;
import org.traverse.matching.recommendation.Recommended;
import org.traverse.readmodel.Folded;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.opportunitysearch.OpportunitySearch;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.skill.Requirement;

/**
 * Who fits what, and why: every score, reason and block is matching's one definition of fit. Lists are those that scoring
 * everybody would give, but that whoever opted out of matching is in nobody's. Elasticsearch proposes what to score only
 * where words are looked for, and where there are more people than are kept in memory.
 */
@Component
public class Matches {
    /** Beyond it a list would be too long to read. */
    private static final int LISTED = 500;

    /** Work somebody could do, and how well it suits them. */
    public record Opportunity(GigBoard.Gig gig, Fit fit) {}

    /** Somebody who could do the work, and how well it suits them. */
    public record Candidate(EmployeeId employee, Fit fit) {}

    private final MatchFacts facts;
    private final Directory directory;
    private final ApplicationBoard applications;
    private final OpportunitySearch opportunities;
    private final PeopleSearch people;
    private final GigBoard gigs;
    private final MatchIndex index;
    private final Policy policy;
    private final Clock clock;

    Matches(
            MatchFacts facts,
            Directory directory,
            ApplicationBoard applications,
            OpportunitySearch opportunities,
            PeopleSearch people,
            GigBoard gigs,
            MatchIndex index,
            Policy policy,
            Clock clock) {
        this.facts = facts;
        this.directory = directory;
        this.applications = applications;
        this.opportunities = opportunities;
        this.people = people;
        this.gigs = gigs;
        this.index = index;
        this.policy = policy;
        this.clock = clock;
    }

    /** The open work for this person: what they may do first, best first. Their own postings are left out. */
    public List<Opportunity> opportunitiesFor(EmployeeId employee, String words) {
        Optional<Person> person = applying(employee);
        if (person.isEmpty()) {
            return List.of();
        }
        Predicate<MatchFacts.Gig> notOwn = gig -> !gig.owner().equals(employee.value());
        Optional<Everybody> unlessWords = Folded.of(words).isEmpty() ? index.everybody() : Optional.empty();
        List<Recommended> best = unlessWords
                .map(everybody -> everybody.workFor(person.get(), LISTED, notOwn))
                .orElseGet(() -> found(words, person.get(), notOwn));
        LocalDate today = today();
        Map<UUID, GigBoard.Gig> boards = gigs
                .find(best.stream().map(Recommended::id).toList())
                .stream()
                .filter(gig -> gig.isOpen(today))
                .collect(Collectors.toMap(GigBoard.Gig::id, Function.identity()));
        return best.stream()
                .filter(each -> boards.containsKey(each.id()))
                .map(each -> new Opportunity(boards.get(each.id()), each.fit()))
                .toList();
    }

    private List<Recommended> found(String words, Person person, Predicate<MatchFacts.Gig> wanted) {
        Map<UUID, Integer> levels = person.skills().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().level()));
        LocalDate today = today();
        return facts.gigs(opportunities.candidates(words, levels, LISTED).ids()).stream()
                .filter(wanted)
                .map(gig -> new Recommended(gig.id(), Fit.of(person, Facts.work(gig), policy, today)))
                .sorted(Fit.bestFirst(Recommended::fit, Recommended::id))
                .toList();
    }

    /** One person and one gig, open or not. */
    public Optional<Fit> fit(EmployeeId employee, UUID gig) {
        return applying(employee)
                .flatMap(person -> facts.gig(gig).map(work -> Fit.of(person, Facts.work(work), policy, today())));
    }

    /** What would raise this person's fit, each found by computing it again. */
    public List<Raise> raises(EmployeeId employee, UUID gig) {
        return applying(employee)
                .flatMap(person -> facts.gig(gig).map(work -> Raise.best(person, Facts.work(work), policy, today())))
                .orElse(List.of());
    }

    /**
     * The people who may do this gig, best first, but for its owner and whoever has applied: an applicant who is missed here
     * would be known to have opted out. So would whoever is missed among everybody: work without a must has no candidates.
     */
    public List<Candidate> candidatesFor(UUID gig) {
        return facts.gig(gig)
                .filter(row -> hasMust(row.requirements()))
                .map(this::candidatesFor)
                .orElse(List.of());
    }

    private List<Candidate> candidatesFor(MatchFacts.Gig row) {
        Work work = Facts.work(row);
        Set<UUID> others = applications.forGig(row.id()).stream()
                .map(ApplicationBoard.Application::employee)
                .collect(Collectors.toSet());
        others.add(row.owner());
        Predicate<UUID> wanted = id -> !others.contains(id);
        return index.everybody()
                .map(everybody -> everybody.peopleFor(work, LISTED, wanted).stream()
                        .map(each -> new Candidate(new EmployeeId(each.id()), each.fit())))
                .orElseGet(() ->
                        rank(found(row.requirements()).filter(person -> wanted.test(person.id())), work).stream())
                .filter(candidate -> candidate.fit().eligible())
                .toList();
    }

    /** How these people, who applied, suit this gig: who may do it first, best first. */
    public List<Candidate> rank(List<UUID> applicants, UUID gig) {
        return facts.gig(gig)
                .map(row -> {
                    Groups groups = groups();
                    var people = facts.people(applicants).stream().map(person -> Facts.applying(person, groups));
                    return rank(people, Facts.work(row));
                })
                .orElse(List.of());
    }

    /** How many people meet all rules of work that is not posted yet; not told of work without a must. */
    public OptionalLong reach(
            List<Requirement> requirements, int hoursPerWeek, LocalDate from, LocalDate to, Terms terms) {
        if (!hasMust(requirements)) {
            return OptionalLong.empty();
        }
        var work = new Work(
                new UUID(0, 0),
                hoursPerWeek,
                from,
                to,
                Facts.requirements(requirements),
                Facts.terms(terms, Optional.empty()));
        return OptionalLong.of(index.everybody()
                .map(everybody -> everybody.eligible(work))
                .orElseGet(() -> rank(found(requirements), work).stream()
                        .filter(candidate -> candidate.fit().eligible())
                        .count()));
    }

    private Stream<Person> found(List<Requirement> requirements) {
        return Facts.proposable(
                facts.people(people.candidates(requirements, LISTED).ids()), groups())
                .stream();
    }

    private static boolean hasMust(List<Requirement> requirements) {
        return requirements.stream().anyMatch(Requirement::must);
    }

    private Optional<Person> applying(EmployeeId employee) {
        return facts.person(employee.value()).map(person -> Facts.applying(person, groups()));
    }

    private Groups groups() {
        return Groups.of(directory.orgUnits());
    }

    private List<Candidate> rank(Stream<Person> people, Work work) {
        LocalDate today = today();
        return people.map(person -> new Candidate(new EmployeeId(person.id()), Fit.of(person, work, policy, today)))
                .sorted(Fit.bestFirst(
                        Candidate::fit, candidate -> candidate.employee().value()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
