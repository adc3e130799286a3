package org.traverse.matching.recommendation;

import static org.traverse.matching.recommendation.Inventor.TODAY;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.traverse.matching.Options;
import org.traverse.matching.assignment.Cpu;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;

/** How long it takes to list the best with reasons: for one person, for one opening, for everybody; beside scoring all. */
public final class RecommendBench {

    private static final int LISTS = 4_000;
    private static final int LISTS_OF_THE_PEER = 50;

    /** Letters of reasons that were read, so that nobody can leave out making them. */
    private static final LongAdder READ = new LongAdder();

    private RecommendBench() {}

    public static void run(Options options) {
        var seed = options.number("seed", 7);
        var count = options.number("count", 10);
        var inventor = new Inventor(seed);
        var everybody = inventor.people(options.number("people", 100_000));
        var work = inventor.openings(options.number("openings", 5_000));
        var wished = options.number("wishes").isPresent();
        var wishing = new Wishing(seed);
        var people = wished ? everybody.stream().map(wishing::wanting).toList() : everybody;
        var openings = wished ? work.stream().map(wishing::offered).toList() : work;
        var policy = wished ? Wishing.POLICY : Policy.STANDARD;

        var began = System.nanoTime();
        var openingIndex = OpeningIndex.of(openings, policy);
        var peopleIndex = PeopleIndex.of(people, policy);
        var indexed = secondsSince(began);

        var persons = drawn(LISTS, people, seed);
        var lists = millis(persons, person -> read(openingIndex.best(person, count, TODAY)));
        var works = drawn(LISTS, openings, seed);
        var candidates = millis(works, each -> read(peopleIndex.best(each, count, TODAY)));
        var fewPersons = persons.subList(0, LISTS_OF_THE_PEER);
        var peer = millis(fewPersons, person -> read(scoringAll(person, openings, count, policy)));
        for (var person : fewPersons) {
            same(openingIndex.best(person, count, TODAY), scoringAll(person, openings, count, policy));
        }
        for (var each : works.subList(0, LISTS_OF_THE_PEER)) {
            same(peopleIndex.best(each, count, TODAY), scoringAll(people, each, count, policy));
        }

        began = System.nanoTime();
        var worked = Cpu.nanos();
        var eligible = people.parallelStream()
                .mapToLong(person -> read(openingIndex.best(person, count, TODAY)))
                .sum();
        var batch = secondsSince(began);
        var batchCpu = Cpu.secondsSince(worked);

        System.out.println(String.format(
                Locale.ROOT,
                "recommend p50_ms=%.2f p99_ms=%.2f batch_s=%.2f batch_cpu_s=%.2f people=%d openings=%d count=%d wishes=%b eligible_a_list=%.1f"
                        + " index_s=%.2f candidates_p50_ms=%.2f candidates_p99_ms=%.2f brute_p50_ms=%.2f brute_p99_ms=%.2f letters_read=%d",
                percentile(lists, 50),
                percentile(lists, 99),
                batch,
                batchCpu,
                people.size(),
                openings.size(),
                count,
                wished,
                (double) eligible / people.size(),
                indexed,
                percentile(candidates, 50),
                percentile(candidates, 99),
                percentile(peer, 50),
                percentile(peer, 99),
                READ.sum()));
    }

    private static List<Recommended> scoringAll(Person person, List<Work> openings, int count, Policy policy) {
        return best(
                count, openings.stream().map(work -> new Recommended(work.id(), Fit.of(person, work, policy, TODAY))));
    }

    private static List<Recommended> scoringAll(List<Person> people, Work work, int count, Policy policy) {
        return best(
                count,
                people.stream().map(person -> new Recommended(person.id(), Fit.of(person, work, policy, TODAY))));
    }

    private static List<Recommended> best(int count, Stream<Recommended> all) {
        return all.sorted(Fit.bestFirst(Recommended::fit, Recommended::id))
                .limit(count)
                .toList();
    }

    /** As a page does, with all the reasons: how many are eligible. */
    private static long read(List<Recommended> list) {
        var eligible = 0L;
        for (var each : list) {
            each.fit().parts().forEach(part -> READ.add(part.because().length()));
            each.fit().blocks().forEach(block -> READ.add(block.because().length()));
            eligible += each.fit().eligible() ? 1 : 0;
        }
        return eligible;
    }

    private static void same(List<Recommended> ours, List<Recommended> best) {
        if (!ours.equals(best)) {
            throw new IllegalStateException("scoring all gives " + best + ", not " + ours);
        }
    }

    private static <T> List<T> drawn(int number, List<T> from, int seed) {
        return new Random(seed).ints(number, 0, from.size()).mapToObj(from::get).toList();
    }

    /** Of each alone, in ascending order; all are done once before, so that what is measured is compiled. */
    private static <T> double[] millis(List<T> each, Consumer<T> measured) {
        each.forEach(measured);
        return each.stream()
                .mapToDouble(one -> {
                    var began = System.nanoTime();
                    measured.accept(one);
                    return 1000 * secondsSince(began);
                })
                .sorted()
                .toArray();
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
