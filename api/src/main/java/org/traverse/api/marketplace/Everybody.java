package org.traverse.api.marketplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Work;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.recommendation.OpeningIndex;
import org.traverse.matching.recommendation.PeopleIndex;
import org.traverse.matching.recommendation.Recommended;
import org.traverse.readmodel.Moment;
import org.traverse.readmodel.matchfacts.MatchChanges.Changes;
import org.traverse.readmodel.matchfacts.MatchChanges.Everything;
import org.traverse.readmodel.matchfacts.MatchFacts.Gig;

/**
 * Everybody, and all work that seeks somebody: by their skills as they were at some moment, and beside it, one by one,
 * those who were changed since. What it answers is what scoring all of them as they are now would give, but for people who
 * opted out of matching: they are proposed to nobody.
 */
record Everybody(Indexed then, Changes since, Policy policy, LocalDate today) {
    /** What is made once for many questions. */
    record Indexed(Moment moment, Groups groups, PeopleIndex people, OpeningIndex openings, Map<UUID, Gig> gigs) {
        static Indexed of(Everything all, Groups groups, Policy policy) {
            return new Indexed(
                    all.moment(),
                    groups,
                    PeopleIndex.of(Facts.proposable(all.people(), groups), policy),
                    OpeningIndex.of(all.gigs().stream().map(Facts::work).toList(), policy),
                    all.gigs().stream().collect(Collectors.toMap(Gig::id, Function.identity())));
        }
    }

    /** The first so many of the work that seeks somebody and is wanted, best first. */
    List<Recommended> workFor(Person person, int count, Predicate<Gig> wanted) {
        Predicate<Gig> sought = wanted.and(gig -> gig.seeks(today));
        var changed = since.gigs().stream()
                .filter(sought)
                .map(gig -> new Recommended(gig.id(), Fit.of(person, Facts.work(gig), policy, today)));
        var others = then.openings()
                .best(
                        person,
                        count,
                        today,
                        id -> isAsThen(id) && sought.test(then.gigs().get(id)));
        return best(count, changed, others);
    }

    /** The first so many of the people who are wanted, best first. */
    List<Recommended> peopleFor(Work work, int count, Predicate<UUID> wanted) {
        var changed = changedPeople()
                .filter(person -> wanted.test(person.id()))
                .map(person -> new Recommended(person.id(), Fit.of(person, work, policy, today)));
        return best(count, changed, then.people().best(work, count, today, wanted.and(this::isAsThen)));
    }

    /** How many people meet every rule of the work. */
    long eligible(Work work) {
        long changed = changedPeople()
                .filter(person -> Fit.of(person, work, policy, today).eligible())
                .count();
        return changed + then.people().eligible(work, today, this::isAsThen);
    }

    private Stream<Person> changedPeople() {
        return Facts.proposable(since.people(), then.groups()).stream();
    }

    private boolean isAsThen(UUID id) {
        return !since.ids().contains(id);
    }

    private static List<Recommended> best(int count, Stream<Recommended> changed, List<Recommended> others) {
        return Stream.concat(changed, others.stream())
                .sorted(Fit.bestFirst(Recommended::fit, Recommended::id))
                .limit(count)
                .toList();
    }
}
