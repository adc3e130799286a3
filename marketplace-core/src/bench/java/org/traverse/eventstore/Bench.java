package org.traverse.eventstore;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import org.traverse.taxonomy.OnetBench;

/** What the event store can do, measured beside a peer or a limit in the same run. See {@link #USAGE}. */
public final class Bench {
    private static final String USAGE = """
            java -jar marketplace-core-bench.jar
                append  [--writers 1,8,32] [--rounds 5] [--seconds 2]     commands/s: ours, plain INSERT and COMMIT, stock Axon
                race    [--writers 8] [--skewed 4] [--seconds 30]         events lost, repeated and reversed by three readers
                latency [--rate 200] [--seconds 20]                       ms from the acknowledgement to a projection
                rebuild [--events 200000] [--rounds 5] [--segments 2]     events/s of a read model in PostgreSQL made anew
                kill    [--cycles 30] [--nodes 2]                         acknowledged commands lost by kill -9
                onet    --archive FILE                                    s to import an O*NET archive as a whole
            One line for each result. Exit 0: measured, 1: error, 3: void, because the disk was too uneven.""";

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println(USAGE);
            return 1;
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        try {
            var options = new Options(Arrays.copyOfRange(arguments, 1, arguments.length));
            switch (arguments[0]) {
                case "append" -> AppendBench.run(options);
                case "race" -> RaceBench.run(options).forEach(System.out::println);
                case "latency" -> LatencyBench.run(options);
                case "rebuild" -> RebuildBench.run(options);
                case "kill" -> System.out.println(KillBench.run(options));
                case "onet" -> OnetBench.run(Path.of(options.text("archive")));
                case KillBench.VICTIM -> KillBench.victim(options);
                default -> throw new IllegalArgumentException("there is no " + arguments[0] + "\n" + USAGE);
            }
            return 0;
        } catch (Disk.Uneven e) {
            System.err.println(e.getMessage());
            return 3;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace();
            return 1;
        }
    }
}
