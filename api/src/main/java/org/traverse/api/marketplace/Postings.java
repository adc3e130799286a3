package org.traverse.api.marketplace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.Ranking;
import org.traverse.RuleViolated;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.CancelGig;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.PublishGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.GigId;
import org.traverse.gig.Terms;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.gigboard.GigBoard.Gig;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.skill.Requirement;

/** Gigs as those who post them handle them. */
@Component
public class Postings {
    private final GigBoard gigs;
    private final MatchFacts facts;
    private final Directory directory;
    private final Access access;
    private final Commands commands;

    Postings(GigBoard gigs, MatchFacts facts, Directory directory, Access access, Commands commands) {
        this.gigs = gigs;
        this.facts = facts;
        this.directory = directory;
        this.access = access;
        this.commands = commands;
    }

    /** Drafts a gig in the unit its owner belongs to. Hours are hours per ISO week, dates are inclusive. */
    public GigId draft(
            Caller caller,
            String title,
            String description,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            List<Requirement> requirements,
            Terms terms) {
        GigId id = new GigId(commands.newId());
        commands.once(() -> {
            access.mayPostGigs(caller).enforce();
            enforceExist(terms.audience());
            EmployeeId owner = caller.self();
            OrgUnitId unit = directory
                    .person(owner)
                    .orElseThrow(() -> new Unknown("person"))
                    .orgUnit();
            commands.send(new DraftGig(
                    id, owner, unit, title, description, hoursPerWeek, from, to, seats, requirements, terms));
        });
        return id;
    }

    private void enforceExist(List<OrgUnitId> units) {
        for (OrgUnitId unit : units) {
            if (directory.orgUnit(unit).isEmpty()) {
                throw new IllegalArgumentException("audience: there is no org unit " + unit);
            }
        }
    }

    public void publish(Caller caller, UUID id) {
        commands.once(() -> {
            enforceRuns(caller, find(id));
            commands.send(new PublishGig(new GigId(id)));
        });
    }

    public void cancel(Caller caller, UUID id, String reason) {
        commands.once(() -> {
            enforceRuns(caller, find(id));
            commands.send(new CancelGig(new GigId(id), reason));
        });
    }

    /** Whom its manager wants most for a gig, most wanted first; of oneself one is not told. */
    public List<UUID> ranked(Caller caller, UUID id) {
        seenWithCandidates(caller, id);
        return toldTo(caller, facts.rankedAsEntered(id));
    }

    private List<UUID> toldTo(Caller caller, List<UUID> entered) {
        Set<EmployeeId> known = directory.known(employees(entered));
        return caller.others(entered).stream()
                .filter(person -> known.contains(new EmployeeId(person)))
                .toList();
    }

    /**
     * Takes the place of what was ranked before. Whoever works here may be ranked, but not by themselves; whom others have
     * ranked stays in it when they change it.
     *
     * @param from what the caller was told of it before, where that must still be so; empty where it is all the same
     */
    public void rank(Caller caller, UUID id, List<UUID> people, Optional<List<UUID>> from) {
        commands.once(() -> {
            enforceRuns(caller, find(id));
            List<EmployeeId> ranked = employees(people);
            enforceMayBeRanked(caller, ranked);
            List<UUID> before = facts.rankedAsEntered(id);
            Ranking.mustStillBe(from, toldTo(caller, before));
            commands.send(new RankPeople(
                    new GigId(id), withSelf(caller, before, ranked), from.map(told -> employees(before))));
        });
    }

    private void enforceMayBeRanked(Caller caller, List<EmployeeId> people) {
        Set<EmployeeId> known = directory.known(people);
        for (int i = 0; i < people.size(); i++) {
            if (!known.contains(people.get(i))) {
                throw new IllegalArgumentException("people[" + i + "]: there is no such person");
            }
            if (caller.is(people.get(i))) {
                throw new RuleViolated("nobody ranks themselves");
            }
        }
    }

    private static List<EmployeeId> employees(List<UUID> people) {
        return people.stream().map(EmployeeId::new).toList();
    }

    /** Where they were, as they are not told that they are in it; nor by a refusal, so that a full list goes without them. */
    private static List<EmployeeId> withSelf(Caller caller, List<UUID> before, List<EmployeeId> now) {
        int place = before.indexOf(caller.self().value());
        if (place < 0 || now.size() >= RankPeople.MOST) {
            return now;
        }
        var all = new ArrayList<>(now);
        all.add(Math.min(place, now.size()), caller.self());
        return all;
    }

    public List<Gig> of(Caller caller) {
        access.mayPostGigs(caller).enforce();
        return gigs.ownedBy(caller.self().value());
    }

    /** A gig as anybody may see it: drafts only those who run it. */
    public Gig seen(Caller caller, UUID id) {
        Gig gig = find(id);
        access.seesGig(caller, new EmployeeId(gig.owner()), new OrgUnitId(gig.orgUnit()), isDraft(gig))
                .enforce();
        return gig;
    }

    /** A gig as those see it who may know who would fit. */
    public Gig seenWithCandidates(Caller caller, UUID id) {
        Gig gig = find(id);
        access.seesCandidatesOf(caller, new EmployeeId(gig.owner()), new OrgUnitId(gig.orgUnit()), isDraft(gig))
                .enforce();
        return gig;
    }

    private void enforceRuns(Caller caller, Gig gig) {
        access.runsGig(caller, new EmployeeId(gig.owner()), new OrgUnitId(gig.orgUnit()), isDraft(gig))
                .enforce();
    }

    private Gig find(UUID id) {
        return gigs.find(id).orElseThrow(() -> new Unknown("gig"));
    }

    private static boolean isDraft(Gig gig) {
        return gig.state() == GigBoard.State.DRAFT;
    }
}
