package org.traverse.matching.staffing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.traverse.matching.Options;
import tools.jackson.databind.json.JsonMapper;

/** A whole organisation staffed at once, by ours and by what OptaPlanner and Timefold do by default, beside a bound. */
public final class OrgBench {

    private OrgBench() {}

    public static void run(Options options) throws IOException {
        var json = JsonMapper.builder().build();
        var organisation = options.files().isEmpty()
                ? Inventor.invent(
                        options.number("people", 10_000), options.number("seats", 2_000), options.number("seed", 7))
                : json.readValue(options.files().get(0).toFile(), Organisation.class);
        if (options.file("write").isPresent()) {
            json.writeValue(options.file("write").get().toFile(), organisation);
        }
        var seconds = options.number("cpu-seconds", 30);
        var peerSeconds = options.number("peer-seconds", 4 * seconds);
        var folder = options.file("bounds").orElse(Path.of(System.getProperty("java.io.tmpdir"), "traverse-bounds"));
        var bounds = new Bounds(
                organisation,
                options.numberOrZero("bound-seconds", 60),
                options.numberOrZero("prove-seconds", 0),
                folder);
        var fillBound = bounds.filled();
        for (var engine : options.words("engines", "optaplanner-default,timefold-default,ours")) {
            measure(engine, organisation, engine.equals("cp-sat") ? peerSeconds : seconds, fillBound, bounds);
        }
    }

    private static void measure(String name, Organisation organisation, int seconds, long fillBound, Bounds bounds)
            throws IOException {
        var engine = Engine.named(name);
        var limit = new CpuLimit(seconds);
        var plan = engine.plan(organisation, limit);
        var cpu = limit.used();
        var outcome = organisation.outcome(plan);
        var total = organisation.totalPriority();
        var fitBound = bounds.fit(outcome.filled());
        System.out.println(String.format(
                Locale.ROOT,
                "org engine=%s cpu_s=%.0f fill_gap_pct=%.2f fit_gap_pct=%.2f feasible=%s filled=%d of=%d fit=%d"
                        + " fill_bound=%d fit_bound=%d",
                name,
                cpu,
                100.0 * (fillBound - outcome.filled()) / total,
                100.0 * (fitBound - outcome.fit()) / fitBound,
                outcome.feasible() ? "yes" : "no",
                outcome.filled(),
                total,
                outcome.fit(),
                fillBound,
                fitBound));
    }
}
