package org.traverse.api.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.security.Caller;
import org.traverse.application.RejectionCode;
import org.traverse.readmodel.applicationboard.ApplicationBoard;

/** Applications, to whoever applied and to whoever decides. */
@Controller
class ApplicationPages {
    private final Applications applications;
    private final ApplicationBoard board;
    private final ApplicationLines lines;

    ApplicationPages(Applications applications, ApplicationBoard board, ApplicationLines lines) {
        this.applications = applications;
        this.board = board;
        this.lines = lines;
    }

    @GetMapping("/applications")
    String mine(Caller caller, Model model) {
        model.addAttribute(
                "view", new ApplicationsView(lines.of(board.of(caller.self().value()))));
        return "applications";
    }

    @PostMapping("/applications/{id}/accept")
    String accept(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        applications.accept(caller, id);
        return back(redirect, "/applications", "You accepted. Your seat and your hours are being held.");
    }

    @PostMapping("/applications/{id}/decline")
    String decline(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        applications.decline(caller, id, reason);
        return back(redirect, "/applications", "You declined the offer.");
    }

    @PostMapping("/applications/{id}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        applications.withdraw(caller, id);
        return back(redirect, "/applications", "Your application is withdrawn.");
    }

    @PostMapping("/applications/{id}/offer")
    String offer(Caller caller, @PathVariable UUID id, @RequestParam UUID gig, RedirectAttributes redirect) {
        applications.offer(caller, id);
        return back(redirect, "/postings/" + gig, "The offer is made.");
    }

    @PostMapping("/applications/{id}/reject")
    String reject(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam UUID gig,
            @RequestParam RejectionCode code,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        applications.reject(caller, id, code, reason);
        return back(redirect, "/postings/" + gig, "Rejected. They read your reason.");
    }

    private String back(RedirectAttributes redirect, String page, String notice) {
        redirect.addFlashAttribute(Pages.NOTICE, notice);
        return "redirect:" + page;
    }
}
