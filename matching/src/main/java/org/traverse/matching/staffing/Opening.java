package org.traverse.matching.staffing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Work;

/** Work with seats to fill: the hours it takes, and the score of everybody who is eligible. */
final class Opening {

    private final Commitment hours;
    private final Map<Candidate, Integer> scores;
    private final List<Candidate> candidates;

    Opening(Commitment hours, Map<Candidate, Integer> scores) {
        this.hours = hours;
        this.scores = Map.copyOf(scores);
        // An order of its own, so that the same facts in another order give the same plan.
        candidates = scores.keySet().stream()
                .sorted(Comparator.comparing((Candidate each) -> -scores.get(each))
                        .thenComparing(Candidate::id))
                .toList();
    }

    static Opening of(Work work, List<Candidate> candidates, StaffingProblem problem) {
        var scores = new HashMap<Candidate, Integer>();
        for (var candidate : candidates) {
            if (!problem.taken().contains(new Pairing(candidate.id(), work.id()))) {
                var fit = problem.fit(candidate.person(), work);
                if (fit.eligible()) {
                    scores.put(candidate, fit.score());
                }
            }
        }
        return new Opening(work.remaining(problem.today()), scores);
    }

    Commitment hours() {
        return hours;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    boolean isOpenTo(Candidate candidate) {
        return scores.containsKey(candidate);
    }

    int score(Candidate candidate) {
        return scores.getOrDefault(candidate, 0);
    }
}
