package org.traverse.matching.counterfactual;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Block;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.Bonds;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;

/** What kept somebody out of a plan, said without a word about anybody else. */
public sealed interface WhyNot {
    String because();

    record NothingToFill() implements WhyNot {
        @Override
        public String because() {
            return "There was no seat to fill.";
        }
    }

    /**
     * A rule keeps them from every seat; the nearest work is that with the fewest such rules, then the best score. Only where
     * one rule is all is it said, and never that they opted out: so this is not told from several rules.
     */
    record NotEligible(UUID nearest, List<Block> blocks) implements WhyNot {
        public NotEligible {
            blocks = List.copyOf(blocks);
        }

        @Override
        public String because() {
            return blocks.size() > 1 || blocks.get(0) instanceof Block.OptedOut
                    ? "There is no seat they may take."
                    : "There is no seat they may take. The nearest: "
                            + blocks.get(0).because();
        }
    }

    /** They applied for, or were considered for, or posted all they may take. */
    record ConsideredBefore(int works) implements WhyNot {
        @Override
        public String because() {
            return works == 1
                    ? "They are not to be proposed for the only work they may take: they applied, were considered, or it is"
                            + " their own."
                    : "They are not to be proposed for any of the " + works + " works they may take: they applied, were"
                            + " considered, or it is their own.";
        }
    }

    record OthersInTheirPlace(int works) implements WhyNot {
        @Override
        public String because() {
            return works == 1
                    ? "The plan is better with others on the only work they may take."
                    : "The plan is better with others on all " + works + " works they may take.";
        }
    }

    /** The plan has no seat for the other, or none in the same place: the two are placed both or neither. */
    record NoSeatsForBoth() implements WhyNot {
        @Override
        public String because() {
            return "They move together with somebody, and the plan has no seats that suit both.";
        }
    }

    /** A seat they may take is still empty: the run ended too early. */
    record NotTriedYet(int works) implements WhyNot {
        @Override
        public String because() {
            return "The run ended before every seat they may take was tried: "
                    + (works == 1 ? "1 work has" : works + " works have") + " one that is empty.";
        }
    }

    /** @param plan one that does not propose this person */
    static WhyNot of(StaffingProblem problem, StaffingPlan plan, Person person) {
        var filled = plan.proposals().stream().map(proposal -> proposal.seat().work());
        var empty = plan.empty().stream().map(seat -> seat.seat().work()).toList();
        var toFill = Stream.concat(filled, empty.stream()).collect(Collectors.toSet());
        var works = problem.works().stream()
                .filter(work -> toFill.contains(work.id()))
                .toList();
        if (works.isEmpty()) {
            return new NothingToFill();
        }
        var eligible = works.stream()
                .filter(work -> problem.fit(person, work).eligible())
                .map(Work::id)
                .toList();
        if (eligible.isEmpty()) {
            return nearest(problem, works, person);
        }
        var open = eligible.stream()
                .filter(work -> !problem.taken().contains(new Pairing(person.id(), work)))
                .toList();
        if (open.isEmpty()) {
            return new ConsideredBefore(eligible.size());
        }
        var bonds = Bonds.of(
                problem, plan.proposals().stream().collect(Collectors.toMap(Proposal::seat, Proposal::person)));
        if (bonds.waits(person.id())) {
            return new NoSeatsForBoth();
        }
        var untried = open.stream().filter(empty::contains).toList();
        var unbound = (int) problem.works().stream()
                .filter(work -> untried.contains(work.id()) && bonds.allow(person.id(), work))
                .count();
        return unbound > 0
                ? new NotTriedYet(unbound)
                : untried.isEmpty() ? new OthersInTheirPlace(open.size()) : new NoSeatsForBoth();
    }

    private static NotEligible nearest(StaffingProblem problem, List<Work> works, Person person) {
        Work nearest = null;
        Fit best = null;
        for (var work : works) {
            var fit = problem.fit(person, work);
            if (best == null || isNearer(fit, best)) {
                nearest = work;
                best = fit;
            }
        }
        return new NotEligible(nearest.id(), best.blocks());
    }

    private static boolean isNearer(Fit one, Fit other) {
        var fewer = Integer.compare(other.blocks().size(), one.blocks().size());
        return fewer > 0 || fewer == 0 && one.score() > other.score();
    }
}
