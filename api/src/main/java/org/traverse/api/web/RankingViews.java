package org.traverse.api.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.PersonalPreferences;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.gigboard.GigBoard.Gig;

/** What people and managers ranked, with names in place of ids. */
@Component
class RankingViews {
    private final PersonalPreferences preferences;
    private final Postings postings;
    private final Labels labels;

    RankingViews(PersonalPreferences preferences, Postings postings, Labels labels) {
        this.preferences = preferences;
        this.postings = postings;
        this.labels = labels;
    }

    RankingView gigs(Caller caller) {
        List<Gig> ranked = preferences.ranked(caller);
        var work = labels.work(ranked);
        return new RankingView(
                "/preferences/gigs/",
                ranked.stream()
                        .map(gig -> line(gig.id(), work.get(gig.id()), gig.isOpen(labels.today())))
                        .toList());
    }

    private static RankingView.Line line(UUID id, WorkView work, boolean open) {
        return new RankingView.Line(
                id,
                work.title(),
                open ? "/opportunities/" + id : "",
                work.team() + " · " + work.hoursPerWeek() + " h a week · " + Words.span(work.from(), work.to()),
                open ? "" : "Seeks nobody any more");
    }

    /** Nothing more than names: a page that said who still meets every rule would tell who opted out. */
    RankingView people(Caller caller, UUID gig, boolean mayChange) {
        List<UUID> ranked = postings.ranked(caller, gig);
        var people = labels.people(ranked);
        return new RankingView(
                mayChange ? "/postings/" + gig + "/ranking/" : "",
                ranked.stream()
                        .map(EmployeeId::new)
                        .filter(people::containsKey)
                        .map(id -> line(people.get(id)))
                        .toList());
    }

    private static RankingView.Line line(Person person) {
        return new RankingView.Line(
                person.id().value(), person.name(), "", person.jobTitle() + " · " + person.orgUnitName(), "");
    }
}
