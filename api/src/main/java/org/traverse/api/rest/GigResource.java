package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.marketplace.Matches;
import org.traverse.api.marketplace.Matches.Candidate;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.rest.Requirements.AskedSkill;
import org.traverse.api.rest.Requirements.MetSkill;
import org.traverse.api.rest.Requirements.NewRequirement;
import org.traverse.api.rest.Requirements.ScorePart;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.GigCommand.DraftGig;
import org.traverse.gig.GigCommand.RankPeople;
import org.traverse.gig.Terms;
import org.traverse.matching.fit.Block;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard.Gig;

/** Gigs, for those who post them. Hours are hours per ISO week, dates are civil and inclusive. */
@RestController
@RequestMapping("/api/gigs")
class GigResource {
    record NewGig(
            @NotBlank @Size(max = 120) String title,
            @NotNull @Size(max = 4000) String description,
            @NotNull @Min(1) @Max(DraftGig.MOST_HOURS) Integer hoursPerWeek,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Min(1) @Max(DraftGig.MOST_SEATS) Integer seats,
            @NotNull @Size(max = 50) List<NewRequirement> requirements,
            GigTerms terms) {}

    record Cancellation(@NotBlank @Size(max = 500) String reason) {}

    record NewOffer(@NotNull UUID employee) {}

    /** @param state draft, open, staffed, running, ended, completed or cancelled */
    record GigItem(
            UUID id,
            String title,
            String description,
            String state,
            UUID owner,
            int hoursPerWeek,
            LocalDate from,
            LocalDate to,
            int seats,
            int seatsLeft,
            List<AskedSkill> requirements,
            GigTerms terms) {}

    /** @param score 0-100, the sum of its parts' points */
    record CandidateItem(
            UUID employee,
            String name,
            String jobTitle,
            int score,
            boolean eligible,
            List<ScorePart> parts,
            List<MetSkill> requirements,
            List<String> blocks) {}

    record RankedPerson(int rank, UUID employee, String name) {}

    /** @param people most wanted first */
    record Ranking(List<RankedPerson> people) {}

    /**
     * @param people most wanted first
     * @param from what the caller read before: where it is otherwise by now, nothing is changed. Null where that is all the
     *     same
     */
    record NewRanking(
            @NotNull @Size(max = RankPeople.MOST) List<@NotNull UUID> people,
            @Size(max = RankPeople.MOST) List<@NotNull UUID> from) {}

    private final Postings postings;
    private final Matches matches;
    private final Applications applications;
    private final Directory directory;
    private final Requirements names;
    private final Clock clock;

    GigResource(
            Postings postings,
            Matches matches,
            Applications applications,
            Directory directory,
            Requirements names,
            Clock clock) {
        this.postings = postings;
        this.matches = matches;
        this.applications = applications;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /** Drafts a gig; nobody else sees it until it is published. */
    @PostMapping
    ResponseEntity<Created> draft(Caller caller, @Valid @RequestBody NewGig body) {
        UUID id = postings.draft(
                        caller,
                        body.title(),
                        body.description(),
                        body.hoursPerWeek(),
                        body.from(),
                        body.to(),
                        body.seats(),
                        names.read(body.requirements()),
                        body.terms() == null ? Terms.NONE : body.terms().terms())
                .value();
        return ResponseEntity.created(URI.create("/api/gigs/" + id)).body(new Created(id));
    }

    @PostMapping("/{id}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(Caller caller, @PathVariable UUID id) {
        postings.publish(caller, id);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable UUID id, @Valid @RequestBody Cancellation body) {
        postings.cancel(caller, id, body.reason());
    }

    /** Offers a seat to somebody, who need not have applied. */
    @PostMapping("/{id}/offers")
    ResponseEntity<Created> offer(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewOffer body) {
        var employee = new EmployeeId(body.employee());
        if (directory.person(employee).isEmpty()) {
            throw new InvalidField("employee", "there is no such person");
        }
        UUID application = applications.offerTo(caller, id, employee).value();
        return ResponseEntity.created(URI.create("/api/applications/" + application))
                .body(new Created(application));
    }

    /** The caller's own postings, newest first. */
    @GetMapping
    Page<GigItem> own(Caller caller, ListRequest asked) {
        Page<Gig> page = Page.ofRanked(postings.of(caller), asked, Gig::id);
        Map<UUID, String> skills = skills(page.items());
        return page.map(gig -> item(gig, skills));
    }

    @GetMapping("/{id}")
    GigItem one(Caller caller, @PathVariable UUID id) {
        Gig gig = postings.seen(caller, id);
        return item(gig, skills(List.of(gig)));
    }

    /** The people who may do it, best first; whoever has applied is among the applications. None without a must. */
    @GetMapping("/{id}/candidates")
    Page<CandidateItem> candidates(Caller caller, @PathVariable UUID id, ListRequest asked) {
        postings.seenWithCandidates(caller, id);
        Page<Candidate> page = Page.ofRanked(
                matches.candidatesFor(id),
                asked,
                candidate -> candidate.employee().value());
        Map<UUID, String> skills =
                names.in(page.items().stream().map(Candidate::fit).toList());
        var people =
                directory.persons(page.items().stream().map(Candidate::employee).toList());
        return page.map(candidate -> {
            var person = people.get(candidate.employee());
            return new CandidateItem(
                    candidate.employee().value(),
                    person == null ? "" : person.name(),
                    person == null ? "" : person.jobTitle(),
                    candidate.fit().score(),
                    candidate.fit().eligible(),
                    ScorePart.of(candidate.fit().parts()),
                    names.met(candidate.fit(), skills),
                    candidate.fit().blocks().stream().map(Block::because).toList());
        });
    }

    /** The people whom its manager wants most for it, most wanted first. They are not told. */
    @GetMapping("/{id}/ranking")
    Ranking ranking(Caller caller, @PathVariable UUID id) {
        List<EmployeeId> ranked =
                postings.ranked(caller, id).stream().map(EmployeeId::new).toList();
        var names = directory.names(ranked);
        var people = new ArrayList<RankedPerson>();
        for (EmployeeId person : ranked) {
            people.add(new RankedPerson(people.size() + 1, person.value(), names.getOrDefault(person, "")));
        }
        return new Ranking(people);
    }

    /** Takes the place of what was ranked before. Plans heed it, as far as the company's policy gives points for it. */
    @PutMapping("/{id}/ranking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rank(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewRanking body) {
        postings.rank(caller, id, body.people(), Optional.ofNullable(body.from()));
    }

    private Map<UUID, String> skills(Collection<Gig> gigs) {
        return names.of(gigs.stream()
                .flatMap(gig -> gig.requirements().stream())
                .map(requirement -> requirement.skill().value())
                .collect(Collectors.toSet()));
    }

    private GigItem item(Gig gig, Map<UUID, String> skills) {
        return new GigItem(
                gig.id(),
                gig.title(),
                gig.description(),
                gig.phase(LocalDate.now(clock)),
                gig.owner(),
                gig.hoursPerWeek(),
                gig.from(),
                gig.to(),
                gig.seats(),
                gig.seatsLeft(),
                names.asked(gig.requirements(), skills),
                GigTerms.of(gig.terms()));
    }
}
