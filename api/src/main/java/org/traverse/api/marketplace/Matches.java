package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.opportunitysearch.OpportunitySearch;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.skill.Requirement;

/**
 * Who fits what, and why: every score, reason and block is matching's one definition of fit. Lists are those that scoring
 * everybody would give, but that whoever opted out of matching is in nobody's list until they apply. Elasticsearch proposes what to score only where words are looked for, and where there are more
 * people than are kept in memory.
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
    private final OpportunitySearch opportunities;
    private final PeopleSearch people;
    private final GigBoard gigs;
    private final MatchIndex index;
    private final Policy policy;
    private final Clock clock;

    Matches(
            MatchFacts facts,
            OpportunitySearch opportunities,
            PeopleSearch people,
            GigBoard gigs,
            MatchIndex index,
            Policy policy,
            Clock clock) {
        this.facts = facts;
        this.opportunities = opportunities;
        this.people = people;
        this.gigs = gigs;
        this.index = index;
        this.policy = policy;
        this.clock = clock;
    }

    /** The open work for this person: what they may do first, best first. Their own postings are left out. */
    public List<Opportunity> opportunitiesFor(EmployeeId employee, String words) {
        Optional<Person> person = facts.person(employee.value()).map(Facts::applying);
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
        return facts.person(employee.value())
                .flatMap(person ->
                        facts.gig(gig).map(work -> Fit.of(Facts.applying(person), Facts.work(work), policy, today())));
    }

    /** What would raise this person's fit, each found by computing it again. */
    public List<Raise> raises(EmployeeId employee, UUID gig) {
        return facts.person(employee.value())
                .flatMap(person -> facts.gig(gig)
                        .map(work -> Raise.best(Facts.applying(person), Facts.work(work), policy, today())))
                .orElse(List.of());
    }

    /** The people for this gig: who may do it first, best first. Its owner is left out. */
    public List<Candidate> candidatesFor(UUID gig) {
        Optional<MatchFacts.Gig> row = facts.gig(gig);
        if (row.isEmpty()) {
            return List.of();
        }
        Work work = Facts.work(row.get());
        Predicate<UUID> notOwner = id -> !id.equals(row.get().owner());
        return index.everybody()
                .map(everybody -> everybody.peopleFor(work, LISTED, notOwner).stream()
                        .map(each -> new Candidate(new EmployeeId(each.id()), each.fit()))
                        .toList())
                .orElseGet(() ->
                        rank(found(row.get().requirements()).filter(person -> notOwner.test(person.id())), work));
    }

    /** How these people, who applied, suit this gig, in the order of {@link #candidatesFor}. */
    public List<Candidate> rank(List<UUID> applicants, UUID gig) {
        return facts.gig(gig)
                .map(row -> rank(facts.people(applicants).stream().map(Facts::applying), Facts.work(row)))
                .orElse(List.of());
    }

    /** How many people meet all rules of work that is not posted yet. */
    public long reach(List<Requirement> requirements, int hoursPerWeek, LocalDate from, LocalDate to, Terms terms) {
        var work = new Work(
                new UUID(0, 0),
                hoursPerWeek,
                from,
                to,
                Facts.requirements(requirements),
                Facts.terms(terms, Optional.empty()));
        return index.everybody()
                .map(everybody -> everybody.eligible(work))
                .orElseGet(() -> rank(found(requirements), work).stream()
                        .filter(candidate -> candidate.fit().eligible())
                        .count());
    }

    private Stream<Person> found(List<Requirement> requirements) {
        return Facts.proposable(
                facts.people(people.candidates(requirements, LISTED).ids()))
                .stream();
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
