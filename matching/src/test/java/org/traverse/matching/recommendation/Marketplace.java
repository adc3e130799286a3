package org.traverse.matching.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Chance;
import org.traverse.matching.fit.Policy;

/** A few people and openings with few skills among them, so that much is alike and many stand equally high. */
record Marketplace(List<Person> people, List<Work> openings, Policy policy) {
    static final LocalDate TODAY = LocalDate.parse("2025-03-03");

    static Marketplace random(long seed) {
        var random = new Random(seed);
        var skills = some(8, random, () -> new UUID(random.nextLong(), random.nextLong()));
        return new Marketplace(
                some(30, random, () -> person(random, skills)),
                some(30, random, () -> work(random, skills)),
                seed % 3 == 0 ? Policy.STANDARD : Chance.policy(random));
    }

    private static Person person(Random random, List<UUID> skills) {
        var known = new HashMap<UUID, KnownSkill>();
        for (var skill : skills) {
            if (random.nextInt(3) == 0) {
                var proven = Optional.of(TODAY.minusMonths(24).plusDays(random.nextInt(3) - 1))
                        .filter(on -> random.nextBoolean());
                known.put(skill, new KnownSkill(1 + random.nextInt(5), proven));
            }
        }
        var commitments = some(3, random, () -> {
            var from = TODAY.plusDays(random.nextInt(60));
            return new Commitment(from, from.plusDays(random.nextInt(30)), random.nextInt(8));
        });
        return new Person(
                new UUID(random.nextLong(), 0),
                known,
                4 * random.nextInt(4),
                commitments,
                Chance.circumstances(random, TODAY),
                Chance.wishes(random, skills));
    }

    private static Work work(Random random, List<UUID> skills) {
        var mustsAmongFour = random.nextInt(5);
        var requirements = new ArrayList<Requirement>();
        for (var skill : skills) {
            if (random.nextInt(3) == 0) {
                requirements.add(new Requirement(skill, random.nextInt(6), random.nextInt(4) < mustsAmongFour));
            }
        }
        var from = TODAY.plusDays(random.nextInt(60) - 30);
        return new Work(
                new UUID(random.nextLong(), 0),
                4 * random.nextInt(4),
                from,
                from.plusDays(random.nextInt(60)),
                requirements,
                Chance.terms(random));
    }

    private static <T> List<T> some(int atMost, Random random, Supplier<T> next) {
        return Stream.generate(next).limit(random.nextInt(atMost + 1)).toList();
    }
}
