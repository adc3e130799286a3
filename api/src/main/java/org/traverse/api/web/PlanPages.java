package org.traverse.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.PlanDeciding;
import org.traverse.api.marketplace.PlanWatch;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Caller.Role;
import org.traverse.api.security.Forbidden;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.planboard.PlanBoard.Plan;

/** Mobility plans: made, run, watched, and adopted by a person, one proposal or many. */
@Controller
class PlanPages {
    private final Plans plans;
    private final PlanDeciding deciding;
    private final PlanWatch watch;
    private final PlanViews views;
    private final Access access;
    private final JtePages pages;

    PlanPages(Plans plans, PlanDeciding deciding, PlanWatch watch, PlanViews views, Access access, JtePages pages) {
        this.plans = plans;
        this.deciding = deciding;
        this.watch = watch;
        this.views = views;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/plans")
    String list(Caller caller, Model model) {
        return list(caller, Set.of(), "", Map.of(), model);
    }

    @PostMapping("/plans")
    String create(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<UUID> orgUnits,
            Model model,
            RedirectAttributes redirect) {
        var errors = new LinkedHashMap<String, String>();
        if (name.isBlank()) {
            errors.put("name", "Give the plan a name.");
        } else if (name.strip().length() > 120) {
            errors.put("name", "Keep it to 120 characters.");
        }
        if (orgUnits.isEmpty()) {
            errors.put("orgUnits", "Choose at least one org unit.");
        }
        if (!errors.isEmpty()) {
            return list(caller, orgUnits, name, errors, model);
        }
        UUID id = plans.create(
                        caller, name, orgUnits.stream().map(OrgUnitId::new).collect(Collectors.toSet()))
                .value();
        return back(redirect, id, "The plan is made. Nothing has been run yet.");
    }

    @GetMapping("/plans/{id}")
    String one(Caller caller, @PathVariable UUID id, Model model) {
        Plan plan = plans.seen(caller, id);
        model.addAttribute("view", views.of(caller, plan, deciding.of(plan)));
        return "plan";
    }

    @PostMapping("/plans/{id}/run")
    String run(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        plans.run(caller, id);
        return back(redirect, id, "");
    }

    @PostMapping("/plans/{id}/stop")
    String stop(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        plans.stop(caller, id);
        return back(redirect, id, "The best result so far is kept.");
    }

    @GetMapping(path = "/plans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Caller caller, @PathVariable UUID id) {
        plans.seen(caller, id);
        return watch.of(id, now -> pages.part("progress", "progress", PlanViews.progress(now)));
    }

    @PostMapping("/plans/{id}/adopt")
    String adopt(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> proposal,
            @RequestParam(required = false) UUID one,
            @RequestParam(defaultValue = "false") boolean all,
            RedirectAttributes redirect) {
        List<UUID> chosen = one != null ? List.of(one) : all ? views.adoptable(plans.seen(caller, id)) : proposal;
        if (chosen.isEmpty()) {
            return back(redirect, id, "Nothing was ticked, so nothing was adopted.");
        }
        plans.adopt(caller, id, chosen);
        return back(redirect, id, "Adopted: " + Words.count(chosen.size(), "offer") + " on the way.");
    }

    private String list(Caller caller, Set<UUID> chosen, String name, Map<String, String> errors, Model model) {
        if (!caller.is(Role.HRBP)) {
            throw new Forbidden("only HR business partners plan mobility");
        }
        model.addAttribute("view", views.list(plans.of(caller), access.planScope(caller), chosen, name, errors));
        return "plans";
    }

    private String back(RedirectAttributes redirect, UUID plan, String notice) {
        redirect.addFlashAttribute(Pages.NOTICE, notice);
        return "redirect:/plans/" + plan;
    }
}
