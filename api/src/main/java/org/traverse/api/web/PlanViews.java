package org.traverse.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.traverse.api.marketplace.PlanWatch;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanDecisions;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.OrgUnit;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.matchfacts.MatchFacts;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.planboard.PlanBoard.Plan;

/** Mobility plans with names in place of ids. */
@Component
class PlanViews {
    private static final Comparator<OrgUnit> BY_NAME = Comparator.comparing(OrgUnit::name);

    private final Plans plans;
    private final PlanBoard board;
    private final PlanWatch watch;
    private final MatchFacts facts;
    private final Directory directory;
    private final GigBoard gigs;
    private final Labels labels;
    private final PlanDecisionViews decisions;

    PlanViews(
            Plans plans,
            PlanBoard board,
            PlanWatch watch,
            MatchFacts facts,
            Directory directory,
            GigBoard gigs,
            Labels labels,
            PlanDecisionViews decisions) {
        this.plans = plans;
        this.board = board;
        this.watch = watch;
        this.facts = facts;
        this.directory = directory;
        this.gigs = gigs;
        this.labels = labels;
        this.decisions = decisions;
    }

    PlansView list(List<Plan> plans, Set<OrgUnitId> scope, Set<UUID> chosen, String name, Map<String, String> errors) {
        var units = directory.orgUnits();
        Map<UUID, String> names = names(units);
        return new PlansView(
                plans.stream().map(plan -> line(plan, names)).toList(), tree(units, scope, chosen), name, errors);
    }

    PlanView of(Caller caller, Plan plan, PlanDecisions decided) {
        var proposals = plans.proposals(plan.id());
        var ranks = plans.ranks(caller, proposals);
        var empty = board.emptySeats(plan.id());
        var work = labels.work(gigs.find(Stream.concat(
                        proposals.stream().map(PlanBoard.Proposal::gig),
                        empty.stream().map(PlanBoard.EmptySeat::gig))
                .distinct()
                .toList()));
        var people = labels.people(
                proposals.stream().map(PlanBoard.Proposal::employee).toList());
        var scope = scope(plan);
        var result = watch.now(plan.id());
        int openSeats =
                scope.gigs().stream().mapToInt(MatchFacts.Gig::seatsLeft).sum();
        boolean ran = plan.run() != null && result.seats() > 0;
        return new PlanView(
                plan.id().toString(),
                plan.name(),
                unitNames(plan, names(directory.orgUnits())),
                state(plan),
                scope.people().size(),
                ran ? progress(result) : new PlanView.Progress(0, openSeats, 0, 0),
                proposals.stream()
                        .filter(proposal -> work.containsKey(proposal.gig()))
                        .map(proposal -> proposal(
                                proposal,
                                Optional.ofNullable(people.get(new EmployeeId(proposal.employee()))),
                                work.get(proposal.gig()),
                                decided,
                                Optional.ofNullable(ranks.get(proposal.id()))))
                        .toList(),
                empty(empty, work),
                plan.failure() == null ? "" : Pages.sentence(plan.failure()),
                plan.state() == PlanBoard.State.STOPPED,
                decisions.of(plan.id(), decided));
    }

    List<UUID> adoptable(Plan plan) {
        return plans.proposals(plan.id()).stream()
                .filter(proposal -> proposal.state() == PlanBoard.ProposalState.PROPOSED)
                .map(PlanBoard.Proposal::id)
                .toList();
    }

    static PlanView.Progress progress(PlanWatch.Snapshot now) {
        return new PlanView.Progress(
                now.filled(),
                now.seats(),
                now.filled() == 0 ? 0 : Math.round((float) now.fit() / now.filled()),
                now.elapsedMs());
    }

    private MatchFacts.Batch scope(Plan plan) {
        Set<OrgUnitId> below = directory.unitsBelow(
                plan.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet()));
        return batch(below);
    }

    private MatchFacts.Batch batch(Set<OrgUnitId> units) {
        LocalDate today = labels.today();
        return units.isEmpty()
                ? MatchFacts.Batch.NONE
                : facts.batch(units.stream().map(OrgUnitId::value).toList(), today);
    }

    private PlansView.Line line(Plan plan, Map<UUID, String> names) {
        var state = state(plan);
        return new PlansView.Line(
                plan.id().toString(),
                plan.name(),
                String.join(", ", unitNames(plan, names)),
                state.words(),
                state.tone(),
                state == PlanView.State.DONE ? result(plan) : "",
                Words.date(Labels.day(plan.createdAt())));
    }

    private String result(Plan plan) {
        var proposals = plans.proposals(plan.id());
        int seats = proposals.size() + board.emptySeats(plan.id()).size();
        long adopted = proposals.stream()
                .filter(proposal -> proposal.state() == PlanBoard.ProposalState.ADOPTED)
                .count();
        return proposals.size() + " of " + Words.count(seats, "seat")
                + (adopted == 0 ? "" : ", " + adopted + " adopted");
    }

    private static PlanView.State state(Plan plan) {
        return switch (plan.state()) {
            case NEW -> PlanView.State.NEW;
            case RUNNING -> PlanView.State.RUNNING;
            case FINISHED, STOPPED -> PlanView.State.DONE;
            case FAILED -> PlanView.State.FAILED;
        };
    }

    private static PlanView.Proposal proposal(
            PlanBoard.Proposal proposal,
            Optional<Person> person,
            WorkView work,
            PlanDecisions decided,
            Optional<Rank> managersRank) {
        var placement = new PlanDecisions.Placement(new GigId(proposal.gig()), new EmployeeId(proposal.employee()));
        return new PlanView.Proposal(
                proposal.id().toString(),
                person.map(Person::name).orElse("Somebody who left"),
                person.map(Person::jobTitle).orElse(""),
                person.map(Person::orgUnitName).orElse(""),
                work,
                proposal.score(),
                proposal.parts().stream()
                        .map(part -> new FitView.Part(
                                part.name(), part.points(), part.max(), Words.readable(part.because())))
                        .toList(),
                switch (proposal.state()) {
                    case PROPOSED -> "proposed";
                    case ADOPTED -> "adopted";
                    case OFFER_REFUSED -> "refused";
                },
                proposal.reason() == null ? "" : Pages.sentence(proposal.reason()),
                proposal.gig() + "/" + proposal.employee(),
                decided.pins().contains(placement),
                decided.backfills().contains(placement),
                managersRank);
    }

    /** Seats of one gig that stay empty for one reason are told once. */
    private static List<PlanView.Empty> empty(List<PlanBoard.EmptySeat> seats, Map<UUID, WorkView> work) {
        var grouped = seats.stream()
                .filter(seat -> work.containsKey(seat.gig()))
                .collect(Collectors.groupingBy(
                        seat -> Map.entry(seat.gig(), seat.because()), LinkedHashMap::new, Collectors.counting()));
        var told = new ArrayList<PlanView.Empty>();
        grouped.forEach((seat, count) -> told.add(
                new PlanView.Empty(work.get(seat.getKey()), count.intValue(), Words.readable(seat.getValue()))));
        return told;
    }

    private static List<String> unitNames(Plan plan, Map<UUID, String> names) {
        return plan.orgUnits().stream()
                .map(unit -> names.getOrDefault(unit, "A unit that is gone"))
                .sorted()
                .toList();
    }

    private static Map<UUID, String> names(List<OrgUnit> units) {
        return units.stream().collect(Collectors.toMap(unit -> unit.id().value(), OrgUnit::name));
    }

    /** The units somebody plans for, each below the one it belongs to, with what is in it and below it. */
    private List<PlansView.Unit> tree(List<OrgUnit> units, Set<OrgUnitId> scope, Set<UUID> chosen) {
        Map<Optional<OrgUnitId>, List<OrgUnit>> below = units.stream()
                .filter(unit -> scope.contains(unit.id()))
                .sorted(BY_NAME)
                .collect(Collectors.groupingBy(unit -> unit.parent().filter(scope::contains)));
        var batch = batch(scope);
        Map<UUID, Long> people = batch.people().stream()
                .collect(Collectors.groupingBy(MatchFacts.Person::orgUnit, Collectors.counting()));
        Map<UUID, Long> seats = new HashMap<>();
        batch.gigs().forEach(gig -> seats.merge(gig.orgUnit(), (long) gig.seatsLeft(), Long::sum));
        var tree = new ArrayList<PlansView.Unit>();
        below.getOrDefault(Optional.<OrgUnitId>empty(), List.of())
                .forEach(top -> grow(tree, top, 0, below, people, seats, chosen));
        return tree;
    }

    private static void grow(
            List<PlansView.Unit> tree,
            OrgUnit unit,
            int depth,
            Map<Optional<OrgUnitId>, List<OrgUnit>> below,
            Map<UUID, Long> people,
            Map<UUID, Long> seats,
            Set<UUID> chosen) {
        int at = tree.size();
        tree.add(null);
        long peopleIn = people.getOrDefault(unit.id().value(), 0L);
        long seatsIn = seats.getOrDefault(unit.id().value(), 0L);
        for (OrgUnit child : below.getOrDefault(Optional.of(unit.id()), List.of())) {
            int first = tree.size();
            grow(tree, child, depth + 1, below, people, seats, chosen);
            peopleIn += tree.get(first).people();
            seatsIn += tree.get(first).openSeats();
        }
        tree.set(
                at,
                new PlansView.Unit(
                        unit.id().toString(),
                        unit.name(),
                        depth,
                        peopleIn,
                        seatsIn,
                        chosen.contains(unit.id().value())));
    }
}
