package org.traverse.matching.recommendation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

/**
 * Invents a marketplace: how often skills are known and asked for has a heavy tail, within each job family as among all; a
 * fifth of the people have no time, a third of the others promised some of it, and half of what people know is only their
 * own claim.
 */
public final class Inventor {

    public static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final int SKILLS = 2_000;
    private static final int FAMILIES = 25;
    private static final double OF_THE_FAMILY = 0.7;

    private final Random random;
    private final double[] share;

    public Inventor(long seed) {
        this(seed, SKILLS);
    }

    /** @param skills how many there are: the fewer, the more people there are for an opening */
    public Inventor(long seed, int skills) {
        random = new Random(seed);
        share = new double[skills];
        var sum = 0d;
        for (var skill = 0; skill < skills; skill++) {
            sum += 1d / (skill + 1);
            share[skill] = sum;
        }
    }

    public List<Person> people(int number) {
        return some(number, this::person);
    }

    public List<Work> openings(int number) {
        return some(number, this::opening);
    }

    private Person person(int number) {
        Map<UUID, KnownSkill> known = new HashMap<>();
        for (var skill : skills(5 + random.nextInt(21))) {
            var proven = Optional.of(TODAY.minusDays(random.nextInt(4 * 365))).filter(on -> random.nextBoolean());
            known.put(skill, new KnownSkill(1 + random.nextInt(5), proven));
        }
        var hours = random.nextInt(5) == 0 ? 0 : 4 + 2 * random.nextInt(9);
        var commitments = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
        return new Person(new UUID(random.nextLong(), number), known, hours, some(commitments, next -> commitment()));
    }

    private Commitment commitment() {
        var from = TODAY.plusDays(random.nextInt(365) - 60);
        return new Commitment(from, from.plusWeeks(1 + random.nextInt(26)), 2 + random.nextInt(7));
    }

    private Work opening(int number) {
        var requirements = skills(3 + random.nextInt(6)).stream()
                .map(skill -> new Requirement(skill, random.nextInt(5), random.nextInt(5) < 3))
                .toList();
        var from = TODAY.plusDays(random.nextInt(365) - 30);
        var to = from.plusWeeks(5 + random.nextInt(26));
        return new Work(new UUID(random.nextLong(), number), 2 + 2 * random.nextInt(6), from, to, requirements);
    }

    private Set<UUID> skills(int number) {
        var family = random.nextInt(FAMILIES);
        var skills = new LinkedHashSet<UUID>();
        while (skills.size() < number) {
            var drawn = draw();
            skills.add(new UUID(
                    7, random.nextDouble() < OF_THE_FAMILY ? (drawn * FAMILIES + family) % share.length : drawn));
        }
        return skills;
    }

    private int draw() {
        var at = Arrays.binarySearch(share, random.nextDouble() * share[share.length - 1]);
        return at < 0 ? -at - 1 : at;
    }

    private static <T> List<T> some(int number, IntFunction<T> next) {
        return IntStream.range(0, number).mapToObj(next).toList();
    }
}
