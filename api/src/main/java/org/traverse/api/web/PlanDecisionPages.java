package org.traverse.api.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.PlanDeciding;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigId;
import org.traverse.readmodel.planboard.PlanBoard;

/** What a partner decides on the page of a plan before it is run again. */
@Controller
@RequestMapping("/plans/{id}")
class PlanDecisionPages {
    private final Plans plans;
    private final PlanDeciding deciding;

    PlanDecisionPages(Plans plans, PlanDeciding deciding) {
        this.plans = plans;
        this.deciding = deciding;
    }

    @PostMapping("/pins/{gig}/{employee}")
    String pin(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID gig,
            @PathVariable UUID employee,
            @RequestParam boolean on,
            RedirectAttributes redirect) {
        if (on) {
            deciding.pin(caller, id, new GigId(gig), new EmployeeId(employee));
            return back(redirect, id, "Kept: the next run leaves this proposal as it is.");
        }
        deciding.unpin(caller, id, new GigId(gig), new EmployeeId(employee));
        return back(redirect, id, "The next run may change this again.");
    }

    @PostMapping("/backfills/{gig}/{employee}")
    String backfill(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID gig,
            @PathVariable UUID employee,
            @RequestParam boolean on,
            RedirectAttributes redirect) {
        if (on) {
            deciding.askForBackfill(caller, id, new GigId(gig), new EmployeeId(employee));
            return back(redirect, id, "The next run moves them only if somebody else takes this seat.");
        }
        deciding.waiveBackfill(caller, id, new GigId(gig), new EmployeeId(employee));
        return back(redirect, id, "The next run may leave this seat empty again.");
    }

    @PostMapping("/pairs")
    String declarePair(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> proposal,
            @RequestParam boolean samePlace,
            RedirectAttributes redirect) {
        plans.seen(caller, id);
        List<UUID> people = plans.proposals(id).stream()
                .filter(each -> proposal.contains(each.id()))
                .map(PlanBoard.Proposal::employee)
                .distinct()
                .toList();
        if (people.size() != 2) {
            return back(redirect, id, "Tick proposals of two people who are to move together.");
        }
        deciding.declarePair(caller, id, new EmployeeId(people.get(0)), new EmployeeId(people.get(1)), samePlace);
        return back(redirect, id, "The next run gives both a seat, or neither.");
    }

    @PostMapping("/pairs/{one}/{other}")
    String dissolvePair(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID one,
            @PathVariable UUID other,
            RedirectAttributes redirect) {
        deciding.dissolvePair(caller, id, new EmployeeId(one), new EmployeeId(other));
        return back(redirect, id, "The next run may place one without the other.");
    }

    private static String back(RedirectAttributes redirect, UUID plan, String notice) {
        redirect.addFlashAttribute(Pages.NOTICE, notice);
        return "redirect:/plans/" + plan;
    }
}
