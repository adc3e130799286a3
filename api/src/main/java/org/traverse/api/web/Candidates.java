package org.traverse.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.Matches;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.applicationboard.AssignmentBoard;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.gigboard.GigBoard.Gig;

/** One gig as those see it who decide: who applied, who else could do it, who is in a seat. */
@Component
class Candidates {
    /** As many as one reads; the count above them is of all. */
    private static final int SUGGESTED = 20;

    private final Matches matches;
    private final ApplicationBoard applications;
    private final AssignmentBoard assignments;
    private final RankingViews rankings;
    private final Access access;
    private final Labels labels;

    Candidates(
            Matches matches,
            ApplicationBoard applications,
            AssignmentBoard assignments,
            RankingViews rankings,
            Access access,
            Labels labels) {
        this.matches = matches;
        this.applications = applications;
        this.assignments = assignments;
        this.rankings = rankings;
        this.access = access;
        this.labels = labels;
    }

    GigView view(Caller caller, Gig gig, Set<String> compared) {
        Map<UUID, Application> applied = applications.forGig(gig.id()).stream()
                .collect(Collectors.toMap(Application::employee, application -> application, (first, newer) -> newer));
        boolean runs = runs(caller, gig);
        var found = matches.candidatesFor(gig.id());
        var ranked = Stream.concat(
                        matches.rank(List.copyOf(applied.keySet()), gig.id()).stream(),
                        found.stream().limit(SUGGESTED))
                .toList();
        var people = labels.people(
                ranked.stream().map(candidate -> candidate.employee().value()).toList());
        var names = labels.skillsOf(ranked.stream().map(Matches.Candidate::fit).toList());
        boolean ranks = runs && gig.state() != GigBoard.State.COMPLETED && gig.state() != GigBoard.State.CANCELLED;
        var ranking = rankings.people(caller, gig.id(), ranks);
        var wanted = ranking.lines().stream().map(RankingView.Line::id).toList();
        boolean ranksMore = ranks && wanted.size() < RankPeople.MOST;
        var rows = new ArrayList<GigView.Candidate>();
        for (Matches.Candidate candidate : ranked) {
            Person person = people.get(candidate.employee());
            if (person != null) {
                rows.add(candidate(
                        person,
                        Labels.fit(candidate.fit(), List.of(), names),
                        applied.get(candidate.employee().value()),
                        runs && !caller.is(candidate.employee()),
                        gig,
                        ranksMore && !caller.is(candidate.employee()),
                        Rank.in(wanted, candidate.employee().value())));
            }
        }
        return new GigView(
                labels.work(gig),
                phase(gig, labels.today()),
                tone(gig, labels.today()),
                gig.state() == GigBoard.State.DRAFT,
                runs,
                labels.requirements(gig),
                rows,
                found.size(),
                seats(caller, gig),
                ranking,
                compared);
    }

    List<GigView.Seat> seats(Caller caller, Gig gig) {
        var seats = assignments.forGig(gig.id());
        var people = labels.people(
                seats.stream().map(AssignmentBoard.Assignment::employee).toList());
        return seats.stream()
                .map(seat -> new GigView.Seat(
                        seat.id().toString(),
                        people.containsKey(new EmployeeId(seat.employee()))
                                ? people.get(new EmployeeId(seat.employee())).name()
                                : "Somebody who left",
                        gig.id().toString(),
                        gig.title(),
                        gig.from(),
                        gig.to(),
                        seat.completedOn() != null,
                        access.mayComplete(
                                        caller,
                                        new EmployeeId(seat.employee()),
                                        new EmployeeId(gig.owner()),
                                        new OrgUnitId(gig.orgUnit()))
                                .allowed()))
                .toList();
    }

    static String phase(Gig gig, LocalDate today) {
        String phase = gig.phase(today);
        return Character.toUpperCase(phase.charAt(0)) + phase.substring(1);
    }

    static String tone(Gig gig, LocalDate today) {
        return switch (gig.phase(today)) {
            case "open" -> "live";
            case "staffed", "running" -> "wait";
            case "ended" -> "act";
            default -> "";
        };
    }

    private boolean runs(Caller caller, Gig gig) {
        return access.runsGig(
                        caller,
                        new EmployeeId(gig.owner()),
                        new OrgUnitId(gig.orgUnit()),
                        gig.state() == GigBoard.State.DRAFT)
                .allowed();
    }

    private GigView.Candidate candidate(
            Person person,
            FitView fit,
            Application application,
            boolean decides,
            Gig gig,
            boolean ranks,
            Optional<Rank> rank) {
        boolean overdue = application != null
                && application.state() == ApplicationBoard.State.APPLIED
                && application.answerBy() != null
                && application.answerBy().isBefore(labels.today());
        return new GigView.Candidate(
                person.id().toString(),
                person.name(),
                person.jobTitle(),
                person.orgUnitName(),
                fit,
                application == null ? "none" : application.state().name().toLowerCase(java.util.Locale.ROOT),
                application == null ? "" : application.id().toString(),
                application == null ? "" : stands(application, overdue),
                overdue,
                application == null || application.note() == null ? "" : application.note(),
                decides && application != null && application.state() == ApplicationBoard.State.APPLIED,
                decides && application == null && gig.isOpen(labels.today()),
                ranks && (application == null || application.state() == ApplicationBoard.State.APPLIED),
                rank);
    }

    private static String stands(Application application, boolean overdue) {
        String by = application.answerBy() == null ? "" : Words.date(application.answerBy());
        String on = Words.date(Labels.day(application.changedAt()));
        return switch (application.state()) {
            case APPLIED -> overdue ? "Your answer was due " + by : "Your answer is due " + by;
            case OFFERED -> "Offered " + on + ", their answer is due " + by;
            case ACCEPTED -> "Accepted, seat and hours are being held";
            case CONFIRMED -> "In a seat since " + on;
            case DECLINED -> "Declined " + on;
            case REJECTED -> "Rejected " + on;
            case WITHDRAWN -> "Withdrew " + on;
        };
    }
}
