package org.traverse.matching.staffing;

import com.google.ortools.Loader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.traverse.matching.staffing.BundleBound.Line;
import org.traverse.matching.staffing.Bundles.Prices;
import org.traverse.matching.staffing.LinearBound.Relaxation;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lowest of what no plan can exceed: the linear relaxation, bundles, and what CP-SAT proves. What takes minutes is kept
 * in a file, also where time ran out.
 */
final class Bounds {

    private static final double ROUNDING = 1e-6; // relative, of sums of floating point; a plan has whole points
    private static final int POINTS = 100; // for one of priority, that steps are as fine as for fit

    private final Organisation organisation;
    private final int bundleSeconds;
    private final int proveSeconds;
    private final Path file;
    private final Properties known = new Properties();
    private BundleBound bundles;

    /** @param bundleSeconds of all processors, for each bound that is not known yet; 0 of them or of the others finds none */
    Bounds(Organisation organisation, int bundleSeconds, int proveSeconds, Path folder) throws IOException {
        Loader.loadNativeLibraries();
        this.organisation = organisation;
        this.bundleSeconds = bundleSeconds;
        this.proveSeconds = proveSeconds;
        file = folder.resolve("bounds-" + hash(organisation) + ".properties");
        if (Files.exists(file)) {
            try (var stored = Files.newBufferedReader(file)) {
                known.load(stored);
            }
        }
    }

    /** The most priority that can be filled. */
    long filled() throws IOException {
        relax("filled", () -> LinearBound.filled(organisation), prices -> {
            var counting = new BundleBound(organisation.countingPriority(POINTS), prices.times(POINTS));
            return String.valueOf(
                    counting.lowest(0, new CpuLimit(bundleSeconds)).at(0) / POINTS);
        });
        if (proveSeconds > 0 && !known.containsKey("filled")) {
            keep("filled", String.valueOf(new CpStaffing(organisation).proveFilled(proveSeconds)));
        }
        return whole(Math.min(number("lp.filled"), Math.min(number("bundles.filled"), number("filled"))));
    }

    /** The most fit where at least so much priority is filled. */
    long fit(long filled) throws IOException {
        var level = "fit." + filled;
        relax(level, () -> LinearBound.fit(organisation, filled), prices -> {
            bundles = bundles == null ? new BundleBound(organisation, prices) : bundles;
            var line = bundles.lowest(filled, new CpuLimit(bundleSeconds));
            return line.most() + " " + line.perPriority();
        });
        if (proveSeconds > 0 && !known.containsKey(level)) {
            keep(level, String.valueOf(new CpStaffing(organisation).proveFit(filled, proveSeconds)));
        }
        return whole(Math.min(number("lp." + level), Math.min(lines(filled), number(level))));
    }

    private void relax(String level, Supplier<Relaxation> linear, Function<Prices, String> bundled) throws IOException {
        var wanted = bundleSeconds > 0 && !known.containsKey("bundles." + level);
        if (wanted || !known.containsKey("lp." + level)) {
            var relaxed = linear.get();
            keep("lp." + level, String.valueOf(relaxed.points()));
            if (wanted) {
                keep("bundles." + level, bundled.apply(relaxed.prices()));
            }
        }
    }

    /** A line bounds every plan, wherever it was sought. */
    private double lines(long filled) {
        return known.stringPropertyNames().stream()
                .filter(name -> name.startsWith("bundles.fit."))
                .map(name -> known.getProperty(name).split(" "))
                .mapToDouble(line -> new Line(Double.parseDouble(line[0]), Double.parseDouble(line[1])).at(filled))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private double number(String name) {
        return Double.parseDouble(known.getProperty(name, "Infinity"));
    }

    private void keep(String name, String value) throws IOException {
        known.setProperty(name, value);
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file)) {
            known.store(out, null);
        }
    }

    private static long whole(double points) {
        return (long) Math.floor(points + ROUNDING * Math.abs(points));
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
