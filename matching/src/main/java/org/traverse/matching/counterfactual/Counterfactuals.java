package org.traverse.matching.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.traverse.matching.counterfactual.Changes.Promising;
import org.traverse.matching.counterfactual.Counterfactual.IfOnly;
import org.traverse.matching.counterfactual.Counterfactual.NoneAlone;
import org.traverse.matching.counterfactual.Counterfactual.Proposed;
import org.traverse.matching.facts.Person;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;
import org.traverse.matching.staffing.StaffingReplay;

/**
 * Answers for one batch: a change is the reason only if the person is proposed for work it matters to when the batch is
 * staffed again with it, by the same seed and as many steps, while without it they are not.
 */
public final class Counterfactuals {

    private static final int MOST_TRIED = 16;

    /** Of those that promise nothing: of two hundred in an invented company, none was enough. */
    private static final int FEWEST_TRIED = 2;

    private final StaffingProblem problem;
    private final List<StaffingProblem> stages;
    private final List<Long> steps;
    private final Map<UUID, Person> people = new HashMap<>();
    private final Trials trials = new Trials();
    private StaffingPlan control;
    private StaffingReplay solving;
    private boolean stopped;

    /**
     * Of a plan to be explained.
     *
     * @param stages the facts it was given, at the beginning and after each change of them
     * @param steps that each stage took; a change is one of the facts of the last
     */
    public Counterfactuals(List<StaffingProblem> stages, List<Long> steps) {
        this.stages = List.copyOf(stages);
        this.steps = List.copyOf(steps);
        problem = stages.get(stages.size() - 1);
        problem.people().forEach(person -> people.put(person.id(), person));
    }

    /** What is proposed when nothing is changed, found when it is asked for first. */
    public StaffingPlan control() {
        if (control == null) {
            control = solve(stages);
        }
        return control;
    }

    /**
     * Staffs the batch again up to sixteen times, two at a time.
     *
     * @throws IllegalArgumentException when the batch has no such person
     * @throws CancellationException when it was stopped
     */
    public Counterfactual of(UUID person) {
        var somebody = people.get(person);
        if (somebody == null) {
            throw new IllegalArgumentException("person " + person + " is not in the batch");
        }
        var proposals = proposals(control().proposals(), person);
        if (!proposals.isEmpty()) {
            return new Proposed(proposals);
        }
        var possible = new Changes(problem, control()).of(somebody);
        var likeliest =
                possible.stream().filter(Promising::isLikely).limit(MOST_TRIED).count();
        var tried = possible.subList(0, (int) Math.min(possible.size(), Math.max(likeliest, FEWEST_TRIED)));
        return trials.first(
                        tried,
                        each -> new StaffingReplay(with(each.change(), somebody), steps),
                        (each, then) -> isBecauseOf(each, proposals(then, person)))
                .map(found -> (Counterfactual) new IfOnly(
                        tried.get(found.number()).change(),
                        proposals(found.proposals(), person),
                        possible.size(),
                        found.number() + 1))
                .orElseGet(() -> new NoneAlone(possible.size(), tried.size()));
    }

    /** From any thread, and for good. */
    public synchronized void stop() {
        stopped = true;
        trials.stop();
        if (solving != null) {
            solving.stop();
        }
    }

    /** Whoever is proposed for work that the change does not matter to is so by chance. */
    private static boolean isBecauseOf(Promising change, List<Proposal> then) {
        return then.stream()
                .anyMatch(proposal -> change.works().contains(proposal.seat().work()));
    }

    private List<StaffingProblem> with(Change change, Person somebody) {
        var all = new ArrayList<>(stages);
        all.set(all.size() - 1, change.in(problem, somebody));
        return all;
    }

    private StaffingPlan solve(List<StaffingProblem> all) {
        var run = new StaffingReplay(all, steps);
        synchronized (this) {
            solving = run;
            if (stopped) {
                run.stop();
            }
        }
        var plan = run.solve();
        if (plan.stopped()) {
            throw new CancellationException("stopped before there was an answer");
        }
        return plan;
    }

    private static List<Proposal> proposals(List<Proposal> all, UUID person) {
        return all.stream().filter(proposal -> proposal.person().equals(person)).toList();
    }
}
