package org.traverse.matching.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.traverse.matching.counterfactual.Changes.Promising;
import org.traverse.matching.counterfactual.Counterfactual.IfOnly;
import org.traverse.matching.counterfactual.Counterfactual.NoneAlone;
import org.traverse.matching.counterfactual.Counterfactual.Proposed;
import org.traverse.matching.facts.Person;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingLimits;
import org.traverse.matching.staffing.StaffingPlan;
import org.traverse.matching.staffing.StaffingProblem;

/**
 * Answers for one batch: a change is the reason only if the person is proposed for work it matters to when the batch is
 * staffed again with it, by the same seed and as many steps, while without it they are not.
 */
public final class Counterfactuals {

    private static final int MOST_TRIED = 8;

    private final StaffingProblem problem;
    private final Staffing staffing;
    private final StaffingPlan control;
    private final Changes changes;
    private final Map<UUID, Person> people = new HashMap<>();

    private Counterfactuals(StaffingProblem problem, Staffing staffing) {
        this.problem = problem;
        this.staffing = staffing;
        control = solve(problem);
        changes = new Changes(problem, control);
        problem.people().forEach(person -> people.put(person.id(), person));
    }

    /**
     * Staffs the batch once, without any change.
     *
     * @param steps as many as the plan to be explained took, at least 1
     */
    public static Counterfactuals of(StaffingProblem problem, long steps) {
        return new Counterfactuals(problem, new Staffing(StaffingLimits.ofSteps(steps)));
    }

    /** What is proposed when nothing is changed. */
    public StaffingPlan control() {
        return control;
    }

    /**
     * @param stopped asked between two attempts
     * @throws IllegalArgumentException when the batch has no such person
     */
    public Counterfactual of(UUID person, BooleanSupplier stopped) {
        var somebody = people.get(person);
        if (somebody == null) {
            throw new IllegalArgumentException("person " + person + " is not in the batch");
        }
        var proposals = proposals(control, person);
        if (!proposals.isEmpty()) {
            return new Proposed(proposals);
        }
        var possible = changes.of(somebody);
        var tried = 0;
        for (var each : possible) {
            if (tried == MOST_TRIED || stopped.getAsBoolean()) {
                break;
            }
            tried++;
            var then = proposals(solve(with(each.change().to(somebody))), person);
            if (isBecauseOf(each, then)) {
                return new IfOnly(each.change(), then);
            }
        }
        return new NoneAlone(possible.size(), tried);
    }

    /** Whoever is proposed for work that the change does not matter to is so by chance. */
    private static boolean isBecauseOf(Promising change, List<Proposal> then) {
        return then.stream()
                .anyMatch(proposal -> change.works().contains(proposal.seat().work()));
    }

    private StaffingPlan solve(StaffingProblem batch) {
        return staffing.start(batch, progress -> {}).solve();
    }

    private StaffingProblem with(Person changed) {
        var all = new ArrayList<>(problem.people());
        all.replaceAll(person -> person.id().equals(changed.id()) ? changed : person);
        return new StaffingProblem(
                all, problem.works(), problem.seats(), problem.taken(), problem.today(), problem.spread());
    }

    private static List<Proposal> proposals(StaffingPlan plan, UUID person) {
        return plan.proposals().stream()
                .filter(proposal -> proposal.person().equals(person))
                .toList();
    }
}
