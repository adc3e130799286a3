package org.traverse.matching.staffing;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traverse.matching.staffing.Organisation.Possible;

/** An organisation as CP-SAT of OR-Tools sees it; asked once, either for a bound or for a plan. */
final class CpStaffing {

    private static final int WORKERS = 2;

    private final Organisation organisation;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder priority = LinearExpr.newBuilder();
    private final LinearExprBuilder fit = LinearExpr.newBuilder();
    private final List<Taking> takings = new ArrayList<>();

    private record Taking(int seat, int person, BoolVar taken) {}

    CpStaffing(Organisation organisation) {
        this.organisation = organisation;
        var byPerson = new HashMap<Integer, List<Taking>>();
        for (var number = 0; number < organisation.seats().size(); number++) {
            var seat = organisation.seats().get(number);
            var one = new ArrayList<Literal>();
            for (var candidate : seat.candidates()) {
                var taking = new Taking(number, candidate.person(), model.newBoolVar(""));
                one.add(taking.taken);
                priority.addTerm(taking.taken, seat.priority());
                fit.addTerm(taking.taken, candidate.fit());
                takings.add(taking);
                byPerson.computeIfAbsent(candidate.person(), none -> new ArrayList<>())
                        .add(taking);
            }
            model.addAtMostOne(one);
        }
        byPerson.forEach(this::limit);
    }

    /** What it proves in so many seconds that the fit cannot exceed where at least so much priority is filled. */
    double proveFit(long filled, int seconds) {
        model.addGreaterOrEqual(priority, filled);
        model.maximize(fit);
        return prove(seconds);
    }

    /** What it proves in so many seconds that the priority filled cannot exceed. */
    double proveFilled(int seconds) {
        model.maximize(priority);
        return prove(seconds);
    }

    private double prove(int seconds) {
        var solver = solver();
        solver.getParameters().setMaxTimeInSeconds(seconds);
        solver.solve(model);
        return solver.bestObjectiveBound();
    }

    /** Its own plan: one point of priority outweighs all the fit that there is. */
    int[] plan(CpuLimit limit) {
        var most = organisation.seats().stream()
                .flatMapToInt(seat -> seat.candidates().stream().mapToInt(Possible::fit).max().stream())
                .asLongStream()
                .sum();
        model.maximize(fit.addTerm(priority, most + 1));
        var solver = solver();
        limit.thenRun(solver::stopSearch);
        var found = Set.of(CpSolverStatus.OPTIMAL, CpSolverStatus.FEASIBLE).contains(solver.solve(model));
        var plan = new int[organisation.seats().size()];
        Arrays.fill(plan, Organisation.NOBODY);
        takings.stream()
                .filter(taking -> found && solver.booleanValue(taking.taken))
                .forEach(taking -> plan[taking.seat] = taking.person);
        return plan;
    }

    private static CpSolver solver() {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(WORKERS);
        return solver;
    }

    private void limit(int person, List<Taking> theirs) {
        for (var week = 0; week < organisation.weeks(); week++) {
            var hours = LinearExpr.newBuilder();
            for (var taking : theirs) {
                var seat = organisation.seats().get(taking.seat());
                if (seat.from() <= week && week < seat.until()) {
                    hours.addTerm(taking.taken(), seat.hoursPerWeek());
                }
            }
            model.addLessOrEqual(hours, organisation.people().get(person).hours()[week]);
        }
        Map<Integer, List<Literal>> gigs = new HashMap<>();
        theirs.forEach(taking -> gigs.computeIfAbsent(
                        organisation.seats().get(taking.seat()).gig(), none -> new ArrayList<>())
                .add(taking.taken()));
        gigs.values().forEach(model::addAtMostOne);
        var count = LinearExpr.sum(theirs.stream().map(Taking::taken).toArray(BoolVar[]::new));
        IntVar seats = model.newIntVar(0, theirs.size(), "");
        model.addEquality(seats, count);
        IntVar square = model.newIntVar(0, (long) theirs.size() * theirs.size(), "");
        model.addMultiplicationEquality(square, seats, seats);
        fit.addTerm(square, -organisation.spread());
    }
}
