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
 * Work by the skills it asks for, to find what suits a person best; give it only what is open. It never changes and may be
 * asked by many threads. It takes 8 bytes for each requirement, topic and unit, and 48 for each opening, beside the work itself, and a
 * search 16 for each opening until it ends.
 */
public final class OpeningIndex {

    private final List<Work> openings;
    private final List<Ceiling> ceilings;
    private final Occurrences<UUID> asking = new Occurrences<>();
    private final Occurrences<String> about = new Occurrences<>();
    private final Occurrences<UUID> doneFor = new Occurrences<>();

    private final Policy policy;

    private OpeningIndex(List<Work> openings, Policy policy) {
        this.openings = openings;
        this.policy = policy;
        ceilings = openings.stream().map(work -> Ceiling.of(work, policy)).toList();
        for (var at = 0; at < openings.size(); at++) {
            var position = at;
            var work = openings.get(at);
            work.requirements().forEach(asked -> asking.add(asked.skill(), position, how(asked)));
            work.terms().topics().forEach(topic -> about.add(topic, position));
            work.terms().unit().ifPresent(unit -> doneFor.add(unit, position));
        }
        List.of(asking, about, doneFor).forEach(Occurrences::trim);
    }

    /** @throws IllegalArgumentException when an opening is null, there twice, or asks for more than 4,095 skills */
    public static OpeningIndex of(Collection<Work> openings, Policy policy) {
        return new OpeningIndex(
                Given.byId("opening", Checked.present("openings", openings), Work::id),
                Checked.present("policy", policy));
    }

    /**
     * The first so many of all openings in the order of {@link Fit#bestFirst}, each with the fit of this day: what the
     * person may do, then what comes nearest to it, so that nobody whose skills are few is left with nothing to see.
     *
     * @throws IllegalArgumentException when the person or the day is missing, or fewer than one is wanted
     */
    public List<Recommended> best(Person person, int count, LocalDate today) {
        return best(person, count, today, all -> true);
    }

    /**
     * The first so many of those openings that are wanted.
     *
     * @param wanted by id; asked only of openings that could come among the best
     * @throws IllegalArgumentException as when all are wanted, or when nothing says which are
     */
    public List<Recommended> best(Person person, int count, LocalDate today, Predicate<UUID> wanted) {
        Checked.present("today", today);
        Checked.present("wanted", wanted);
        var credits = new long[openings.size()];
        Checked.present("person", person).skills().forEach((skill, known) -> {
            var there = asking.of(skill);
            if (there != Postings.NONE) {
                var worth = worth(skill, known, today);
                there.addTo(credits, how -> worth[how]);
            }
        });
        person.wishes().aims().forEach(skill -> asking.of(skill).addTo(credits, how -> Ceiling.AIM));
        person.wishes().topics().forEach(topic -> about.of(topic).mark(credits, Ceiling.INTEREST));
        person.circumstances().workedFor().forEach(unit -> doneFor.of(unit).mark(credits, Ceiling.CONTINUITY));
        var highest = new int[openings.size()];
        for (var at = 0; at < highest.length; at++) {
            highest[at] = ceilings.get(at).standing(credits[at], person.hoursPerWeek(), today);
        }
        return Best.of(count, highest, at -> wanted.test(openings.get(at).id()), at -> {
            var work = openings.get(at);
            return new Recommended(work.id(), Fit.of(person, work, policy, today));
        });
    }

    private static int how(Requirement asked) {
        return 2 * asked.level() + (asked.must() ? 1 : 0);
    }

    /** What knowing a skill so well is worth, by how it is asked for. */
    private long[] worth(UUID skill, KnownSkill known, LocalDate today) {
        var recent = known.provenOn().filter(on -> policy.isRecent(on, today)).isPresent();
        return IntStream.range(0, 12)
                .mapToLong(how -> Ceiling.credit(new Requirement(skill, how / 2, how % 2 == 1), known.level(), recent))
                .toArray();
    }
}
