package org.traverse.api.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.PlanInquiries;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.security.Caller;

/** Questions about a plan's result: does it come out the same again, and why is this person not in it. */
@Controller
@RequestMapping("/plans/{plan}")
class InquiryPages {
    private final Plans plans;
    private final PlanInquiries inquiries;
    private final InquiryViews views;

    InquiryPages(Plans plans, PlanInquiries inquiries, InquiryViews views) {
        this.plans = plans;
        this.inquiries = inquiries;
        this.views = views;
    }

    @GetMapping("/people")
    String people(Caller caller, @PathVariable UUID plan, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("view", views.unplaced(plans.seen(caller, plan), q));
        return "unplaced";
    }

    @PostMapping("/explanations")
    String explain(Caller caller, @PathVariable UUID plan, @RequestParam UUID employee) {
        return shown(plan, inquiries.begin(caller, plan, Optional.empty(), Optional.of(employee)));
    }

    @PostMapping("/replays")
    String replay(Caller caller, @PathVariable UUID plan) {
        return shown(plan, inquiries.begin(caller, plan, Optional.empty(), Optional.empty()));
    }

    @GetMapping("/inquiries/{id}")
    String one(Caller caller, @PathVariable UUID plan, @PathVariable UUID id, Model model) {
        model.addAttribute("view", views.of(plans.seen(caller, plan), inquiries.seen(caller, plan, id)));
        return "inquiry";
    }

    /** What the page asks for again while there is no answer; the last has nothing that asks. */
    @GetMapping("/inquiries/{id}/answer")
    String answer(Caller caller, @PathVariable UUID plan, @PathVariable UUID id, Model model) {
        one(caller, plan, id, model);
        return "inquired";
    }

    @PostMapping("/inquiries/{id}/stop")
    String stop(Caller caller, @PathVariable UUID plan, @PathVariable UUID id, RedirectAttributes redirect) {
        inquiries.stop(caller, plan, id);
        redirect.addFlashAttribute(Pages.NOTICE, "It is being stopped. The plan stays as it is.");
        return shown(plan, id);
    }

    private static String shown(UUID plan, UUID inquiry) {
        return "redirect:/plans/" + plan + "/inquiries/" + inquiry;
    }
}
