package org.traverse.matching.careerpath;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The steps one person may make, and what each takes. */
final class Steps {
    /** Where nobody has another role yet. */
    static final int START = -1;

    private static final int MUST = 3;

    /**
     * @param readiness in percent of what the role asks for
     * @param study hours before the move; {@code learnt} hours of learning in the role
     * @param fees in minor units
     */
    record Effort(int readiness, long study, long learnt, long fees) {}

    private final RoleGraph graph;
    private final Traveller traveller;
    private final int target;
    private final PathAim aim;
    private final int[] person;
    private final OptionalInt role;
    private final int[] first;
    private final int[][] next;
    private final long firstReadiness;

    Steps(RoleGraph graph, Traveller traveller, int target, PathAim aim) {
        this.graph = graph;
        this.traveller = traveller;
        this.target = target;
        this.aim = aim;
        person = new int[graph.skills.size()];
        traveller.skills().forEach((skill, level) -> graph.skills.find(skill).ifPresent(at -> person[at] = level));
        role = traveller.role().map(graph::number).map(OptionalInt::of).orElse(OptionalInt.empty());
        first = toStopsAndTarget(IntStream.range(0, graph.roles.size()));
        next = new int[graph.roles.size()][];
        firstReadiness = aim == PathAim.MOST_TRAVELLED ? firstReadiness() : 0;
    }

    private long firstReadiness() {
        return IntStream.range(0, graph.roles.size())
                .mapToObj(to -> plausible(START, to))
                .filter(effort -> effort != null)
                .mapToLong(effort -> Math.max(1, effort.readiness()))
                .sum();
    }

    /** Where a path may go on to, in ascending order: to near roles, and to the target from anywhere. */
    int[] next(int from) {
        if (from == START) {
            return first;
        }
        if (next[from] == null) {
            next[from] = toStopsAndTarget(IntStream.of(graph.travel.next(from)));
        }
        return next[from];
    }

    /** It would make no sense to stop where one is. */
    private int[] toStopsAndTarget(IntStream roles) {
        var stops = roles.filter(to -> to != target && (role.isEmpty() || role.getAsInt() != to));
        return IntStream.concat(stops, IntStream.of(target)).sorted().toArray();
    }

    /** For every skill of a role, the level somebody has who comes from another. */
    int[] known(int from, int to) {
        return graph.profile(to).known(person, from == START ? null : graph.profile(from));
    }

    /** Has the stop taught nothing of what the next role asks for? */
    boolean teachesNothing(int before, int stop, int next) {
        int[] without = known(before, next);
        int[] with = known(stop, next);
        int[] wanted = graph.profile(next).levels();
        return IntStream.range(0, wanted.length)
                .allMatch(i -> Math.min(with[i], wanted[i]) <= Math.min(without[i], wanted[i]));
    }

    int people(int from, int to) {
        if (from != START) {
            return graph.travel.people(from, to);
        }
        return role.isPresent() ? graph.travel.people(role.getAsInt(), to) : 0;
    }

    /** Where somebody went, others may go; else null for what asks too much. */
    Effort plausible(int from, int to) {
        int[] known = known(from, to);
        int readiness = readiness(known, graph.profile(to));
        boolean seen = people(from, to) > 0;
        if (readiness < graph.assumptions.readiness() && !seen) {
            return null;
        }
        var effort = effort(readiness, known, graph.profile(to));
        return effort.study() + effort.learnt() <= graph.assumptions.hoursToLearn() || seen ? effort : null;
    }

    Effort effort(int from, int to) {
        int[] known = known(from, to);
        return effort(readiness(known, graph.profile(to)), known, graph.profile(to));
    }

    private int readiness(int[] known, Profile wanted) {
        long had = 0;
        long all = 0;
        for (int i = 0; i < known.length; i++) {
            int level = wanted.levels()[i];
            long worth = graph.rarity(wanted.skills()[i]) * (wanted.musts()[i] ? MUST : 1);
            had += worth * Math.min(known[i], level);
            all += worth * level;
        }
        return (int) (100 * had / all);
    }

    private Effort effort(int readiness, int[] known, Profile wanted) {
        var learning = learning(known, wanted);
        long levels = 0;
        for (int i = 0; i < known.length; i++) {
            levels += wanted.musts()[i] ? 0 : Math.max(0, wanted.levels()[i] - known[i]);
        }
        return new Effort(
                readiness, learning.hours(), levels * graph.assumptions.hoursPerLevelInRole(), learning.fees());
    }

    /** Before the move: the musts. */
    Learning learning(int[] known, Profile wanted) {
        var learning = new Learning(graph);
        for (int i = 0; i < known.length; i++) {
            if (wanted.musts()[i]) {
                learning.add(wanted.skills()[i], known[i], wanted.levels()[i]);
            }
        }
        return learning;
    }

    /** Null for a step that is not plausible. */
    Weight weight(int from, int to) {
        var effort = plausible(from, to);
        if (effort == null) {
            return null;
        }
        return switch (aim) {
            case CHEAPEST -> new Weight(cost(effort), weeks(from, effort));
            case FASTEST -> new Weight(weeks(from, effort), cost(effort));
            case MOST_TRAVELLED -> new Weight(unlikelihood(from, to, effort), weeks(from, effort));
        };
    }

    private long unlikelihood(int from, int to, Effort effort) {
        return from == START
                ? graph.travel.unlikelihood(role, to, Math.max(1, effort.readiness()), firstReadiness)
                : graph.travel.unlikelihood(from, to);
    }

    /** To learn in the role, and to settle in. */
    long hoursInRole(Effort effort) {
        return effort.learnt() + graph.assumptions.settlingInHours();
    }

    /** In minor units: fees, and the hours not worked. */
    long cost(Effort effort) {
        return effort.fees() + (effort.study() + hoursInRole(effort)) * graph.assumptions.hourlyCost();
    }

    /** Until the move: one studies beside the job, and stays in a role for a while. */
    long weeks(int from, Effort effort) {
        long study = (effort.study() + traveller.studyHours() - 1) / traveller.studyHours();
        return from == START ? study : Math.max(study, graph.assumptions.weeksInRole());
    }
}
