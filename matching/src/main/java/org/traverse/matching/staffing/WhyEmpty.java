package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Block;

/** Finds out what keeps a seat empty, from the facts and the finished plan rather than from what the solver tried. */
final class WhyEmpty {

    private final StaffingProblem problem;
    private final BooleanSupplier ended;
    private final Skilled skilled;
    private final Bonds bonds;
    private final Map<UUID, List<Work>> worksOf = new HashMap<>();
    private final Map<UUID, EmptySeat.Reason> known = new HashMap<>();

    /**
     * @param taken whom each seat went to that is not empty
     * @param ended whether no further reason is to be looked into
     */
    WhyEmpty(StaffingProblem problem, Map<SeatToFill, UUID> taken, BooleanSupplier ended) {
        this.problem = problem;
        this.ended = ended;
        skilled = new Skilled(problem.people());
        bonds = Bonds.of(problem, taken);
        var works = problem.worksById();
        taken.forEach((seat, person) ->
                worksOf.computeIfAbsent(person, none -> new ArrayList<>()).add(works.get(seat.work())));
    }

    EmptySeat.Reason stays(Work work) {
        return known.computeIfAbsent(work.id(), id -> reason(work));
    }

    private EmptySeat.Reason reason(Work work) {
        if (work.isOver(problem.today())) {
            return new EmptySeat.AlreadyOver(work.to());
        }
        if (work.requirements().isEmpty()) {
            return new EmptySeat.NoRequirementsKnown();
        }
        if (problem.people().isEmpty()) {
            return new EmptySeat.NobodyInScope();
        }
        if (ended.getAsBoolean()) {
            return new EmptySeat.NotLookedInto();
        }
        var enough = skilled.enoughFor(work);
        if (enough.isEmpty()) {
            return mostMissed(work);
        }
        var withoutHours = 0;
        var eligible = new ArrayList<Person>();
        for (var person : enough) {
            var fit = problem.fit(person, work);
            withoutHours += fit.blocks().stream().anyMatch(Block.TooFewHours.class::isInstance) ? 1 : 0;
            if (fit.eligible()) {
                eligible.add(person);
            }
        }
        if (eligible.isEmpty()) {
            return withoutHours > 0
                    ? new EmptySeat.NobodyHasHours(work.hoursPerWeek(), withoutHours)
                    : new EmptySeat.NobodyMayByTheRules(enough.size());
        }
        return whereTheyAre(work, eligible);
    }

    private EmptySeat.Reason mostMissed(Work work) {
        var most = work.requirements().stream()
                .filter(Requirement::must)
                .reduce((one, next) -> skilled.lacking(next) > skilled.lacking(one) ? next : one)
                .orElseThrow(); // where nothing is a must, nobody lacks one
        return new EmptySeat.NobodyMeets(most.skill(), most.level(), skilled.lacking(most));
    }

    private EmptySeat.Reason whereTheyAre(Work work, List<Person> eligible) {
        var askable = eligible.stream()
                .filter(person -> !problem.taken().contains(new Pairing(person.id(), work.id())))
                .toList();
        if (askable.isEmpty()) {
            return new EmptySeat.AllTakenBefore(eligible.size());
        }
        var free =
                askable.stream().filter(person -> couldStillTake(work, person)).toList();
        var unbound = (int)
                free.stream().filter(person -> bonds.allow(person.id(), work)).count();
        return unbound > 0
                ? new EmptySeat.NotTriedYet(unbound)
                : free.isEmpty()
                        ? new EmptySeat.AllProposedElsewhere(askable.size())
                        : new EmptySeat.OnlyTogether(free.size());
    }

    private boolean couldStillTake(Work work, Person person) {
        var theirs = worksOf.getOrDefault(person.id(), List.of());
        if (theirs.contains(work)) {
            return false;
        }
        var all = new ArrayList<Commitment>();
        theirs.forEach(each -> all.add(each.remaining(problem.today())));
        all.add(work.remaining(problem.today()));
        return person.hoursOver(all) == 0;
    }
}
