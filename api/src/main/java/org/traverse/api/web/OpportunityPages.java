package org.traverse.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.marketplace.Matches;
import org.traverse.api.marketplace.Matches.Opportunity;
import org.traverse.api.marketplace.PersonalPreferences;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.gigboard.GigBoard.Gig;

/** Opportunities, ranked for whoever looks, and applying for one. */
@Controller
class OpportunityPages {
    private static final int SHOWN = 100;

    private final Matches matches;
    private final Postings postings;
    private final Applications applications;
    private final PersonalPreferences preferences;
    private final ApplicationBoard board;
    private final ApplicationLines lines;
    private final Labels labels;

    OpportunityPages(
            Matches matches,
            Postings postings,
            Applications applications,
            PersonalPreferences preferences,
            ApplicationBoard board,
            ApplicationLines lines,
            Labels labels) {
        this.matches = matches;
        this.postings = postings;
        this.applications = applications;
        this.preferences = preferences;
        this.board = board;
        this.lines = lines;
        this.labels = labels;
    }

    @GetMapping("/opportunities")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Map<String, String> ignored,
            @RequestParam(defaultValue = "") Set<String> band,
            @RequestParam(defaultValue = "") Set<String> reach,
            @RequestParam(defaultValue = "") Set<String> hours,
            @RequestHeader(value = "HX-Target", required = false) String target,
            Model model,
            HttpServletResponse response) {
        var chosen = Map.of("band", band, "reach", reach, "hours", hours);
        model.addAttribute("view", view(caller, q.length() > 100 ? "" : q, chosen, Optional.empty()));
        response.addHeader("Vary", "HX-Target");
        return "browse".equals(target) ? "browsed" : "opportunities";
    }

    @GetMapping("/opportunities/{id}")
    String one(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(value = "HX-Target", required = false) String target,
            Model model,
            HttpServletResponse response) {
        boolean part = "detail".equals(target);
        var view = part ? alone(caller, id) : view(caller, "", Map.of(), Optional.of(id));
        if (view.open().isEmpty() && !part) { // htmx would not show the explanation of a 404
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("view", view);
        response.addHeader("Vary", "HX-Target");
        return part ? "opportunity" : "opportunities";
    }

    @PostMapping("/opportunities/{id}/apply")
    String apply(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        applications.apply(caller, id, note);
        redirect.addFlashAttribute(Pages.NOTICE, "Your application is sent.");
        return "redirect:/opportunities/" + id;
    }

    private OpportunitiesView view(Caller caller, String q, Map<String, Set<String>> chosen, Optional<UUID> id) {
        List<Opportunity> all = matches.opportunitiesFor(caller.self(), q);
        var work = labels.work(all.stream().map(Opportunity::gig).toList());
        var names = labels.skillsOf(all.stream().map(Opportunity::fit).toList());
        Map<UUID, String> standing = board.of(caller.self().value()).stream()
                .collect(Collectors.toMap(
                        ApplicationBoard.Application::gig,
                        application ->
                                ApplicationLines.state(application, false).words(),
                        (newest, older) -> newest));
        Function<Opportunity, OpportunitiesView.Card> card = found -> new OpportunitiesView.Card(
                work.get(found.gig().id()),
                Labels.fit(found.fit(), List.of(), names),
                standing.getOrDefault(found.gig().id(), ""));
        var cards = all.stream().map(card).toList();
        var facets = new Facets(cards, chosen);
        var shown = facets.fitting().stream().limit(SHOWN).toList();
        var open = id.or(() -> shown.stream()
                        .findFirst()
                        .map(first -> UUID.fromString(first.work().id())))
                .flatMap(gig -> open(caller, gig));
        return new OpportunitiesView(q, facets.facets(), shown, cards.size(), open, id.isPresent());
    }

    private OpportunitiesView alone(Caller caller, UUID id) {
        return new OpportunitiesView("", List.of(), List.of(), 0, open(caller, id), true);
    }

    /** What one applied for stays visible after it has closed. */
    private Optional<OpportunitiesView.Open> open(Caller caller, UUID id) {
        UUID self = caller.self().value();
        Gig gig;
        try {
            gig = postings.seen(caller, id);
        } catch (Unknown unknown) {
            return Optional.empty();
        }
        var mine = board.of(self).stream()
                .filter(application -> application.gig().equals(id))
                .max(Comparator.comparing(ApplicationBoard.Application::changedAt));
        if (mine.isEmpty() && !gig.isOpen(labels.today())) {
            return Optional.empty();
        }
        var wishes = preferences.of(caller).ranked();
        return matches.fit(caller.self(), id)
                .map(fit -> new OpportunitiesView.Open(
                        labels.work(gig),
                        Labels.fit(fit, matches.raises(caller.self(), id), labels.skillsOf(List.of(fit))),
                        mine.map(application -> lines.of(List.of(application)).get(0)),
                        gig.owner().equals(self),
                        Rank.in(wishes, id),
                        wishes.size() == RankGigs.MOST));
    }
}
