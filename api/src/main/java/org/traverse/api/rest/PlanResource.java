package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.traverse.api.marketplace.PlanProgress;
import org.traverse.api.marketplace.PlanWatch;
import org.traverse.api.marketplace.Plans;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.mobility.PlanResult;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.planboard.PlanBoard;
import org.traverse.readmodel.planboard.PlanBoard.Plan;

/** Mobility plans: a scenario over some org units, what the matcher proposes for it, and what a person adopts. */
@RestController
@RequestMapping("/api/plans")
class PlanResource {
    record NewPlan(
            @Size(max = 120) String name,
            @NotEmpty @Size(max = 500) Set<@NotNull UUID> orgUnits) {}

    record Adoption(@NotEmpty @Size(max = 5000) List<@NotNull UUID> proposals) {}

    record Run(UUID run) {}

    /** @param state new, running, finished, stopped or failed */
    record PlanItem(
            UUID id,
            String name,
            List<UUID> orgUnits,
            String state,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt) {}

    /**
     * @param parts add up to the score
     * @param managersRank among all whom the gig's manager ranks today, whatever the run heeded; null where they do not
     * @param state proposed, adopted or offer_refused
     */
    record ProposalItem(
            UUID id,
            UUID gig,
            String title,
            int seat,
            UUID employee,
            String name,
            int score,
            List<PlanResult.Part> parts,
            Rank managersRank,
            String state,
            String reason) {}

    record EmptySeatItem(UUID gig, String title, int seat, String because) {}

    /** @param progress of the newest run; null before the first */
    record PlanWithResult(
            PlanItem plan,
            String state,
            String failure,
            PlanProgress.Progress progress,
            List<ProposalItem> proposals,
            List<EmptySeatItem> emptySeats) {}

    private final Plans plans;
    private final PlanBoard board;
    private final PlanProgress progress;
    private final PlanWatch watch;
    private final GigBoard gigs;
    private final Directory directory;

    PlanResource(
            Plans plans, PlanBoard board, PlanProgress progress, PlanWatch watch, GigBoard gigs, Directory directory) {
        this.plans = plans;
        this.board = board;
        this.progress = progress;
        this.watch = watch;
        this.gigs = gigs;
        this.directory = directory;
    }

    /** Plans for units the caller is HR business partner of, each with all below it. */
    @PostMapping
    ResponseEntity<Created> create(Caller caller, @Valid @RequestBody NewPlan body) {
        String name = body.name() == null || body.name().isBlank() ? "Mobility plan" : body.name();
        var units = body.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet());
        UUID id = plans.create(caller, name, units).value();
        return ResponseEntity.created(URI.create("/api/plans/" + id)).body(new Created(id));
    }

    @GetMapping
    Page<PlanItem> list(Caller caller, ListRequest asked) {
        return Page.ofRanked(plans.of(caller), asked, Plan::id).map(PlanResource::item);
    }

    @GetMapping("/{id}")
    PlanWithResult one(Caller caller, @PathVariable UUID id) {
        Plan plan = plans.seen(caller, id);
        var proposals = plans.proposals(id);
        var ranks = plans.ranks(caller, proposals);
        var empty = board.emptySeats(id);
        Map<UUID, String> titles = gigs
                .find(java.util.stream.Stream.concat(
                                proposals.stream().map(PlanBoard.Proposal::gig),
                                empty.stream().map(PlanBoard.EmptySeat::gig))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(GigBoard.Gig::id, GigBoard.Gig::title));
        var names = directory.names(proposals.stream()
                .map(proposal -> new EmployeeId(proposal.employee()))
                .collect(Collectors.toSet()));
        return new PlanWithResult(
                item(plan),
                word(plan.state()),
                plan.failure(),
                plan.run() == null ? null : progress.of(plan.run()).orElse(null),
                proposals.stream()
                        .map(proposal -> new ProposalItem(
                                proposal.id(),
                                proposal.gig(),
                                titles.getOrDefault(proposal.gig(), ""),
                                proposal.seat(),
                                proposal.employee(),
                                names.getOrDefault(new EmployeeId(proposal.employee()), ""),
                                proposal.score(),
                                proposal.parts(),
                                ranks.get(proposal.id()),
                                word(proposal.state()),
                                proposal.reason()))
                        .toList(),
                empty.stream()
                        .map(seat -> new EmptySeatItem(
                                seat.gig(), titles.getOrDefault(seat.gig(), ""), seat.seat(), seat.because()))
                        .toList());
    }

    /** Starts the matcher on the open seats and eligible people of the plan's units. */
    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run run(Caller caller, @PathVariable UUID id) {
        return new Run(plans.run(caller, id));
    }

    /** Ends the run under way and keeps what was found until then. */
    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void stop(Caller caller, @PathVariable UUID id) {
        plans.stop(caller, id);
    }

    /** Server-sent events: {@code progress} while better plans are found, then one {@code done}, and the stream ends. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Caller caller, @PathVariable UUID id) {
        plans.seen(caller, id);
        return watch.of(id, Function.identity());
    }

    @PostMapping("/{id}/proposals/{proposal}/adopt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void adopt(Caller caller, @PathVariable UUID id, @PathVariable UUID proposal) {
        plans.adopt(caller, id, List.of(proposal));
    }

    /** Adopts several proposals together: all of them or, when one cannot be adopted, none. */
    @PostMapping("/{id}/adopt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void adopt(Caller caller, @PathVariable UUID id, @Valid @RequestBody Adoption body) {
        plans.adopt(caller, id, body.proposals());
    }

    private static PlanItem item(Plan plan) {
        return new PlanItem(
                plan.id(),
                plan.name(),
                plan.orgUnits(),
                word(plan.state()),
                plan.createdAt(),
                plan.startedAt(),
                plan.finishedAt());
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
