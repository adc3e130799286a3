package org.traverse.matching.assignment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.traverse.matching.Options;

/** One place for each person: a file has their number n and n x n costs, the least of which are wanted. */
public final class LapBench {

    private LapBench() {}

    public static void run(Options options) throws IOException {
        for (var file : options.files()) {
            measure(file);
        }
    }

    private static void measure(Path file) throws IOException {
        var market = read(file);
        var began = Cpu.nanos();
        var found = OneEach.solve(market);
        var cpu = Cpu.secondsSince(began);
        var cost = 0L;
        for (var place = 0; place < found.length; place++) {
            cost -= market.places.get(place).fit()[found[place]];
        }
        System.out.println(String.format(
                Locale.ROOT,
                "lap %s ours=%d cpu_s=%.2f feasible=%s",
                file.getFileName().toString().replaceFirst("[.]txt$", ""),
                cost,
                cpu,
                Arrays.stream(found).distinct().count() == found.length ? "yes" : "no"));
    }

    private static Market read(Path file) throws IOException {
        var numbers = Numbers.in(file);
        var count = numbers.next();
        var everybody = IntStream.range(0, count).toArray();
        var one = new int[count];
        Arrays.fill(one, 1);
        var places = new ArrayList<Place>();
        for (var cost : numbers.table(count, count)) {
            places.add(new Place(
                    0,
                    1,
                    1,
                    Place.NONE,
                    everybody,
                    one,
                    IntStream.of(cost).map(each -> -each).toArray()));
        }
        var hours = new int[count][];
        Arrays.fill(hours, new int[] {1});
        return Market.of(hours, new int[count], places, 0);
    }
}
