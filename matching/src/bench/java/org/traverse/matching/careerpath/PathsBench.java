package org.traverse.matching.careerpath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.traverse.matching.Options;
import org.traverse.matching.careerpath.CareerAdvice.Paths;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.learningplan.LearningItem;

/** How long it takes to make the graph of an invented company's roles, and to find somebody's ways in it. */
public final class PathsBench {
    private static final int ALTERNATIVES = 3;
    private static final int RANKS = 4;
    private static final int SKILLS_FOR_ALL = 40;
    private static final int WARM_UP = 60;

    private PathsBench() {}

    public static void run(Options options) {
        int seed = options.number("seed", 7);
        int questions = options.number("questions", 300);
        for (int roles : options.numbers("roles", "1000,5000")) {
            measure(roles, questions, new Random(seed));
        }
    }

    private static void measure(int count, int questions, Random random) {
        var roles = roles(count / RANKS * RANKS, random);
        var catalogue = catalogue(roles, random);
        var moves = moves(roles.size(), random);
        long begin = System.nanoTime();
        var graph = new RoleGraph(roles, moves, catalogue, Assumptions.usual());
        double graphSeconds = (System.nanoTime() - begin) / 1e9;
        for (int i = 0; i < WARM_UP; i++) {
            ask(graph, roles, i, random);
        }
        double[] millis = new double[questions];
        int reached = 0;
        int steps = 0;
        int unproven = 0;
        for (int i = 0; i < questions; i++) {
            begin = System.nanoTime();
            var advice = ask(graph, roles, i, random);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (advice instanceof Paths found) {
                reached++;
                steps += found.paths().get(0).steps().size();
                unproven += found.areBest() ? 0 : 1;
            }
        }
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT,
                "paths roles=%d graph_s=%.2f p50_ms=%.1f p99_ms=%.1f max_ms=%.1f alternatives=%d questions=%d"
                        + " reached_pct=%.0f steps_mean=%.1f unproven=%d",
                roles.size(),
                graphSeconds,
                millis[questions / 2],
                millis[(int) Math.ceil(0.99 * questions) - 1],
                millis[questions - 1],
                ALTERNATIVES,
                questions,
                100.0 * reached / questions,
                steps / (double) Math.max(1, reached),
                unproven));
    }

    /** Somebody in a role of the lower ranks, who has part of another, asks for one of the upper, not far from theirs. */
    private static CareerAdvice ask(RoleGraph graph, List<RoleProfile> roles, int number, Random random) {
        int now = random.nextInt(roles.size()) / RANKS * RANKS + random.nextInt(2);
        int near = Math.floorMod(now / RANKS + random.nextInt(9) - 4, roles.size() / RANKS);
        var skills = new HashMap<UUID, Integer>();
        roles.get(now).requirements().forEach(asked -> skills.put(asked.skill(), asked.level()));
        roles.get(random.nextInt(roles.size())).requirements().stream()
                .limit(6)
                .forEach(asked -> skills.merge(asked.skill(), asked.level(), Math::max));
        var traveller = new Traveller(skills, Optional.of(roles.get(now).id()), 4);
        var target = roles.get(near * RANKS + 2 + random.nextInt(2)).id();
        var aim = PathAim.values()[number % PathAim.values().length];
        return CareerPaths.find(graph, traveller, target, aim, ALTERNATIVES);
    }

    /** Ladders of four ranks that ask for the same skills, ever more of them; neighbouring ladders share many. */
    private static List<RoleProfile> roles(int count, Random random) {
        var roles = new ArrayList<RoleProfile>();
        for (int role = 0; role < count; role++) {
            int rank = role % RANKS;
            long ladder = role / RANKS;
            Map<UUID, Requirement> asked = new LinkedHashMap<>();
            for (int i = 0; i < 14 + 2 * rank; i++) {
                long skill = i < 10 ? SKILLS_FOR_ALL + 3 * ladder + random.nextInt(16) : random.nextInt(SKILLS_FOR_ALL);
                int level = Math.max(1, Math.min(5, 1 + rank + random.nextInt(3) - 1));
                asked.putIfAbsent(new UUID(0, skill), new Requirement(new UUID(0, skill), level, i < 4));
            }
            roles.add(new RoleProfile(new UUID(1, role), List.copyOf(asked.values())));
        }
        return roles;
    }

    private static List<LearningItem> catalogue(List<RoleProfile> roles, Random random) {
        var items = new ArrayList<LearningItem>();
        for (var role : roles) {
            var asked =
                    role.requirements().get(random.nextInt(role.requirements().size()));
            items.add(new LearningItem(
                    new UUID(2, items.size()),
                    Map.of(asked.skill(), 1 + random.nextInt(5)),
                    4 + random.nextInt(40),
                    random.nextInt(3) * 200_00L,
                    Set.of(),
                    Optional.empty()));
        }
        return items;
    }

    private static List<Moves> moves(int roles, Random random) {
        var moves = new HashMap<List<Integer>, Moves>();
        for (int i = 0; i < roles * 2; i++) {
            int from = random.nextInt(roles);
            int to = Math.floorMod(from + random.nextInt(41) - 20, roles);
            if (from != to) {
                moves.put(List.of(from, to), new Moves(new UUID(1, from), new UUID(1, to), 5 + random.nextInt(40)));
            }
        }
        return List.copyOf(moves.values());
    }
}
