package org.traverse.matching.staffing;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.traverse.matching.staffing.Bundles.Prices;

/** What no plan can exceed: the linear relaxation, solved by GLOP of OR-Tools. */
final class LinearBound {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final int PRICED_SEATS = 4; // of one person; further ones cost what the last of these does

    private final Organisation organisation;
    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final List<Taking> takings = new ArrayList<>();
    private final List<MPVariable> further = new ArrayList<>();
    private final List<MPConstraint> ones = new ArrayList<>(); // of each seat

    /** No plan comes to more than {@code points}; the prices are the duals. */
    record Relaxation(double points, Prices prices) {}

    private record Taking(int seat, int person, int fit, MPVariable share) {}

    private LinearBound(Organisation organisation) {
        this.organisation = organisation;
        var byPerson = new HashMap<Integer, List<Taking>>();
        for (var number = 0; number < organisation.seats().size(); number++) {
            var one = solver.makeConstraint(-NO_LIMIT, 1);
            ones.add(one);
            for (var candidate : organisation.seats().get(number).candidates()) {
                var taking = new Taking(number, candidate.person(), candidate.fit(), solver.makeNumVar(0, 1, ""));
                one.setCoefficient(taking.share, 1);
                takings.add(taking);
                byPerson.computeIfAbsent(candidate.person(), next -> new ArrayList<>())
                        .add(taking);
            }
        }
        byPerson.forEach(this::limit);
    }

    /** The most priority that can be filled. */
    static Relaxation filled(Organisation organisation) {
        var bound = new LinearBound(organisation);
        var most = bound.solver.objective();
        bound.takings.forEach(taking -> most.setCoefficient(taking.share, bound.priority(taking)));
        bound.solve(most);
        return bound.relaxation(most, 0);
    }

    /** The most fit where at least so much priority is filled. */
    static Relaxation fit(Organisation organisation, long filled) {
        var bound = new LinearBound(organisation);
        var enough = bound.solver.makeConstraint(filled, NO_LIMIT);
        var most = bound.solver.objective();
        for (var taking : bound.takings) {
            enough.setCoefficient(taking.share, bound.priority(taking));
            most.setCoefficient(taking.share, taking.fit - organisation.spread());
        }
        bound.further.forEach(more -> most.setCoefficient(more, -2 * organisation.spread()));
        bound.solve(most);
        return bound.relaxation(most, -enough.dualValue());
    }

    private void solve(MPObjective most) {
        most.setMaximization();
        var status = solver.solve();
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("the linear relaxation ended with " + status);
        }
    }

    private Relaxation relaxation(MPObjective most, double ofPriority) {
        var ofSeats =
                ones.stream().mapToDouble(one -> Math.max(0, one.dualValue())).toArray();
        return new Relaxation(most.value(), new Prices(ofSeats, Math.max(0, ofPriority)));
    }

    private int priority(Taking taking) {
        return organisation.seats().get(taking.seat).priority();
    }

    private void limit(int person, List<Taking> theirs) {
        for (var week = 0; week < organisation.weeks(); week++) {
            var free = organisation.people().get(person).hours()[week];
            var then = in(week, theirs);
            if (then.stream().mapToInt(this::hours).sum() > free) {
                var hours = solver.makeConstraint(-NO_LIMIT, free);
                then.forEach(taking -> hours.setCoefficient(taking.share, hours(taking)));
            }
        }
        Map<Integer, MPConstraint> gigs = new HashMap<>();
        for (var taking : theirs) {
            gigs.computeIfAbsent(
                            organisation.seats().get(taking.seat).gig(), next -> solver.makeConstraint(-NO_LIMIT, 1))
                    .setCoefficient(taking.share, 1);
        }
        for (var number = 1; number < Math.min(PRICED_SEATS, theirs.size()); number++) {
            var more = solver.makeNumVar(0, NO_LIMIT, "");
            var count = solver.makeConstraint(-NO_LIMIT, number);
            theirs.forEach(taking -> count.setCoefficient(taking.share, 1));
            count.setCoefficient(more, -1);
            further.add(more);
        }
    }

    private List<Taking> in(int week, List<Taking> theirs) {
        return theirs.stream()
                .filter(taking -> organisation.seats().get(taking.seat).from() <= week
                        && week < organisation.seats().get(taking.seat).until())
                .toList();
    }

    private int hours(Taking taking) {
        return organisation.seats().get(taking.seat).hoursPerWeek();
    }
}
