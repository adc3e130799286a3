package org.traverse.api.rest;

import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.marketplace.Matches;
import org.traverse.api.marketplace.Matches.Opportunity;
import org.traverse.api.rest.Requirements.MetSkill;
import org.traverse.api.rest.Requirements.ScorePart;
import org.traverse.api.security.Caller;
import org.traverse.matching.fit.Block;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;

/** Opportunities for the person who asks, best first, each with the reasons for its score. */
@RestController
@RequestMapping("/api/opportunities")
class OpportunityResource {
    /**
     * @param kind {@code gig}
     * @param score 0-100, the sum of its parts' points
     * @param eligible whether every hard rule is met; those come first
     * @param blocks the hard rules that are not met, in words
     * @param hoursPerWeek hours per ISO week
     */
    record OpportunityItem(
            UUID id,
            String kind,
            String title,
            int score,
            boolean eligible,
            List<ScorePart> parts,
            List<MetSkill> requirements,
            List<String> blocks,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seatsLeft,
            GigTerms terms) {}

    record NewApplication(@Size(max = 2000) String note) {}

    private final Matches matches;
    private final Applications applications;
    private final Requirements names;

    OpportunityResource(Matches matches, Applications applications, Requirements names) {
        this.matches = matches;
        this.applications = applications;
        this.names = names;
    }

    /** Ranked for the caller: hard requirements first, then score. {@code q} searches titles and descriptions. */
    @GetMapping
    Page<OpportunityItem> list(Caller caller, ListRequest asked) {
        Page<Opportunity> page = Page.ofRanked(
                matches.opportunitiesFor(caller.self(), asked.q()),
                asked,
                opportunity -> opportunity.gig().id());
        Map<UUID, String> skills =
                names.in(page.items().stream().map(Opportunity::fit).toList());
        return page.map(opportunity -> item(opportunity, skills));
    }

    /** Applies in the caller's name; at most once per opportunity, unless withdrawn or declined before. */
    @PostMapping("/{id}/applications")
    ResponseEntity<Created> apply(
            Caller caller,
            @PathVariable UUID id,
            @jakarta.validation.Valid @RequestBody(required = false) NewApplication body) {
        String note = body == null || body.note() == null ? "" : body.note();
        UUID application = applications.apply(caller, id, note).value();
        return ResponseEntity.created(URI.create("/api/applications/" + application))
                .body(new Created(application));
    }

    private OpportunityItem item(Opportunity opportunity, Map<UUID, String> skills) {
        var gig = opportunity.gig();
        var fit = opportunity.fit();
        return new OpportunityItem(
                gig.id(),
                "gig",
                gig.title(),
                fit.score(),
                fit.eligible(),
                ScorePart.of(fit.parts()),
                names.met(fit, skills),
                fit.blocks().stream().map(Block::because).toList(),
                gig.hoursPerWeek(),
                gig.from(),
                gig.to(),
                gig.seatsLeft(),
                GigTerms.of(gig.terms()));
    }
}
