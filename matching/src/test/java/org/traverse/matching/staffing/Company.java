package org.traverse.matching.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Commitment;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

/** A company made up from a seed, small or large, whose people compete for seats. */
record Company(long seed, int people, int works, int seatsPerWork, int skills) {

    static final LocalDate TODAY = LocalDate.parse("2025-03-03");

    StaffingProblem problem() {
        var random = new Random(seed);
        var allPeople = IntStream.range(0, people)
                .mapToObj(number -> person(number, random))
                .toList();
        var allWorks = IntStream.range(0, works)
                .mapToObj(number -> work(number, random))
                .toList();
        var seats = new ArrayList<SeatToFill>();
        var taken = new HashSet<Pairing>();
        for (var work : allWorks) {
            IntStream.rangeClosed(1, seatsPerWork).forEach(number -> seats.add(new SeatToFill(work.id(), number)));
            taken.add(new Pairing(allPeople.get(random.nextInt(people)).id(), work.id()));
        }
        return new StaffingProblem(allPeople, allWorks, seats, taken, TODAY);
    }

    private Person person(int number, Random random) {
        var known = new HashMap<UUID, KnownSkill>();
        for (var skill = 0; skill < skills; skill++) {
            if (random.nextInt(3) > 0) {
                var proven = Optional.of(TODAY.minusDays(random.nextInt(1500))).filter(on -> random.nextBoolean());
                known.put(new UUID(3, skill), new KnownSkill(1 + random.nextInt(5), proven));
            }
        }
        var from = TODAY.plusDays(random.nextInt(90));
        return new Person(
                new UUID(1, number),
                known,
                8 + random.nextInt(12),
                List.of(new Commitment(from, from.plusDays(random.nextInt(40)), random.nextInt(8))));
    }

    private Work work(int number, Random random) {
        var requirements = new ArrayList<Requirement>();
        var first = random.nextInt(skills);
        for (var next = 0; next < Math.min(4, skills); next++) {
            requirements.add(new Requirement(new UUID(3, (first + next) % skills), 1 + random.nextInt(3), next < 2));
        }
        var from = TODAY.plusDays(random.nextInt(60));
        return new Work(
                new UUID(2, number), 3 + random.nextInt(8), from, from.plusDays(20 + random.nextInt(60)), requirements);
    }
}
