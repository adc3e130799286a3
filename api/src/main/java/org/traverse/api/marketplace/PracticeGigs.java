package org.traverse.api.marketplace;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.LearningOffer.OpenGig;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.Person;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.learningplan.LearningItem;
import org.traverse.matching.learningplan.Practice;
import org.traverse.matching.learningplan.StudyTime;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.matchfacts.MatchFacts.Pairing;

/** The open gigs that somebody may apply for and would learn from. */
@Component
class PracticeGigs {
    private final MatchFacts facts;
    private final Directory directory;
    private final GigBoard gigs;
    private final Access access;
    private final Policy policy;
    private final Clock clock;

    PracticeGigs(MatchFacts facts, Directory directory, GigBoard gigs, Access access, Policy policy, Clock clock) {
        this.facts = facts;
        this.directory = directory;
        this.gigs = gigs;
        this.access = access;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param gigs also those that take more hours than are free
     * @param time with the hours that are free for the gigs
     */
    record Found(List<OpenGig> gigs, StudyTime time) {}

    Found teaching(Caller caller, Collection<UUID> skills, StudyTime time) {
        if (!access.mayApply(caller).allowed()) {
            return new Found(List.of(), time);
        }
        return facts.person(caller.self().value())
                .map(row -> Facts.applying(row, Groups.of(directory.orgUnits())))
                .map(person -> new Found(
                        teaching(
                                person.withHoursPerWeek(Checked.HOURS_IN_A_WEEK),
                                facts.desiring(skills, time.from(), time.deadline())),
                        time.withWorkOf(person)))
                .orElse(new Found(List.of(), time));
    }

    private List<OpenGig> teaching(Person person, List<MatchFacts.Gig> found) {
        var today = LocalDate.now(clock);
        var settled = settled(person, found);
        Map<UUID, LearningItem> items = found.stream()
                .filter(gig -> !gig.owner().equals(person.id()) && !settled.contains(gig.id()))
                .flatMap(gig -> Practice.of(person, Facts.work(gig), policy, today).stream())
                .collect(toMap(LearningItem::id, identity()));
        return gigs.find(items.keySet()).stream()
                .map(gig -> new OpenGig(items.get(gig.id()), gig))
                .toList();
    }

    /** An offer was made, or one side has said no. */
    private Set<UUID> settled(Person person, List<MatchFacts.Gig> found) {
        return facts.pairings(found.stream().map(MatchFacts.Gig::id).toList()).stream()
                .filter(pairing -> pairing.employee().equals(person.id()))
                .map(Pairing::gig)
                .collect(toSet());
    }
}
