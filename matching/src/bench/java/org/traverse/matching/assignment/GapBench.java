package org.traverse.matching.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.traverse.matching.Options;

/**
 * Generalised assignment beside the best known: every job is a place of one week, every agent a person. A file has the
 * number of agents and jobs, the costs, the resources and the capacities; the costs are minimised.
 */
public final class GapBench {

    private GapBench() {}

    public static void run(Options options) throws IOException {
        var best = bestKnown(
                options.file("bounds").orElseThrow(() -> new IllegalArgumentException("--bounds FILE is missing")));
        for (var file : options.files()) {
            measure(file, best, options.number("cpu-seconds", 8));
        }
    }

    private static void measure(Path file, Map<String, Long> bestKnown, int seconds) throws IOException {
        var name = file.getFileName().toString();
        var market = read(file);
        var began = Cpu.nanos();
        var end = began + seconds * 1_000_000_000L;
        var search = Search.of(market, 7);
        var pace = new Pace(Cpu::nanos, end);
        while (Cpu.nanos() < end) {
            search.step();
            pace.sliceDone(search);
        }
        var cpu = Cpu.secondsSince(began);
        var found = search.best();
        var cost = -found.fit();
        var best = bestKnown.get(name);
        System.out.println(String.format(
                Locale.ROOT,
                "gap %s best=%s ours=%d feasible=%s cpu_s=%.1f gap_pct=%s unfilled=%d proven_pct=%.2f",
                name,
                best == null ? "unknown" : best,
                cost,
                isFeasible(market, found) ? "yes" : "no",
                cpu,
                best == null ? "unknown" : String.format(Locale.ROOT, "%.2f", 100.0 * (cost - best) / best),
                market.places.size() - found.filled(),
                100.0 * search.gap() / cost));
    }

    private static Market read(Path file) throws IOException {
        var numbers = Numbers.in(file);
        var agents = numbers.next();
        var jobs = numbers.next();
        var cost = numbers.table(agents, jobs);
        var resource = numbers.table(agents, jobs);
        var everybody = IntStream.range(0, agents).toArray();
        var places = new ArrayList<Place>();
        for (var job = 0; job < jobs; job++) {
            var each = job;
            var hours =
                    IntStream.of(everybody).map(agent -> resource[agent][each]).toArray();
            var fit = IntStream.of(everybody).map(agent -> -cost[agent][each]).toArray();
            places.add(new Place(0, 1, 1, Place.NONE, everybody, hours, fit));
        }
        return Market.of(numbers.table(agents, 1), new int[agents], places, 0);
    }

    /** Counted again from the numbers of the file, not from what the search kept. */
    private static boolean isFeasible(Market market, Assignment found) {
        var left = market.capacity.clone();
        for (var job = 0; job < market.places.size(); job++) {
            if (found.choices()[job] == Place.NONE) {
                return false;
            }
            left[found.choices()[job]] -= market.places.get(job).hours()[found.choices()[job]];
        }
        return IntStream.of(left).allMatch(hours -> hours >= 0);
    }

    private static Map<String, Long> bestKnown(Path bounds) throws IOException {
        var best = new HashMap<String, Long>();
        for (var line : Files.readAllLines(bounds)) {
            var columns = line.trim().split("\\s+");
            if (columns.length == 3 && columns[0].endsWith("_Min")) {
                best.put(columns[0].substring(0, columns[0].length() - 4), Long.valueOf(columns[2]));
            }
        }
        return best;
    }
}
