package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;

/**
 * How well a person fits some work: a score of 0-100 that is exactly the sum of its parts, each requirement beside what
 * the person has, and the rules that block the match; eligible is who meets no block.
 */
public record Fit(
        boolean eligible, int score, List<Part> parts, List<RequirementMet> requirements, List<Block> blocks) {

    /** The version of rules and formulas: another whenever the same facts and policy may give another fit. */
    public static final String VERSION = "1";

    /** The score of a fit that could not be better. */
    public static final int HIGHEST = Weights.ALL;

    /** Where somebody stands whose fit could not be better. */
    public static final int HIGHEST_STANDING = standing(true, Weights.ALL);

    /** Whoever stands lower is not eligible. */
    public static final int LOWEST_ELIGIBLE = standing(true, 0);

    public Fit {
        parts = List.copyOf(parts);
        requirements = List.copyOf(requirements);
        blocks = List.copyOf(blocks);
        if (score != sum(parts)) {
            throw new IllegalArgumentException("score " + score + " is not the " + sum(parts) + " of its parts");
        }
        if (score > Weights.ALL) {
            throw new IllegalArgumentException("score " + score + " is above " + Weights.ALL);
        }
        if (eligible != blocks.isEmpty()) {
            throw new IllegalArgumentException("eligible is " + eligible + " with blocks " + blocks);
        }
    }

    /** By the standard policy. */
    public static Fit of(Person person, Work work, LocalDate today) {
        return of(person, work, Policy.STANDARD, today);
    }

    public static Fit of(Person person, Work work, Policy policy, LocalDate today) {
        var requirements = work.requirements().stream()
                .map(asked -> RequirementMet.of(asked, person.levelOf(asked.skill())))
                .toList();
        var left = work.remaining(today);
        var free = person.freeHours(left.from(), left.to());
        var parts = new Parts(policy, today).of(person, work, requirements, free);
        var blocks = Blocks.of(person, work, requirements, free, policy, today);
        return new Fit(blocks.isEmpty(), sum(parts), parts, requirements, blocks);
    }

    /** Who may comes before who may not, then the higher score, then the id, so that a list never flickers. */
    public static <T> Comparator<T> bestFirst(Function<T, Fit> fit, Function<T, UUID> id) {
        return Comparator.comparing((T each) -> -fit.apply(each).standing()).thenComparing(id);
    }

    /** Where this stands among others, in one number from 0: everybody who may is above everybody who may not. */
    public int standing() {
        return standing(eligible, score);
    }

    static int standing(boolean eligible, int score) {
        return eligible ? Weights.ALL + 1 + score : score;
    }

    private static int sum(List<Part> parts) {
        var sum = 0;
        for (var part : parts) {
            sum += part.points();
        }
        return sum;
    }
}
