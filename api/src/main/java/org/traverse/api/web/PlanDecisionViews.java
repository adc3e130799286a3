package org.traverse.api.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.mobility.PlanDecisions;
import org.traverse.mobility.PlanDecisions.Placement;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;

/** What was decided about the next run of a plan, in sentences, each with where it is undone. */
@Component
class PlanDecisionViews {
    private final Directory directory;
    private final GigBoard gigs;

    PlanDecisionViews(Directory directory, GigBoard gigs) {
        this.directory = directory;
        this.gigs = gigs;
    }

    List<PlanView.Decision> of(UUID plan, PlanDecisions decided) {
        Map<EmployeeId, String> names = directory.names(Stream.concat(
                        placements(decided).map(Placement::employee),
                        decided.pairs().stream().flatMap(pair -> Stream.of(pair.one(), pair.other())))
                .collect(Collectors.toSet()));
        Set<UUID> works = placements(decided).map(each -> each.gig().value()).collect(Collectors.toSet());
        Map<UUID, String> titles =
                gigs.find(works).stream().collect(Collectors.toMap(GigBoard.Gig::id, GigBoard.Gig::title));
        String path = "/plans/" + plan;
        return Stream.of(
                        decided.pins().stream()
                                .map(pin -> new PlanView.Decision(
                                        name(names, pin.employee()) + " stays with " + title(titles, pin)
                                                + ", while a seat of it is open and their hours allow it.",
                                        path + "/pins/" + path(pin) + "?on=false")),
                        decided.backfills().stream()
                                .map(each -> new PlanView.Decision(
                                        "While " + name(names, each.employee()) + " is proposed for "
                                                + title(titles, each)
                                                + ", they leave it only if somebody else takes the seat.",
                                        path + "/backfills/" + path(each) + "?on=false")),
                        decided.pairs().stream()
                                .map(pair -> new PlanView.Decision(
                                        name(names, pair.one()) + " and " + name(names, pair.other())
                                                + " both get a seat"
                                                + (pair.samePlace() ? ", in one place," : "")
                                                + " or neither does, while both can be proposed.",
                                        path + "/pairs/" + pair.one() + "/" + pair.other())))
                .flatMap(each -> each.sorted(Comparator.comparing(PlanView.Decision::words)))
                .toList();
    }

    private static Stream<Placement> placements(PlanDecisions decided) {
        return Stream.concat(decided.pins().stream(), decided.backfills().stream());
    }

    private static String name(Map<EmployeeId, String> names, EmployeeId person) {
        return names.getOrDefault(person, "Somebody who left");
    }

    private static String title(Map<UUID, String> titles, Placement placement) {
        return titles.getOrDefault(placement.gig().value(), "a gig that is gone");
    }

    private static String path(Placement placement) {
        return placement.gig() + "/" + placement.employee();
    }
}
