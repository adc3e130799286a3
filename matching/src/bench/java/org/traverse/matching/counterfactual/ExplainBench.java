package org.traverse.matching.counterfactual;

import static org.traverse.matching.recommendation.Inventor.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.traverse.matching.Options;
import org.traverse.matching.counterfactual.Counterfactual.IfOnly;
import org.traverse.matching.counterfactual.Counterfactual.NoneAlone;
import org.traverse.matching.recommendation.Inventor;
import org.traverse.matching.staffing.Proposal;
import org.traverse.matching.staffing.SeatToFill;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingLimits;
import org.traverse.matching.staffing.StaffingProblem;

/**
 * What would have put people without a proposal into the plan, and how long the answer takes. Each is confirmed by itself:
 * with the change the person is in the plan, without it not.
 */
public final class ExplainBench {

    private static final int SEATS_OF_ONE = 3;
    private static final int SKILLS = 100;

    private ExplainBench() {}

    public static void run(Options options) {
        var problem = problem(options.number("people", 1_000), options.number("seats", 300), options.number("seed", 7));
        var steps = options.number("steps", 60);
        var wanted = options.number("counterfactuals", 200);
        var counterfactuals = new Counterfactuals(List.of(problem), List.of((long) steps));
        var filled = counterfactuals.control().proposals().size();
        var without = proposed(problem, steps); // found again by a run, not by a replay
        var millis = new ArrayList<Double>();
        var confirmed = 0;
        var found = 0;
        var none = 0;
        for (var person : problem.people()) {
            if (found == wanted) {
                break;
            }
            var began = System.nanoTime();
            var answer = counterfactuals.of(person.id());
            var took = (System.nanoTime() - began) / 1e6;
            if (answer instanceof IfOnly only) {
                found++;
                millis.add(took);
                var with = proposed(only.change().in(problem, person), steps);
                confirmed += with.contains(person.id()) && !without.contains(person.id()) ? 1 : 0;
            } else if (answer instanceof NoneAlone) {
                none++;
                millis.add(took);
            }
        }
        millis.sort(null);
        System.out.println(String.format(
                Locale.ROOT,
                "explain counterfactuals=%d confirmed=%d p50_ms=%.0f p95_ms=%.0f none_alone=%d people=%d seats=%d filled=%d"
                        + " steps=%d",
                found,
                confirmed,
                at(millis, 0.5),
                at(millis, 0.95),
                none,
                problem.people().size(),
                problem.seats().size(),
                filled,
                steps));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
    }

    private static Set<UUID> proposed(StaffingProblem problem, int steps) {
        return new Staffing(StaffingLimits.ofSteps(steps))
                .start(problem, progress -> {}).solve().proposals().stream()
                        .map(Proposal::person)
                        .collect(Collectors.toSet());
    }

    private static StaffingProblem problem(int people, int seats, int seed) {
        var inventor = new Inventor(seed, SKILLS);
        var somebody = inventor.people(people);
        var works = inventor.openings((seats + SEATS_OF_ONE - 1) / SEATS_OF_ONE);
        var toFill = IntStream.range(0, seats)
                .mapToObj(seat -> new SeatToFill(works.get(seat / SEATS_OF_ONE).id(), 1 + seat % SEATS_OF_ONE))
                .toList();
        return new StaffingProblem(somebody, works, toFill, Set.of(), TODAY);
    }
}
