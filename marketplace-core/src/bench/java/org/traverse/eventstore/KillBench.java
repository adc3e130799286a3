package org.traverse.eventstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.traverse.eventstore.Note.TakeNote;

/**
 * Applications that are ended by kill -9 under load, or whose PostgreSQL is, again and again. Every command that one
 * has acknowledged must be in the log; one that was on its way is sent again under the same id, which has one effect.
 */
final class KillBench {
    static final String VICTIM = "kill-victim";
    private static final int WRITERS = 8;

    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<UUID> inDoubt = ConcurrentHashMap.newKeySet();
    private final Set<UUID> resolved = ConcurrentHashMap.newKeySet();
    private final BenchPostgres postgres;
    private final String url;
    private final int nodes;

    private KillBench(BenchPostgres postgres, String url, int nodes) {
        this.postgres = postgres;
        this.nodes = nodes;
        this.url = url;
        try (var database = BenchPostgres.pool(url, 2)) {
            BenchPostgres.migrate(database);
            new JdbcTemplate(database)
                    .execute("checkpoint"); // in the control, events are to be lost, and not their table
        }
    }

    /** Every third time PostgreSQL is killed too. */
    static Result run(Options options) throws Exception {
        try (var postgres = new BenchPostgres()) {
            return run(postgres, postgres.emptyDatabase(), options.number("nodes", 2), options.number("cycles", 30), 3);
        }
    }

    /** @param everySoOften is PostgreSQL killed before the application */
    static Result run(BenchPostgres postgres, String url, int nodes, int cycles, int everySoOften) throws Exception {
        long seed = System.nanoTime();
        var bench = new KillBench(postgres, url, nodes);
        var random = new Random(seed);
        for (int cycle = 1; cycle <= cycles; cycle++) {
            bench.cycle(random, cycle % everySoOften == 0);
        }
        bench.resolve();
        return bench.result(cycles, seed);
    }

    private void cycle(Random random, boolean killsPostgres) throws Exception {
        List<Process> victims = new ArrayList<>();
        List<Thread> ledgers = new ArrayList<>();
        var ready = new CountDownLatch(nodes);
        try {
            for (int node = 0; node < nodes; node++) {
                Process victim = start();
                victims.add(victim);
                ledgers.add(new Thread(() -> keepLedger(victim, ready)));
                ledgers.get(node).start();
                order(victim, node == 0 ? unresolved() : Set.of());
            }
            if (!ready.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a node was not ready after two minutes");
            }
            Thread.sleep(500 + random.nextInt(2_500));
            if (killsPostgres) {
                postgres.killAndStartAgain();
                Thread.sleep(2_000); // it has to find back by itself
            }
            for (Process victim : victims) {
                victim.destroyForcibly();
                Thread.sleep(random.nextInt(300)); // the others go on meanwhile
            }
            for (Thread ledger : ledgers) {
                ledger.join();
            }
        } finally {
            victims.forEach(Process::destroyForcibly);
        }
        for (UUID id : sent) {
            if (!acknowledged.contains(id)) {
                inDoubt.add(id);
            }
        }
    }

    private static void order(Process victim, Set<UUID> again) throws IOException {
        var orders = victim.outputWriter(StandardCharsets.US_ASCII);
        for (UUID id : again) {
            orders.write(id + "\n");
        }
        orders.write("\n");
        orders.flush();
    }

    /** What is still in doubt after the last cycle. */
    private void resolve() {
        try (var node = BenchNode.start(url)) {
            unresolved().parallelStream().forEach(id -> {
                sendAgain(node.commands(), id);
                resolved.add(id);
            });
        }
    }

    private Set<UUID> unresolved() {
        Set<UUID> unresolved = new HashSet<>(inDoubt);
        unresolved.removeAll(resolved);
        return unresolved;
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.add(
                System.getProperty("java.class.path").endsWith("marketplace-core-bench.jar")
                        ? "org.springframework.boot.loader.launch.JarLauncher"
                        : Bench.class.getName());
        command.addAll(List.of(VICTIM, "--url", url));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void keepLedger(Process victim, CountDownLatch ready) {
        try (var lines =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.equals("ready")) {
                    ready.countDown();
                } else if (line.length() == 38) { // a whole one: the last may be cut off
                    UUID id = UUID.fromString(line.substring(2));
                    switch (line.charAt(0)) {
                        case 's' -> sent.add(id);
                        case 'a' -> acknowledged.add(id);
                        case 'r' -> resolved.add(id);
                        default -> {}
                    }
                }
            }
        } catch (IOException e) {
            // The victim was killed in the middle of a line.
        }
    }

    /**
     * What became of all commands.
     *
     * @param inDoubt were sent, and the application died before it had said what became of them
     * @param resolved of those are in the log once, after they were sent again
     */
    record Result(int acknowledged, int lost, int inDoubt, int resolved, int doubled, int cycles, long seed) {
        @Override
        public String toString() {
            return "kill acknowledged=" + acknowledged + " lost=" + lost + " in_doubt=" + inDoubt + " resolved="
                    + resolved + " doubled=" + doubled + " cycles=" + cycles + " seed=" + seed;
        }
    }

    private Result result(int cycles, long seed) {
        try (var database = BenchPostgres.pool(url, 2)) {
            List<String> stored = new JdbcTemplate(database)
                    .queryForList("select stream from event where aggregate = 'Note'", String.class);
            Set<UUID> there =
                    new HashSet<>(stored.stream().map(UUID::fromString).toList());
            Set<UUID> lost = new HashSet<>(acknowledged);
            lost.removeAll(there);
            Set<UUID> settled = new HashSet<>(inDoubt);
            settled.retainAll(there);
            return new Result(
                    acknowledged.size(),
                    lost.size(),
                    inDoubt.size(),
                    settled.size(),
                    stored.size() - there.size(),
                    cycles,
                    seed);
        }
    }

    /** The application that is killed: says what it sends and what was acknowledged, line by line. */
    static void victim(Options options) throws Exception {
        var node = BenchNode.start(options.text("url"));
        var commands = node.commands();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Callable<Void>> again = new ArrayList<>();
        for (String line; (line = lines.readLine()) != null && !line.isEmpty(); ) {
            UUID id = UUID.fromString(line);
            again.add(() -> {
                sendAgain(commands, id);
                say("r " + id);
                return null;
            });
        }
        threads.invokeAll(again);
        say("ready");
        for (int writer = 0; writer < WRITERS; writer++) {
            threads.submit(() -> {
                while (true) {
                    UUID id = UUID.randomUUID();
                    say("s " + id);
                    try {
                        commands.sendAndWait(new TakeNote(id, Note.TEXT));
                        say("a " + id);
                    } catch (RuntimeException e) {
                        Thread.sleep(100); // PostgreSQL is away: in doubt
                    }
                }
            });
        }
        while (lines.read() >= 0) {} // until whoever was to kill us is gone
        Runtime.getRuntime().halt(1);
    }

    private static void sendAgain(CommandGateway commands, UUID id) {
        try {
            commands.sendAndWait(new TakeNote(id, Note.TEXT));
        } catch (AggregateStreamCreationException landed) {
            // It had landed: one effect.
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
