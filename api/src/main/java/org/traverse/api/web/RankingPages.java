package org.traverse.api.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.RuleViolated;
import org.traverse.api.marketplace.PersonalPreferences;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.readmodel.directory.Directory;

/** What people and managers rank, one button at a time. */
@Controller
class RankingPages {
    private final PersonalPreferences preferences;
    private final Postings postings;
    private final Directory directory;

    RankingPages(PersonalPreferences preferences, Postings postings, Directory directory) {
        this.preferences = preferences;
        this.postings = postings;
        this.directory = directory;
    }

    @PostMapping("/preferences/gigs/{gig}")
    String gig(Caller caller, @PathVariable UUID gig, @RequestParam Move move, RedirectAttributes redirect) {
        postings.seen(caller, gig);
        List<UUID> ranked = preferences.of(caller).ranked();
        List<UUID> moved = moved(ranked, move, gig, RankGigs.MOST);
        preferences.rank(caller, moved, Optional.of(ranked));
        if (move == Move.ADD) {
            redirect.addFlashAttribute(
                    Pages.NOTICE, "Ranked number " + (moved.indexOf(gig) + 1) + " among your wishes.");
            return "redirect:/opportunities/" + gig;
        }
        return "redirect:/preferences#ranked";
    }

    @PostMapping("/postings/{gig}/ranking/{employee}")
    String person(
            Caller caller,
            @PathVariable UUID gig,
            @PathVariable UUID employee,
            @RequestParam Move move,
            RedirectAttributes redirect) {
        List<UUID> ranked = postings.ranked(caller, gig);
        directory.person(new EmployeeId(employee)).orElseThrow(() -> new Unknown("person"));
        List<UUID> moved = moved(ranked, move, employee, RankPeople.MOST);
        postings.rank(caller, gig, moved, Optional.of(ranked));
        if (move == Move.ADD) {
            redirect.addFlashAttribute(
                    Pages.NOTICE, "Ranked number " + (moved.indexOf(employee) + 1) + ". They are not told.");
        }
        return "redirect:/postings/" + gig + "#ranked";
    }

    private static List<UUID> moved(List<UUID> ranked, Move move, UUID one, int most) {
        List<UUID> moved = move.in(ranked, one);
        if (moved.size() > most) {
            throw new RuleViolated(most + " are as many as can be ranked; remove one first");
        }
        return moved;
    }
}
