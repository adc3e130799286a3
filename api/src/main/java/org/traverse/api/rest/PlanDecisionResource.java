package org.traverse.api.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.PlanDeciding;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanDecisions;

/** What the next runs of a mobility plan leave as it is; refused while one is under way. */
@RestController
@RequestMapping("/api/plans/{id}")
class PlanDecisionResource {
    record Placement(UUID gig, UUID employee) {}

    record Pair(UUID one, UUID other, boolean samePlace) {}

    record Decisions(List<Placement> pins, List<Placement> backfills, List<Pair> pairs) {}

    private final Plans plans;
    private final PlanDeciding deciding;

    PlanDecisionResource(Plans plans, PlanDeciding deciding) {
        this.plans = plans;
        this.deciding = deciding;
    }

    @GetMapping("/decisions")
    Decisions decisions(Caller caller, @PathVariable UUID id) {
        PlanDecisions decided = deciding.of(plans.seen(caller, id));
        return new Decisions(
                placements(decided.pins()),
                placements(decided.backfills()),
                decided.pairs().stream()
                        .map(pair -> new Pair(pair.one().value(), pair.other().value(), pair.samePlace()))
                        .sorted(Comparator.comparing(Pair::one))
                        .toList());
    }

    /** Keeps somebody at a gig for which the newest run proposes them. */
    @PutMapping("/pins/{gig}/{employee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(Caller caller, @PathVariable UUID id, @PathVariable UUID gig, @PathVariable UUID employee) {
        deciding.pin(caller, id, new GigId(gig), new EmployeeId(employee));
    }

    @DeleteMapping("/pins/{gig}/{employee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(Caller caller, @PathVariable UUID id, @PathVariable UUID gig, @PathVariable UUID employee) {
        deciding.unpin(caller, id, new GigId(gig), new EmployeeId(employee));
    }

    /** Lets somebody leave a gig for which the newest run proposes them only where another takes their seat. */
    @PutMapping("/backfills/{gig}/{employee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askForBackfill(Caller caller, @PathVariable UUID id, @PathVariable UUID gig, @PathVariable UUID employee) {
        deciding.askForBackfill(caller, id, new GigId(gig), new EmployeeId(employee));
    }

    @DeleteMapping("/backfills/{gig}/{employee}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void waiveBackfill(Caller caller, @PathVariable UUID id, @PathVariable UUID gig, @PathVariable UUID employee) {
        deciding.waiveBackfill(caller, id, new GigId(gig), new EmployeeId(employee));
    }

    /** Places two people of the plan's units both or neither; in one place, where {@code samePlace} asks for it. */
    @PutMapping("/pairs/{one}/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declarePair(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID one,
            @PathVariable UUID other,
            @RequestParam(defaultValue = "false") boolean samePlace) {
        deciding.declarePair(caller, id, new EmployeeId(one), new EmployeeId(other), samePlace);
    }

    @DeleteMapping("/pairs/{one}/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolvePair(Caller caller, @PathVariable UUID id, @PathVariable UUID one, @PathVariable UUID other) {
        deciding.dissolvePair(caller, id, new EmployeeId(one), new EmployeeId(other));
    }

    private static List<Placement> placements(Set<PlanDecisions.Placement> all) {
        return all.stream()
                .map(each -> new Placement(each.gig().value(), each.employee().value()))
                .sorted(Comparator.comparing(Placement::gig).thenComparing(Placement::employee))
                .toList();
    }
}
