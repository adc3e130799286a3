package org.traverse.matching.staffing;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;

/** What CP-SAT of OR-Tools proves that no plan can exceed; kept in a file, since that takes it minutes. */
final class ProvenBound {

    private final Organisation organisation;
    private final int seconds;
    private final Path file;
    private final Properties proven = new Properties();

    private record Taking(int seat, int person, int fit, BoolVar taken) {}

    /** @param seconds to prove each bound in that is not known yet; 0 proves none */
    ProvenBound(Organisation organisation, int seconds, Path folder) throws IOException {
        this.organisation = organisation;
        this.seconds = seconds;
        file = folder.resolve("bounds-" + hash(organisation) + ".properties");
        if (Files.exists(file)) {
            try (var known = Files.newBufferedReader(file)) {
                proven.load(known);
            }
        }
    }

    /** The most priority that can be filled, or what is given where less is not proven. */
    double filled(double otherwise) throws IOException {
        return Math.min(otherwise, bound("filled", 0));
    }

    /** The most fit where at least so much priority is filled. */
    double fit(long filled, double otherwise) throws IOException {
        return Math.min(otherwise, bound("fit." + filled, filled));
    }

    private double bound(String name, long filled) throws IOException {
        if (!proven.containsKey(name) && seconds > 0) {
            proven.setProperty(name, String.valueOf(prove(filled)));
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                proven.store(out, null);
            }
        }
        return Double.parseDouble(proven.getProperty(name, "Infinity"));
    }

    /** @param filled 0 to fill as much as can be, else at least so much with as much fit as can be */
    private double prove(long filled) {
        Loader.loadNativeLibraries();
        var model = new CpModel();
        var byPerson = new HashMap<Integer, List<Taking>>();
        var priority = LinearExpr.newBuilder();
        var fit = LinearExpr.newBuilder();
        for (var number = 0; number < organisation.seats().size(); number++) {
            var seat = organisation.seats().get(number);
            var one = new ArrayList<Literal>();
            for (var candidate : seat.candidates()) {
                var taken = model.newBoolVar("");
                one.add(taken);
                priority.addTerm(taken, seat.priority());
                fit.addTerm(taken, candidate.fit());
                byPerson.computeIfAbsent(candidate.person(), none -> new ArrayList<>())
                        .add(new Taking(number, candidate.person(), candidate.fit(), taken));
            }
            model.addAtMostOne(one);
        }
        byPerson.forEach((person, theirs) -> limit(model, fit, person, theirs));
        if (filled == 0) {
            model.maximize(priority);
        } else {
            model.addGreaterOrEqual(priority, filled);
            model.maximize(fit);
        }
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(2);
        solver.solve(model);
        return solver.bestObjectiveBound();
    }

    private void limit(CpModel model, LinearExprBuilder fit, int person, List<Taking> theirs) {
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

    private static String hash(Organisation organisation) {
        try {
            var text = JsonMapper.shared().writeValueAsString(organisation).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
