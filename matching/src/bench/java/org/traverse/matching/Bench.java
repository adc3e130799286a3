package org.traverse.matching;

import java.io.IOException;
import java.util.Arrays;
import org.traverse.matching.assignment.GapBench;
import org.traverse.matching.assignment.LapBench;
import org.traverse.matching.careerpath.PathsBench;
import org.traverse.matching.counterfactual.ExplainBench;
import org.traverse.matching.learningplan.LearnBench;
import org.traverse.matching.recommendation.RecommendBench;
import org.traverse.matching.staffing.OrgBench;

/** What matching can do, measured beside a peer in the same run. See {@link #USAGE}. */
public final class Bench {
    private static final String USAGE = """
            java -jar matching-bench.jar
                gap FILE... --bounds bounds.txt [--cpu-seconds 8]     generalised assignment, as the OR-Library has it
                lap FILE...                                           one place each, exactly
                org [FILE] [--people 10000 --seats 2000 --seed 7] [--cpu-seconds 30] [--write FILE]
                    [--engines optaplanner-default,timefold-default,ours]   a whole organisation at once; cp-sat is
                    [--peer-seconds 120]                              one more engine, with four times the CPU seconds
                    [--bound-seconds 60] [--prove-seconds 0]          beside the lowest bound: of LP, of bundles (CPU
                    [--bounds DIR]                                    seconds; 0: none), of CP-SAT; kept in a file of DIR
                learn [--items 30,60,120 --alike 60 --cases 16] [--seed 7]   learning plans beside what CP-SAT proves
                recommend [--people 100000 --openings 5000 --count 10 --seed 7] [--wishes 1]   the best for each person,
                    beside scoring all; with wishes that a policy gives points for
                explain [--people 1000 --seats 300 --steps 60] [--seed 7]   what would have put people into the plan
                paths [--roles 1000,5000] [--questions 300] [--seed 7]   three career paths for somebody, and the graph of roles
            One line for each result. Exit 0: measured, 1: error.""";

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            if (arguments.length == 0) {
                throw new IllegalArgumentException(USAGE);
            }
            var options = new Options(Arrays.asList(arguments).subList(1, arguments.length));
            switch (arguments[0]) {
                case "gap" -> GapBench.run(options);
                case "lap" -> LapBench.run(options);
                case "org" -> OrgBench.run(options);
                case "explain" -> ExplainBench.run(options);
                case "learn" -> LearnBench.run(options);
                case "recommend" -> RecommendBench.run(options);
                case "paths" -> PathsBench.run(options);
                default -> throw new IllegalArgumentException("there is no " + arguments[0] + "\n" + USAGE);
            }
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
