package org.traverse.matching.recommendation;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Circumstances;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Terms;
import org.traverse.matching.facts.Wishes;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

/** Lets half of the people want something, and all work be about something, for a policy that gives points for it. */
final class Wishing {

    static final Policy POLICY = Policy.STANDARD.withWeights(new Weights(40, 15, 15, 10, 5, 5, 5, 5));

    private static final int TOPICS = 40;
    private static final int UNITS = 500;

    private final Random random;

    Wishing(long seed) {
        random = new Random(seed);
    }

    Person wanting(Person person) {
        if (random.nextBoolean()) {
            return person;
        }
        var aims = new HashSet<UUID>(person.skills().keySet());
        aims.removeIf(skill -> random.nextInt(4) > 0);
        var circumstances = new Circumstances(
                Optional.empty(), Optional.empty(), Map.of(), Set.of(), false, Optional.empty(), Set.of(unit()));
        return new Person(
                person.id(),
                person.skills(),
                person.hoursPerWeek(),
                person.commitments(),
                circumstances,
                new Wishes(aims, topics(3), Set.of(), OptionalInt.of(8)));
    }

    Work offered(Work work) {
        var terms =
                new Terms(Optional.empty(), true, Optional.empty(), Map.of(), Set.of(), topics(2), Optional.of(unit()));
        return new Work(work.id(), work.hoursPerWeek(), work.from(), work.to(), work.requirements(), terms);
    }

    private Set<String> topics(int number) {
        return IntStream.range(0, number)
                .mapToObj(next -> "topic " + random.nextInt(TOPICS))
                .collect(Collectors.toSet());
    }

    private UUID unit() {
        return new UUID(9, random.nextInt(UNITS));
    }
}
