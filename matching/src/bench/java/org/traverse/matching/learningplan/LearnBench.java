package org.traverse.matching.learningplan;

import static java.util.stream.Collectors.toSet;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.traverse.matching.Options;
import org.traverse.matching.learningplan.LearningItem.Dates;

/** How close learning plans come to the best there is, which CP-SAT proves, and how long both take on one thread. */
public final class LearnBench {
    private static final double CP_SAT_SECONDS = 60;
    private static final int WARM_UP = 20;

    private record Case(List<Aim> aims, List<LearningItem> items, StudyTime time) {}

    private record Proven(long worth, boolean optimal, double millis) {}

    private LearnBench() {}

    public static void run(Options options) {
        Loader.loadNativeLibraries();
        int seed = options.number("seed", 7);
        int cases = options.number("cases", 16);
        for (int i = 0; i < WARM_UP; i++) {
            var warm = random(60, new Random(-1 - i));
            LearningPlans.plan(warm.aims(), warm.items(), warm.time());
        }
        for (int items : options.numbers("items", "30,60,120")) {
            measure("various", items, cases, seed);
        }
        measure("alike", options.number("alike", 60), cases, seed);
        for (int items : options.numbers("items", "30,60,120")) {
            measure("gigs", items, cases, seed);
        }
    }

    private static void measure(String kind, int items, int cases, int seed) {
        int optimal = 0;
        int proven = 0;
        double worst = 0;
        double[] millis = new double[cases];
        double[] peer = new double[cases];
        for (int i = 0; i < cases; i++) {
            var random = new Random(1_000L * seed + 31L * items + i);
            var one = switch (kind) {
                case "alike" -> alike(items, random);
                case "gigs" -> gigs(items, random);
                default -> random(items, random);
            };
            long begin = System.nanoTime();
            var plan = LearningPlans.plan(one.aims(), one.items(), one.time());
            millis[i] = (System.nanoTime() - begin) / 1e6;
            var choice = Choice.of(one.aims(), one.items(), one.time(), Cheapest.HOURS); // of all, also the needless
            var best = cpSat(choice, one);
            peer[i] = best.millis();
            long worth = choice.worth(chosen(plan, one.items()));
            if (worth > best.worth() && best.optimal()) {
                throw new IllegalStateException("case " + i + ": worth " + worth + " cannot be, the best is " + best);
            }
            optimal += worth == best.worth() && best.optimal() ? 1 : 0;
            proven += plan.isOptimal() ? 1 : 0;
            worst = Math.max(worst, 100.0 * (best.worth() - worth) / Math.max(1, best.worth()));
        }
        Arrays.sort(millis);
        Arrays.sort(peer);
        System.out.println(String.format(
                Locale.ROOT,
                "learn kind=%s items=%d optimal=%d worst_gap_pct=%.2f p50_ms=%.1f p95_ms=%.1f cases=%d proven=%d"
                        + " cpsat_p50_ms=%.1f cpsat_p95_ms=%.1f",
                kind,
                items,
                optimal,
                worst,
                percentile(millis, 50),
                percentile(millis, 95),
                cases,
                proven,
                percentile(peer, 50),
                percentile(peer, 95)));
    }

    private static boolean[] chosen(LearningPlan plan, List<LearningItem> items) {
        var chosen = plan.studies().stream().map(LearningPlan.Study::item).collect(toSet());
        boolean[] mask = new boolean[items.size()];
        for (int item = 0; item < mask.length; item++) {
            mask[item] = chosen.contains(items.get(item).id());
        }
        return mask;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }

    private static Proven cpSat(Choice choice, Case asked) {
        var model = new CpModel();
        var objective = LinearExpr.newBuilder();
        BoolVar[] chosen = new BoolVar[choice.items()];
        for (int item = 0; item < chosen.length; item++) {
            chosen[item] = model.newBoolVar("");
            objective.addTerm(chosen[item], -choice.burden()[item]);
        }
        for (int element = 0; element < choice.weights().length; element++) {
            var covered = model.newBoolVar("");
            objective.addTerm(covered, choice.weights()[element]);
            List<Literal> by = new ArrayList<>(List.of(covered.not()));
            for (int item = 0; item < chosen.length; item++) {
                for (int one : choice.covers()[item]) {
                    if (one == element) {
                        by.add(chosen[item]);
                    }
                }
            }
            model.addBoolOr(by);
        }
        for (int item = 0; item < chosen.length; item++) {
            for (int needed : choice.after()[item]) {
                model.addImplication(chosen[item], chosen[needed]);
            }
        }
        long[] hours = Arrays.stream(choice.hours()).asLongStream().toArray();
        model.addLessOrEqual(
                LinearExpr.weightedSum(chosen, hours), choice.budgets().atMost()[Budgets.HOURS]);
        model.addLessOrEqual(
                LinearExpr.weightedSum(chosen, choice.cost()), choice.budgets().atMost()[Budgets.COST]);
        everyWeek(model, chosen, asked);
        model.maximize(objective);
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(CP_SAT_SECONDS).setNumWorkers(1);
        long begin = System.nanoTime();
        var status = solver.solve(model);
        double millis = (System.nanoTime() - begin) / 1e6;
        return new Proven(Math.round(solver.objectiveValue()), status == CpSolverStatus.OPTIMAL, millis);
    }

    /** What has dates is here neither before nor after anything, so that all else finds its hours beside it. */
    private static void everyWeek(CpModel model, BoolVar[] chosen, Case asked) {
        for (int week = 0; week < asked.time().weeks(); week++) {
            var study = LinearExpr.newBuilder();
            var work = LinearExpr.newBuilder();
            for (int item = 0; item < chosen.length; item++) {
                var dates = asked.items().get(item).dates();
                if (dates.isPresent()) {
                    int hours = Weeks.of(asked.items().get(item), asked.time()).hoursIn(week);
                    study.addTerm(chosen[item], hours);
                    work.addTerm(chosen[item], dates.get().isWork() ? hours : 0);
                }
            }
            model.addLessOrEqual(study, asked.time().hoursPerWeek());
            model.addLessOrEqual(work, asked.time().workHoursIn(week));
        }
    }

    /** Most of them gigs of three to eight weeks, of which one to three at a time fit the hours for work. */
    private static Case gigs(int count, Random random) {
        var courses = random(count / 4, random);
        var items = new ArrayList<>(courses.items());
        var from = courses.time().from();
        while (items.size() < count) {
            var gives = new HashMap<UUID, Integer>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                var aim = courses.aims().get(random.nextInt(courses.aims().size()));
                gives.put(aim.skill(), aim.have() + 1);
            }
            int weeks = 3 + random.nextInt(6);
            var begins = from.plusWeeks(random.nextInt(11 - weeks));
            var dates = new Dates(begins, begins.plusWeeks(weeks).minusDays(3), true);
            int hours = weeks * (2 + 2 * random.nextInt(4));
            items.add(new LearningItem(new UUID(2, items.size()), gives, hours, 0, Set.of(), Optional.of(dates)));
        }
        var workHours = IntStream.range(0, 10)
                .mapToObj(week -> 4 + 2 * random.nextInt(4))
                .toList();
        int perWeek = 20 + random.nextInt(20);
        return new Case(
                courses.aims(),
                items,
                new StudyTime(
                        perWeek, from, courses.time().deadline(), courses.time().budget(), workHours));
    }

    /** Every item helps; there is time and money for a tenth to a quarter of them. */
    private static Case random(int count, Random random) {
        var aims = new ArrayList<Aim>();
        for (int skill = 0; skill < 6 + random.nextInt(8); skill++) {
            int have = random.nextInt(3);
            aims.add(new Aim(
                    new UUID(0, skill), have, Math.min(5, have + 1 + random.nextInt(4)), 1 + random.nextInt(10)));
        }
        var items = new ArrayList<LearningItem>();
        long hours = 0;
        long cost = 0;
        for (int id = 0; id < count; id++) {
            var gives = new HashMap<UUID, Integer>();
            for (int k = 0; k <= random.nextInt(3); k++) {
                var aim = aims.get(random.nextInt(aims.size()));
                gives.put(aim.skill(), aim.have() + 1 + random.nextInt(5 - aim.have()));
            }
            Set<UUID> after = new HashSet<>();
            if (id > 3 && random.nextDouble() < 0.4) {
                for (int k = 0; k <= random.nextInt(2); k++) {
                    after.add(new UUID(1, random.nextInt(id)));
                }
            }
            int takes = 1 + (int) Math.min(60, Math.exp(random.nextGaussian() + 1.8));
            int price = random.nextDouble() < 0.4 ? 0 : 20_00 + random.nextInt(400_00);
            hours += takes;
            cost += price;
            items.add(new LearningItem(new UUID(1, id), gives, takes, price, after, Optional.empty()));
        }
        var from = LocalDate.of(2026, 3, 2);
        int perWeek = Math.max(1, (int) (hours * (0.1 + 0.15 * random.nextDouble()) / 10));
        long budget = (long) (cost * (0.1 + 0.15 * random.nextDouble()));
        return new Case(
                aims, items, new StudyTime(perWeek, from, from.plusWeeks(10).minusDays(1), budget));
    }

    /** A dozen items, each offered by several providers for about the same hours and money. */
    private static Case alike(int count, Random random) {
        var twelve = random(12, random);
        var items = new ArrayList<LearningItem>();
        for (int id = 0; id < count; id++) {
            var one = twelve.items().get(id % 12);
            long cost = one.cost() == 0 ? 0 : one.cost() + 5_00 * random.nextInt(3);
            items.add(new LearningItem(
                    new UUID(1, id), one.gives(), one.hours() + random.nextInt(3), cost, Set.of(), Optional.empty()));
        }
        var time = twelve.time();
        var forHalfOfThem = new StudyTime(3 * time.hoursPerWeek(), time.from(), time.deadline(), 3 * time.budget());
        return new Case(twelve.aims(), items, forHalfOfThem);
    }
}
