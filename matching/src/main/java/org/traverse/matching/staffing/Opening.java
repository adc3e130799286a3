package org.traverse.matching.staffing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.Work;

/** Work with seats to fill: the hours it takes, and the score of everybody who is eligible. */
final class Opening {

    private final Commitment hours;
    private final Optional<String> site;
    private final Map<Candidate, Integer> scores;
    private final Map<Candidate, Integer> fits;
    private final List<Candidate> candidates;

    Opening(Commitment hours, Map<Candidate, Integer> scores) {
        this(hours, Optional.empty(), scores, scores);
    }

    Opening(Commitment hours, Optional<String> site, Map<Candidate, Integer> scores, Map<Candidate, Integer> fits) {
        this.hours = hours;
        this.site = site;
        this.scores = Map.copyOf(scores);
        this.fits = Map.copyOf(fits);
        // An order of its own, so that the same facts in another order give the same plan.
        candidates = scores.keySet().stream()
                .sorted(Comparator.comparing((Candidate each) -> -scores.get(each))
                        .thenComparing(Candidate::id))
                .toList();
    }

    static Opening of(Work work, List<Candidate> candidates, Set<Pairing> held, StaffingProblem problem) {
        var scores = new HashMap<Candidate, Integer>();
        var fits = new HashMap<Candidate, Integer>();
        for (var candidate : candidates) {
            var pairing = new Pairing(candidate.id(), work.id());
            if (!problem.taken().contains(pairing)) {
                var fit = problem.fit(candidate.person(), work);
                if (fit.eligible()) {
                    var bonus = held.contains(pairing) ? problem.policy().stability() : 0;
                    fits.put(candidate, fit.score());
                    scores.put(candidate, problem.worth(candidate.person(), work, fit) + bonus);
                }
            }
        }
        return new Opening(work.remaining(problem.today()), work.terms().site(), scores, fits);
    }

    Commitment hours() {
        return hours;
    }

    /** The place where the work has to be done; empty where any will do. */
    Optional<String> site() {
        return site;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    boolean isOpenTo(Candidate candidate) {
        return scores.containsKey(candidate);
    }

    /** How well they fit, 0-100. */
    int fit(Candidate candidate) {
        return fits.getOrDefault(candidate, 0);
    }

    /** The same, and what it is worth to leave them there, and to heed what they and the work's manager ranked. */
    int score(Candidate candidate) {
        return scores.getOrDefault(candidate, 0);
    }
}
