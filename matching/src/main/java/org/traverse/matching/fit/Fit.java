package org.traverse.matching.fit;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /** Where somebody stands whose fit could not be better. */
    public static final int HIGHEST_STANDING = standing(true, Parts.ALL);

    public Fit {
        parts = List.copyOf(parts);
        requirements = List.copyOf(requirements);
        blocks = List.copyOf(blocks);
        if (score != sum(parts)) {
            throw new IllegalArgumentException("score " + score + " is not the " + sum(parts) + " of its parts");
        }
        if (score > Parts.ALL) {
            throw new IllegalArgumentException("score " + score + " is above " + Parts.ALL);
        }
        if (eligible != blocks.isEmpty()) {
            throw new IllegalArgumentException("eligible is " + eligible + " with blocks " + blocks);
        }
    }

    public static Fit of(Person person, Work work, LocalDate today) {
        var requirements = work.requirements().stream()
                .map(asked -> RequirementMet.of(asked, person.levelOf(asked.skill())))
                .toList();
        var left = work.remaining(today);
        var free = person.freeHours(left.from(), left.to());
        var parts = Parts.of(person, requirements, left, free, today);
        var blocks = blocks(work, requirements, free, today);
        return new Fit(blocks.isEmpty(), sum(parts), parts, requirements, blocks);
    }

    /** Whether evidence of this day still counts as recent; a course or a gig of years ago says less. */
    public static boolean isRecent(LocalDate evidence, LocalDate today) {
        return !evidence.isBefore(recentSince(today));
    }

    /** The first day whose evidence is recent. */
    public static LocalDate recentSince(LocalDate today) {
        return today.minusMonths(Parts.MONTHS_EVIDENCE_IS_RECENT);
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
        return eligible ? Parts.ALL + 1 + score : score;
    }

    private static List<Block> blocks(Work work, List<RequirementMet> requirements, int free, LocalDate today) {
        var blocks = new ArrayList<Block>();
        if (work.isOver(today)) {
            blocks.add(new Block.AlreadyOver(work.to()));
        }
        if (requirements.isEmpty()) {
            blocks.add(new Block.NoRequirementsKnown());
        }
        for (var asked : requirements) {
            if (asked.must() && !asked.met()) {
                blocks.add(new Block.SkillTooLow(asked.skill(), asked.level(), asked.have()));
            }
        }
        if (free < work.hoursPerWeek()) {
            blocks.add(new Block.TooFewHours(free, work.hoursPerWeek()));
        }
        return blocks;
    }

    private static int sum(List<Part> parts) {
        var sum = 0;
        for (var part : parts) {
            sum += part.points();
        }
        return sum;
    }
}
