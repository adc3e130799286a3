package org.traverse.matching.learningplan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What may be learnt, in numbers: items that cover elements, of which each counts once however many items cover it. Worth
 * the weights of the elements covered less the burdens.
 *
 * @param unit what a level of weight 1 is worth: more than all that can be borne, so that no burden spared is worth a level
 * @param weights of the elements
 * @param covers the elements of each item
 * @param burden of each item: its hours, or its cost in multiples of what every cost is a multiple of
 * @param after the items that each item needs directly, all of them with smaller or larger numbers but without a circle
 */
record Choice(
        long unit,
        long[] weights,
        int[][] covers,
        int[] hours,
        long[] cost,
        long[] burden,
        int[][] after,
        Budgets budgets) {

    private record Element(Aim aim, int level) {
        boolean isGivenBy(LearningItem item) {
            return item.gives().getOrDefault(aim.skill(), 0) >= level;
        }
    }

    static Choice of(List<Aim> aims, List<LearningItem> items, StudyTime time, Cheapest cheapest) {
        int[] hours = items.stream().mapToInt(LearningItem::hours).toArray();
        long[] cost = items.stream().mapToLong(LearningItem::cost).toArray();
        long costStep = greatestCommonDivisor(LongStream.of(cost));
        boolean isMoney = cheapest == Cheapest.MONEY;
        long[] burden = isMoney
                ? LongStream.of(cost).map(each -> each / costStep).toArray()
                : IntStream.of(hours).asLongStream().toArray();
        long most = isMoney ? time.budget() / costStep : time.hours();
        long unit = 1 + Math.min(most, LongStream.of(burden).sum());
        var elements = elements(aims, items);
        return new Choice(
                unit,
                elements.stream()
                        .mapToLong(element -> element.aim().weight() * unit)
                        .toArray(),
                covers(elements, items),
                hours,
                cost,
                burden,
                after(items),
                Budgets.of(items, time));
    }

    private static List<Element> elements(List<Aim> aims, List<LearningItem> items) {
        return aims.stream()
                .flatMap(aim ->
                        IntStream.rangeClosed(aim.have() + 1, aim.want()).mapToObj(level -> new Element(aim, level)))
                .filter(element -> items.stream().anyMatch(element::isGivenBy))
                .toList();
    }

    private static int[][] covers(List<Element> elements, List<LearningItem> items) {
        return items.stream()
                .map(item -> IntStream.range(0, elements.size())
                        .filter(number -> elements.get(number).isGivenBy(item))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static int[][] after(List<LearningItem> items) {
        Map<UUID, Integer> numbers = IntStream.range(0, items.size())
                .boxed()
                .collect(toMap(number -> items.get(number).id(), identity()));
        return items.stream()
                .map(item ->
                        item.after().stream().mapToInt(numbers::get).sorted().toArray())
                .toArray(int[][]::new);
    }

    static long greatestCommonDivisor(LongStream numbers) {
        return Math.max(1, numbers.reduce(0, Choice::greatestCommonDivisor));
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    int items() {
        return hours.length;
    }

    long worth(boolean[] chosen) {
        boolean[] covered = new boolean[weights.length];
        long worth = 0;
        for (int item = 0; item < items(); item++) {
            if (chosen[item]) {
                worth -= burden[item];
                for (int element : covers[item]) {
                    worth += covered[element] ? 0 : weights[element];
                    covered[element] = true;
                }
            }
        }
        return worth;
    }

    /** The weighted levels that may be closed by what is worth no more than this. */
    long closedAtMost(long worth) {
        return (worth + unit - 1) / unit;
    }
}
