package org.traverse.matching.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.KnownSkill;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Ceiling;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;

/**
 * People by the skills they know, to find who suits some work best. It never changes and may be asked by many threads. It
 * takes 8 bytes for each skill, aim, topic and unit of each person beside the people themselves, and a search 16 for each person until it ends.
 */
public final class PeopleIndex {

    private static final int LEVEL_BITS = 3;
    private static final int NEVER = Integer.MIN_VALUE >> LEVEL_BITS;
    private static final int LAST_DAY = Integer.MAX_VALUE >> LEVEL_BITS;

    private final List<Person> people;
    private final int[] hours;
    private final Occurrences<UUID> knowing = new Occurrences<>();
    private final Occurrences<UUID> aimingAt = new Occurrences<>();
    private final Occurrences<String> interestedIn = new Occurrences<>();
    private final Occurrences<UUID> haveWorkedFor = new Occurrences<>();

    private final Policy policy;

    private PeopleIndex(List<Person> people, Policy policy) {
        this.people = people;
        this.policy = policy;
        hours = people.stream().mapToInt(Person::hoursPerWeek).toArray();
        for (var at = 0; at < hours.length; at++) {
            var position = at;
            var person = people.get(at);
            person.skills().forEach((skill, known) -> knowing.add(skill, position, how(known)));
            person.wishes().aims().forEach(skill -> aimingAt.add(skill, position));
            person.wishes().topics().forEach(topic -> interestedIn.add(topic, position));
            person.circumstances().workedFor().forEach(unit -> haveWorkedFor.add(unit, position));
        }
        List.of(knowing, aimingAt, interestedIn, haveWorkedFor).forEach(Occurrences::trim);
    }

    /** @throws IllegalArgumentException when a person is null or there twice */
    public static PeopleIndex of(Collection<Person> people, Policy policy) {
        return new PeopleIndex(
                Given.byId("person", Checked.present("people", people), Person::id), Checked.present("policy", policy));
    }

    /**
     * The first so many of all people in the order of {@link Fit#bestFirst}, each with the fit of this day: who may do the
     * work, then who comes nearest to it, so that work which asks for much is not left with nobody.
     *
     * @throws IllegalArgumentException when the work or the day is missing, fewer than one is wanted, or the work asks for more
     *     than 4,095 skills
     */
    public List<Recommended> best(Work work, int count, LocalDate today) {
        return best(work, count, today, all -> true);
    }

    /**
     * The first so many of those people who are wanted.
     *
     * @param wanted by id; asked only of people who could come among the best
     * @throws IllegalArgumentException as when all are wanted, or when nothing says who is
     */
    public List<Recommended> best(Work work, int count, LocalDate today, Predicate<UUID> wanted) {
        var highest = highest(work, today);
        Checked.present("wanted", wanted);
        return Best.of(count, highest, at -> wanted.test(people.get(at).id()), at -> {
            var person = people.get(at);
            return new Recommended(person.id(), Fit.of(person, work, policy, today));
        });
    }

    /**
     * How many of those people who are wanted meet every rule of the work.
     *
     * @param wanted by id; asked only of people who could be eligible
     * @throws IllegalArgumentException as {@link #best best} does
     */
    public long eligible(Work work, LocalDate today, Predicate<UUID> wanted) {
        var highest = highest(work, today);
        Checked.present("wanted", wanted);
        return IntStream.range(0, highest.length)
                .filter(at -> highest[at] >= Fit.LOWEST_ELIGIBLE)
                .mapToObj(people::get)
                .filter(person -> wanted.test(person.id()))
                .filter(person -> Fit.of(person, work, policy, today).eligible())
                .count();
    }

    /** How high each can stand at most, by position. */
    private int[] highest(Work work, LocalDate today) {
        var since = day(policy.recentSince(Checked.present("today", today)));
        var credits = new long[hours.length];
        for (var asked : Checked.present("work", work).requirements()) {
            aimingAt.of(asked.skill()).addTo(credits, how -> Ceiling.AIM);
            var there = knowing.of(asked.skill());
            if (there != Postings.NONE) {
                var claimed = worth(asked, false);
                var proven = worth(asked, true);
                there.addTo(credits, how -> (how >> LEVEL_BITS < since ? claimed : proven)[how & 7]);
            }
        }
        work.terms().topics().forEach(topic -> interestedIn.of(topic).mark(credits, Ceiling.INTEREST));
        work.terms().unit().ifPresent(unit -> haveWorkedFor.of(unit).mark(credits, Ceiling.CONTINUITY));
        var ceiling = Ceiling.of(work, policy);
        var highest = new int[hours.length];
        for (var at = 0; at < highest.length; at++) {
            highest[at] = ceiling.standing(credits[at], hours[at], today);
        }
        return highest;
    }

    /** The day it was proven, and in the lowest bits the level. */
    private static int how(KnownSkill known) {
        return known.provenOn().map(PeopleIndex::day).orElse(NEVER) << LEVEL_BITS | known.level();
    }

    /** Days that are too far away for an int become the last that is not: ceilings get no lower by that. */
    private static int day(LocalDate date) {
        return (int) Math.max(NEVER, Math.min(LAST_DAY, date.toEpochDay()));
    }

    /** What this requirement gives, by the level that somebody has. */
    private static long[] worth(Requirement asked, boolean recent) {
        return IntStream.rangeClosed(0, 5)
                .mapToLong(have -> Ceiling.credit(asked, have, recent))
                .toArray();
    }
}
