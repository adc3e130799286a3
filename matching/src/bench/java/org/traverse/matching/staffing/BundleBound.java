package org.traverse.matching.staffing;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.traverse.matching.staffing.Bundles.Bundle;
import org.traverse.matching.staffing.Bundles.Offer;
import org.traverse.matching.staffing.Bundles.Prices;

/**
 * What no plan can exceed, by Dantzig-Wolfe decomposition: a column is a whole bundle of seats that one person takes. Any
 * prices bound all plans: what the seats cost, and what each person's best bundle is worth at the prices. GLOP looks for
 * the prices that bound them best, near the best so far (the boxstep method of Marsten, Hogan and Blankenship, 1975).
 */
final class BundleBound {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final double CLOSE = 0.5; // points, which are whole numbers in a plan
    private static final double FIRST_STEP = 50; // points by which a price may change at once
    private static final double SHORTEST_STEP = 1;
    private static final double LONGER = 1.5;
    private static final double SHORTER = 0.8;

    private final Organisation organisation;
    private final Bundles bundles;
    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final MPConstraint[] taken;
    private final MPVariable[] dearer;
    private final MPVariable[] cheaper;
    private final Map<Integer, MPConstraint> one = new HashMap<>();
    private final Set<Column> known = new HashSet<>();
    private Prices best;

    private record Column(int person, List<Offer> offers) {}

    /** Bounds the fit of each plan by {@code most - filled * perPriority}, if it fills at least so much priority. */
    record Line(double most, double perPriority) {

        double at(long filled) {
            return most - filled * perPriority;
        }
    }

    /** @param first prices to begin with, such as those of the linear relaxation */
    BundleBound(Organisation organisation, Prices first) {
        this.organisation = organisation;
        bundles = new Bundles(organisation);
        best = first;
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        var rows = organisation.seats().size() + 1; // the last for priority, of which no more than -filled is taken
        taken = new MPConstraint[rows];
        dearer = new MPVariable[rows];
        cheaper = new MPVariable[rows];
        for (var row = 0; row < rows; row++) {
            taken[row] = solver.makeConstraint(-NO_LIMIT, 1);
            dearer[row] = solver.makeNumVar(0, NO_LIMIT, "");
            cheaper[row] = solver.makeNumVar(0, NO_LIMIT, "");
            taken[row].setCoefficient(dearer[row], -1);
            taken[row].setCoefficient(cheaper[row], 1);
        }
        solver.objective().setMaximization();
    }

    /** The line that is lowest where so much is filled, or the best that is found until then. */
    Line lowest(long filled, CpuLimit limit) {
        taken[taken.length - 1].setUb(-filled);
        var lowest = evaluate(best);
        var step = FIRST_STEP;
        while (CpuLimit.now() < limit.end()) {
            center(step);
            if (solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL) {
                throw new IllegalStateException("the linear programme of bundles was not solved");
            }
            var least = solver.objective().value(); // that any prices within a step can bound
            System.err.printf(
                    Locale.ROOT,
                    "bound filled=%d cpu_s=%.1f bundles=%d points=%.1f within_step=%.1f step=%.0f%n",
                    filled,
                    limit.used(),
                    known.size(),
                    lowest.at(filled),
                    least,
                    step);
            if (lowest.at(filled) - least < CLOSE) {
                break;
            }
            var prices = prices();
            var line = evaluate(prices);
            if (line.at(filled) < lowest.at(filled)) {
                lowest = line;
                best = prices;
                step *= LONGER;
            } else {
                step = Math.max(SHORTEST_STEP, step * SHORTER);
            }
        }
        return lowest;
    }

    private Line evaluate(Prices prices) {
        var each = IntStream.range(0, organisation.people().size())
                .parallel()
                .mapToObj(person -> bundles.best(person, prices))
                .toList();
        for (var person = 0; person < each.size(); person++) {
            add(person, each.get(person).offers());
        }
        var most = Arrays.stream(prices.ofSeats()).sum()
                + each.stream().mapToDouble(Bundle::worth).sum();
        return new Line(most, prices.ofPriority());
    }

    private void add(int person, List<Offer> offers) {
        if (offers.isEmpty() || !known.add(new Column(person, offers))) {
            return;
        }
        var share = solver.makeNumVar(0, NO_LIMIT, "");
        var fit = -organisation.spread() * offers.size() * offers.size();
        var priority = 0;
        for (var offer : offers) {
            taken[offer.seat()].setCoefficient(share, 1);
            priority += organisation.seats().get(offer.seat()).priority();
            fit += offer.fit();
        }
        taken[taken.length - 1].setCoefficient(share, -priority);
        one.computeIfAbsent(person, none -> solver.makeConstraint(-NO_LIMIT, 1)).setCoefficient(share, 1);
        solver.objective().setCoefficient(share, fit);
    }

    private void center(double step) {
        for (var row = 0; row < taken.length; row++) {
            var price = row < taken.length - 1 ? best.ofSeats()[row] : best.ofPriority();
            solver.objective().setCoefficient(dearer[row], -price - step);
            solver.objective().setCoefficient(cheaper[row], Math.max(0, price - step));
        }
    }

    private Prices prices() {
        var duals = Arrays.stream(taken)
                .mapToDouble(row -> Math.max(0, row.dualValue()))
                .toArray();
        return new Prices(Arrays.copyOf(duals, duals.length - 1), duals[duals.length - 1]);
    }
}
