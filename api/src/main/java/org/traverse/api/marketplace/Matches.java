package org.traverse.api.marketplace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Raise;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.opportunitysearch.OpportunitySearch;
import org.traverse.readmodel.peoplesearch.PeopleSearch;
import org.traverse.skill.Requirement;

/**
 * Who fits what, and why. Elasticsearch proposes whom to look at; every score, reason and block is matching's one
 * definition of fit.
 */
@Component
public class Matches {
    /** How many are retrieved to be scored; beyond it a list would be too long to read. */
    private static final int RETRIEVED = 500;

    /** Work somebody could do, and how well it suits them. */
    public record Opportunity(GigBoard.Gig gig, Fit fit) {}

    /** Somebody who could do the work, and how well it suits them. */
    public record Candidate(EmployeeId employee, Fit fit) {}

    private final MatchFacts facts;
    private final OpportunitySearch opportunities;
    private final PeopleSearch people;
    private final GigBoard gigs;
    private final Policy policy;
    private final Clock clock;

    Matches(
            MatchFacts facts,
            OpportunitySearch opportunities,
            PeopleSearch people,
            GigBoard gigs,
            Policy policy,
            Clock clock) {
        this.facts = facts;
        this.opportunities = opportunities;
        this.people = people;
        this.gigs = gigs;
        this.policy = policy;
        this.clock = clock;
    }

    /** The open work for this person: what they may do first, best first. Their own postings are left out. */
    public List<Opportunity> opportunitiesFor(EmployeeId employee, String words) {
        Optional<Person> person = facts.person(employee.value()).map(Facts::person);
        if (person.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> levels = person.get().skills().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().level()));
        List<UUID> found = opportunities.candidates(words, levels, RETRIEVED).ids();
        Map<UUID, GigBoard.Gig> boards =
                gigs.find(found).stream().collect(Collectors.toMap(GigBoard.Gig::id, Function.identity()));
        LocalDate today = today();
        return facts.gigs(found).stream()
                .filter(gig -> boards.containsKey(gig.id()))
                .filter(gig -> boards.get(gig.id()).isOpen(today))
                .filter(gig -> !gig.owner().equals(employee.value()))
                .map(gig -> new Opportunity(boards.get(gig.id()), Fit.of(person.get(), Facts.work(gig), policy, today)))
                .sorted(Fit.bestFirst(
                        Opportunity::fit, opportunity -> opportunity.gig().id()))
                .toList();
    }

    /** One person and one gig, open or not. */
    public Optional<Fit> fit(EmployeeId employee, UUID gig) {
        return facts.person(employee.value())
                .flatMap(person ->
                        facts.gig(gig).map(work -> Fit.of(Facts.person(person), Facts.work(work), policy, today())));
    }

    /** What would raise this person's fit, each found by computing it again. */
    public List<Raise> raises(EmployeeId employee, UUID gig) {
        return facts.person(employee.value())
                .flatMap(person ->
                        facts.gig(gig).map(work -> Raise.best(Facts.person(person), Facts.work(work), policy, today())))
                .orElse(List.of());
    }

    /** The people for this gig: who may do it first, best first. Its owner is left out. */
    public List<Candidate> candidatesFor(UUID gig) {
        Optional<MatchFacts.Gig> row = facts.gig(gig);
        if (row.isEmpty()) {
            return List.of();
        }
        List<UUID> found = people.candidates(row.get().requirements(), RETRIEVED).ids().stream()
                .filter(id -> !id.equals(row.get().owner()))
                .toList();
        return rank(found, Facts.work(row.get()));
    }

    /** How these people suit this gig, in the order of {@link #candidatesFor}. */
    public List<Candidate> rank(List<UUID> employees, UUID gig) {
        return facts.gig(gig).map(row -> rank(employees, Facts.work(row))).orElse(List.of());
    }

    /** How many people meet all rules of work that is not posted yet. */
    public long reach(List<Requirement> requirements, int hoursPerWeek, LocalDate from, LocalDate to) {
        var work = new Work(new UUID(0, 0), hoursPerWeek, from, to, Facts.requirements(requirements));
        List<UUID> found = people.candidates(requirements, RETRIEVED).ids();
        return rank(found, work).stream()
                .filter(candidate -> candidate.fit().eligible())
                .count();
    }

    private List<Candidate> rank(List<UUID> employees, Work work) {
        LocalDate today = today();
        return facts.people(employees).stream()
                .map(person ->
                        new Candidate(new EmployeeId(person.id()), Fit.of(Facts.person(person), work, policy, today)))
                .sorted(Fit.bestFirst(
                        Candidate::fit, candidate -> candidate.employee().value()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
