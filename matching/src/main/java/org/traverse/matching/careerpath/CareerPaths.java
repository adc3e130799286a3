package org.traverse.matching.careerpath;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Checked;

/** The cheapest, fastest or most travelled ways to a role. */
public final class CareerPaths {
    public static final int ALTERNATIVES_AT_MOST = 10;

    private final RoleGraph graph;
    private final Steps steps;
    private final int target;

    private CareerPaths(RoleGraph graph, Steps steps, int target) {
        this.graph = graph;
        this.steps = steps;
        this.target = target;
    }

    /**
     * @param alternatives so many paths at most, 1-10
     * @throws IllegalArgumentException naming what makes no sense: a role that is not in the graph, too many alternatives
     */
    public static CareerAdvice find(RoleGraph graph, Traveller traveller, UUID target, PathAim aim, int alternatives) {
        Checked.between("number of alternatives", alternatives, 1, ALTERNATIVES_AT_MOST);
        int to = graph.number(Checked.present("target", target));
        var steps = new Steps(graph, Checked.present("traveller", traveller), to, Checked.present("aim", aim));
        return new CareerPaths(graph, steps, to).advice(alternatives);
    }

    private CareerAdvice advice(int alternatives) {
        if (gaps(Steps.START, target).isEmpty()) {
            return new CareerAdvice.AlreadyMet();
        }
        var found = Search.best(steps, graph, target, alternatives);
        return found.paths().isEmpty()
                ? noPath(found.areBest())
                : new CareerAdvice.Paths(found.paths().stream().map(this::path).toList(), found.areBest());
    }

    private CareerPath path(int[] roles) {
        var path = new ArrayList<Step>();
        int from = Steps.START;
        for (int to : roles) {
            path.add(step(from, to));
            from = to;
        }
        return new CareerPath(path);
    }

    private Step step(int from, int to) {
        var effort = steps.effort(from, to);
        var learning = steps.learning(steps.known(from, to), graph.profile(to));
        return new Step(
                graph.roles.id(to),
                effort.readiness(),
                gaps(from, to),
                ids(learning.items()),
                effort.study(),
                steps.hoursInRole(effort),
                effort.fees(),
                steps.cost(effort),
                steps.weeks(from, effort),
                steps.people(from, to));
    }

    private List<StepGap> gaps(int from, int to) {
        int[] known = steps.known(from, to);
        var wanted = graph.profile(to);
        return IntStream.range(0, known.length)
                .filter(i -> known[i] < wanted.levels()[i])
                .mapToObj(i -> gap(wanted.skills()[i], known[i], wanted.levels()[i], wanted.musts()[i]))
                .sorted(comparing((StepGap gap) -> !gap.must())
                        .thenComparing(gap -> gap.have() - gap.want())
                        .thenComparing(StepGap::skill))
                .toList();
    }

    private StepGap gap(int skill, int have, int want, boolean must) {
        var items = IntStream.of(must ? graph.lesson(skill, want) : new int[0])
                .mapToObj(item -> graph.teaching.item(item).id())
                .toList();
        return new StepGap(graph.skills.id(skill), have, want, must, items);
    }

    private List<UUID> ids(BitSet items) {
        return items.stream().mapToObj(item -> graph.teaching.item(item).id()).toList();
    }

    /** Nearest is where one brings most of what the target asks for, then where the last step costs least. */
    private CareerAdvice.NoPath noPath(boolean isCertain) {
        int nearest = Steps.START;
        for (int role : reachable().stream().toArray()) {
            nearest = isNearer(role, nearest) ? role : nearest;
        }
        return new CareerAdvice.NoPath(
                nearest == Steps.START ? Optional.empty() : Optional.of(graph.roles.id(nearest)),
                step(nearest, target),
                isCertain);
    }

    private boolean isNearer(int role, int other) {
        var one = steps.effort(role, target);
        var two = steps.effort(other, target);
        return one.readiness() > two.readiness()
                || one.readiness() == two.readiness() && steps.cost(one) < steps.cost(two);
    }

    private BitSet reachable() {
        var reached = new BitSet();
        var newest = IntStream.of(Steps.START);
        for (int changes = 1; changes < graph.assumptions.changes(); changes++) {
            int[] added = newest.flatMap(from -> IntStream.of(steps.next(from))
                            .filter(to -> to != target && !reached.get(to) && steps.plausible(from, to) != null))
                    .distinct()
                    .toArray();
            IntStream.of(added).forEach(reached::set);
            newest = IntStream.of(added);
        }
        return reached;
    }
}
