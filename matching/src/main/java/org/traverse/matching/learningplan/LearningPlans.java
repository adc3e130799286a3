package org.traverse.matching.learningplan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.traverse.matching.facts.IsoWeek;
import org.traverse.matching.learningplan.LearningPlan.Study;

/**
 * The learning that closes most of the gaps in the time and for the money there is, and of what closes as much, that
 * which takes the fewest hours.
 */
public final class LearningPlans {
    /** A second or two; hundredths of one suffice to prove what is best of sixty items that help. */
    private static final long EFFORT = 100_000_000;

    private LearningPlans() {}

    /**
     * @param catalogue all there is to learn; what does not help is left aside
     * @throws IllegalArgumentException naming the fact that makes no sense: a skill aimed at twice, an item that is there
     *     twice, comes after one that is not there, or after itself
     */
    public static LearningPlan plan(List<Aim> aims, List<LearningItem> catalogue, StudyTime time) {
        return plan(aims, time, search(aims, catalogue, time));
    }

    /** @param items those that help */
    record Search(List<LearningItem> items, Choice choice, Calendar calendar, BestSet.Found found) {}

    static Search search(List<Aim> aims, List<LearningItem> catalogue, StudyTime time) {
        Map<UUID, Aim> bySkill = unique(aims);
        List<LearningItem> items = helpful(bySkill, new Catalogue(catalogue), time);
        var choice = choice(bySkill, items, time);
        var order = new Order(choice.after());
        var calendar = new Calendar(items, order, time);
        return new Search(items, choice, calendar, BestSet.of(choice, order, calendar::fits, EFFORT));
    }

    private static LearningPlan plan(List<Aim> aims, StudyTime time, Search search) {
        var items = search.items();
        var found = search.found();
        var weeks = search.calendar().of(found.chosen()).orElseThrow();
        int[] chosen = IntStream.range(0, items.size())
                .filter(item -> found.chosen()[item])
                .toArray();
        long start = IsoWeek.of(time.from());
        List<Study> studies = IntStream.of(chosen)
                .mapToObj(item -> new Study(
                        items.get(item).id(),
                        IsoWeek.monday(start + weeks[item].first()),
                        IntStream.of(weeks[item].hours()).boxed().toList()))
                .sorted(Comparator.comparing(Study::firstWeek)
                        .thenComparing(Study::lastWeek)
                        .thenComparing(Study::item))
                .toList();
        Map<UUID, Integer> reached = new LinkedHashMap<>();
        long closed = 0;
        for (var aim : aims) {
            int level = IntStream.of(chosen)
                    .map(item -> items.get(item).gives().getOrDefault(aim.skill(), 0))
                    .reduce(aim.have(), Math::max);
            reached.put(aim.skill(), level);
            closed += (long) aim.weight() * Math.max(0, Math.min(level, aim.want()) - aim.have());
        }
        int hours = IntStream.of(chosen).map(item -> items.get(item).hours()).sum();
        long cost =
                IntStream.of(chosen).mapToLong(item -> items.get(item).cost()).sum();
        return new LearningPlan(
                studies,
                reached,
                closed,
                hours,
                cost,
                found.bound() == found.worth(),
                Math.max(0, mayBeClosed(found.bound(), unit(items, time)) - closed));
    }

    /** Of what is worth no more than this, hours and all. */
    private static long mayBeClosed(long worth, long unit) {
        return (worth + unit - 1) / unit;
    }

    private static Map<UUID, Aim> unique(List<Aim> aims) {
        var bySkill = new LinkedHashMap<UUID, Aim>();
        for (var aim : aims) {
            if (bySkill.put(aim.skill(), aim) != null) {
                throw new IllegalArgumentException("skill " + aim.skill() + " is aimed at twice");
            }
        }
        return bySkill;
    }

    /** What gives a level that is missing, and what has to come before that; nothing that cannot be done at all. */
    private static List<LearningItem> helpful(Map<UUID, Aim> aims, Catalogue catalogue, StudyTime time) {
        Set<LearningItem> helpful = new LinkedHashSet<>();
        for (var item : catalogue.items()) {
            boolean helps = aims.values().stream()
                    .anyMatch(aim -> aim.have() < aim.want() && item.gives().getOrDefault(aim.skill(), 0) > aim.have());
            if (helps) {
                var all = catalogue.withAllBefore(item);
                if (isPossible(all, time)) {
                    helpful.addAll(all);
                }
            }
        }
        return catalogue.items().stream().filter(helpful::contains).toList();
    }

    private static boolean isPossible(Set<LearningItem> together, StudyTime time) {
        long hours = 0;
        long cost = 0;
        for (var item : together) {
            hours += item.hours();
            cost = item.cost() > time.budget() ? Long.MAX_VALUE : cost + item.cost();
            if (hours > time.hours() || cost > time.budget() || !Calendar.fitsAlone(item, time)) {
                return false;
            }
        }
        return true;
    }

    /** More than all hours that can be spent, so that no hours saved are worth a level. */
    private static long unit(List<LearningItem> items, StudyTime time) {
        return 1
                + Math.min(
                        time.hours(),
                        items.stream().mapToLong(LearningItem::hours).sum());
    }

    /** What is left of a budget, when all that is spent comes in multiples of something. */
    private static long usable(long budget, LongStream spent) {
        long multiple = spent.reduce(0, LearningPlans::greatestCommonDivisor);
        return multiple == 0 ? budget : budget / multiple * multiple;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static Choice choice(Map<UUID, Aim> aims, List<LearningItem> items, StudyTime time) {
        record Level(UUID skill, int level) {}
        long unit = unit(items, time);
        Map<Level, Integer> elements = new LinkedHashMap<>();
        List<Long> weights = new ArrayList<>();
        for (var aim : aims.values()) {
            int taught = items.stream()
                    .mapToInt(item -> item.gives().getOrDefault(aim.skill(), 0))
                    .max()
                    .orElse(0);
            for (int level = aim.have() + 1; level <= Math.min(taught, aim.want()); level++) {
                elements.put(new Level(aim.skill(), level), elements.size());
                weights.add(aim.weight() * unit);
            }
        }
        Map<UUID, Integer> numbers = IntStream.range(0, items.size())
                .boxed()
                .collect(toMap(number -> items.get(number).id(), identity()));
        int[][] covers = items.stream()
                .map(item -> elements.entrySet().stream()
                        .filter(element ->
                                item.gives().getOrDefault(element.getKey().skill(), 0)
                                        >= element.getKey().level())
                        .mapToInt(Map.Entry::getValue)
                        .toArray())
                .toArray(int[][]::new);
        int[][] after = items.stream()
                .map(item ->
                        item.after().stream().mapToInt(numbers::get).sorted().toArray())
                .toArray(int[][]::new);
        return new Choice(
                weights.stream().mapToLong(Long::longValue).toArray(),
                covers,
                items.stream().mapToInt(LearningItem::hours).toArray(),
                items.stream().mapToLong(LearningItem::cost).toArray(),
                after,
                usable(time.hours(), items.stream().mapToLong(LearningItem::hours)),
                usable(time.budget(), items.stream().mapToLong(LearningItem::cost)));
    }
}
