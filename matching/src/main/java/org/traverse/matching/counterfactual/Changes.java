package org.traverse.matching.counterfactual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.counterfactual.Change.BeginsOn;
import org.traverse.matching.counterfactual.Change.EndsOn;
import org.traverse.matching.counterfactual.Change.MoreHours;
import org.traverse.matching.counterfactual.Change.OfPerson;
import org.traverse.matching.counterfactual.Change.OneLevelMore;
import org.traverse.matching.counterfactual.Change.WorkBeginsOn;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.staffing.Pairing;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;

/** The single changes that make a difference to a person, those first that are likely to be enough. */
final class Changes {

    private static final int HOURS_STEP = 4;
    private static final int MOST_HOURS = 168;
    private static final int MOST_LEVEL = 5;

    private static final int MOST_DAYS_LATER = 28;

    private final StaffingProblem problem;
    private final Map<UUID, Integer> lowestWorth = new HashMap<>();
    private final Set<UUID> withEmptySeats = new HashSet<>();

    /** @param works those that it lets the person take, or take better; @param promise what it may be worth to the plan */
    record Promising(Change change, Set<UUID> works, int promise) {
        boolean isLikely() {
            return promise >= 0;
        }
    }

    Changes(StaffingProblem problem, StaffingPlan control) {
        this.problem = problem;
        var people = problem.peopleById();
        var works = problem.worksById();
        control.proposals().forEach(proposal -> {
            var work = proposal.seat().work();
            var worth = problem.worth(people.get(proposal.person()), works.get(work), proposal.fit());
            lowestWorth.merge(work, worth, Math::min);
        });
        control.empty().forEach(empty -> withEmptySeats.add(empty.seat().work()));
    }

    List<Promising> of(Person person) {
        var works = problem.works().stream()
                .filter(work -> withEmptySeats.contains(work.id()) || lowestWorth.containsKey(work.id()))
                .filter(work -> !problem.taken().contains(new Pairing(person.id(), work.id())))
                .toList();
        var changes = new LinkedHashSet<Change>();
        var now = new ArrayList<Fit>();
        for (var work : works) {
            var fit = problem.fit(person, work);
            now.add(fit);
            addChanges(changes, person, work, fit);
        }
        return changes.stream()
                .map(change -> promising(change, person, works, now))
                .filter(each -> !each.works().isEmpty())
                .sorted(Comparator.comparing((Promising each) -> -each.promise()))
                .toList();
    }

    private void addChanges(Set<Change> changes, Person person, Work work, Fit fit) {
        for (var asked : fit.requirements()) {
            if (!asked.met() && asked.have() < MOST_LEVEL) {
                changes.add(new OneLevelMore(asked.skill(), asked.have() + 1));
            }
        }
        if (person.hoursPerWeek() + HOURS_STEP <= MOST_HOURS) {
            changes.add(new MoreHours(HOURS_STEP));
        }
        var hours = work.remaining(problem.today());
        for (var busy : person.commitments()) {
            addChanges(changes, busy, hours);
            addLaterBeginning(changes, busy, work);
        }
    }

    /** Work is put off for somebody's sake by some weeks, not by months. */
    private void addLaterBeginning(Set<Change> changes, Commitment busy, Work work) {
        var hours = work.remaining(problem.today());
        var monday = mondayAfter(busy.to());
        if (monday.isAfter(hours.from())
                && !monday.isAfter(hours.from().plusDays(MOST_DAYS_LATER))
                && !monday.isAfter(work.to())) {
            changes.add(new WorkBeginsOn(work, monday));
        }
    }

    private static LocalDate mondayAfter(LocalDate day) {
        return day.plusDays(8 - day.getDayOfWeek().getValue());
    }

    private static void addChanges(Set<Change> changes, Commitment busy, Commitment hours) {
        if (busy.to().isBefore(hours.from()) || busy.from().isAfter(hours.to())) {
            return;
        }
        // A week that is only touched counts in full, so the Monday and the Sunday beside it are the dates that matter.
        var sunday = hours.from().minusDays(hours.from().getDayOfWeek().getValue());
        if (!busy.from().isAfter(sunday)) {
            changes.add(new EndsOn(busy, sunday));
        }
        var monday = mondayAfter(hours.to());
        if (!busy.to().isBefore(monday)) {
            changes.add(new BeginsOn(busy, monday));
        }
    }

    private Promising promising(Change change, Person person, List<Work> works, List<Fit> now) {
        var changed = change instanceof OfPerson one ? one.to(person) : person;
        var better = new HashSet<UUID>();
        var promise = Integer.MIN_VALUE;
        for (var index = 0; index < works.size(); index++) {
            var work = works.get(index);
            if (change instanceof WorkBeginsOn later) {
                if (!later.work().equals(work)) {
                    continue;
                }
                work = work.beginningOn(later.from());
            }
            var then = problem.fit(changed, work);
            var before = now.get(index);
            if (then.eligible() && (!before.eligible() || then.score() > before.score())) {
                better.add(work.id());
                promise = Math.max(promise, promiseOf(work.id(), problem.worth(changed, work, then)));
            }
        }
        return new Promising(change, better, promise);
    }

    /** A seat that is filled besides is worth more than any that is filled better. */
    private int promiseOf(UUID work, int worth) {
        return withEmptySeats.contains(work) ? problem.highestWorth() + worth : worth - lowestWorth.get(work);
    }
}
