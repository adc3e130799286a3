package org.traverse.matching.learningplan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The learning that closes most of the gaps in the time and for the money there is, and of what closes as much, that
 * which is cheapest.
 */
public final class LearningPlans {
    /** A second or two; hundredths of one suffice to prove what is best of sixty items that help. */
    private static final long EFFORT = 100_000_000;

    private static final Comparator<Search> MOST_CLOSED =
            Comparator.comparing(Search::closed).reversed();

    private LearningPlans() {}

    /** The plan that takes the fewest hours. */
    public static LearningPlan plan(List<Aim> aims, List<LearningItem> catalogue, StudyTime time) {
        return plan(aims, catalogue, time, Cheapest.HOURS);
    }

    /**
     * @param catalogue all there is to learn; what does not help is left aside
     * @param cheapest which of the plans that close as much is wanted
     * @throws IllegalArgumentException naming the fact that makes no sense: a skill aimed at twice, an item that is there
     *     twice, comes after one that is not there, or after itself
     */
    public static LearningPlan plan(List<Aim> aims, List<LearningItem> catalogue, StudyTime time, Cheapest cheapest) {
        return plan(aims, catalogue, time, cheapest, new Effort(EFFORT));
    }

    static LearningPlan plan(
            List<Aim> aims, List<LearningItem> catalogue, StudyTime time, Cheapest cheapest, Effort effort) {
        refuseTwins(aims);
        var items = Helpful.of(aims, new Catalogue(catalogue), time);
        return switch (cheapest) {
            case HOURS -> fewestHours(Search.of(aims, items, time, Cheapest.HOURS, effort));
            case MONEY -> leastMoney(Search.of(aims, items, time, Cheapest.MONEY, effort), effort);
        };
    }

    private static LearningPlan fewestHours(Search search) {
        return search.plan(search.isProven(), search.closedAtMost());
    }

    /** In two steps: one number that held levels, money and hours would be too large to be exact. */
    private static LearningPlan leastMoney(Search cheapest, Effort effort) {
        var time = cheapest.time().withBudget(cheapest.cost());
        var shortest = Search.of(cheapest.aims(), cheapest.items(), time, Cheapest.HOURS, effort);
        return Stream.of(shortest, cheapest)
                .min(MOST_CLOSED.thenComparing(Search::cost).thenComparing(Search::hours))
                .orElseThrow()
                .plan(shortest.isProven() && cheapest.isProven(), cheapest.closedAtMost());
    }

    private static void refuseTwins(List<Aim> aims) {
        Set<UUID> skills = new HashSet<>();
        for (var aim : aims) {
            if (!skills.add(aim.skill())) {
                throw new IllegalArgumentException("skill " + aim.skill() + " is aimed at twice");
            }
        }
    }
}
