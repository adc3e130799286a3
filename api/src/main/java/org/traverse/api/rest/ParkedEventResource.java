package org.traverse.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.eventstore.DroppedEvent;
import org.traverse.eventstore.ParkedEvent;
import org.traverse.eventstore.ParkedEvents;
import org.traverse.eventstore.ParkedEvents.Tried;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;

/** Events that could not be handled, and those that wait behind them. For administrators. */
@RestController
@RequestMapping("/api/parked-events")
class ParkedEventResource {
    /**
     * @param group who could not handle it
     * @param event its stored name and revision
     * @param number its place in its stream
     * @param cause the kind of failure and where; never a value
     * @param behind how many events of the same sequence wait for it
     */
    record ParkedItem(
            UUID id,
            String group,
            String sequence,
            String event,
            String stream,
            long number,
            Instant parkedAt,
            Instant triedAt,
            int tries,
            String cause,
            long behind) {}

    /** @param payload as it is stored, which need not be JSON */
    record Payload(String event, String payload) {}

    record Group(@NotBlank @Size(max = 200) String group) {}

    record Dropping(@NotBlank @Size(max = 500) String reason) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final UUID NONE = new UUID(0, 0);

    private final ParkedEvents parked;
    private final Access access;

    ParkedEventResource(ParkedEvents parked, Access access) {
        this.parked = parked;
        this.access = access;
    }

    @Operation(
            summary = "The first event of each sequence that is held up, in the order of parking",
            description = "q is looked for in the names of groups.")
    @GetMapping
    Page<ParkedItem> list(Caller caller, ListRequest asked) {
        access.mayTendParkedEvents(caller).enforce();
        return Page.of(
                        parked.firsts(asked.q(), place(asked), asked.limit() + 1),
                        parked.sequences(asked.q()),
                        asked,
                        event -> String.valueOf(event.place()),
                        event -> NONE)
                .map(ParkedEventResource::item);
    }

    private static long place(ListRequest asked) {
        try {
            return asked.after().isEmpty() ? 0 : Long.parseLong(asked.key());
        } catch (NumberFormatException e) {
            throw new InvalidField("after", "is what the page before gave as next");
        }
    }

    @Operation(summary = "The newest dropped events, by whom and why")
    @GetMapping("/dropped")
    Page<DroppedEvent> dropped(Caller caller, ListRequest asked) {
        access.mayTendParkedEvents(caller).enforce();
        List<DroppedEvent> newest = parked.dropped(asked.limit());
        return new Page<>(newest, parked.droppedInAll(), null);
    }

    @GetMapping("/{id}")
    ParkedItem one(Caller caller, @PathVariable UUID id) {
        access.mayTendParkedEvents(caller).enforce();
        return item(find(id));
    }

    @Operation(summary = "What the event says, as it is stored; it may be personal")
    @GetMapping("/{id}/payload")
    Payload payload(Caller caller, @PathVariable UUID id) {
        access.mayTendParkedEvents(caller).enforce();
        ParkedEvent event = find(id);
        return new Payload(event.event(), parked.payload(id).orElseThrow(() -> new Unknown("event")));
    }

    @Operation(
            summary = "Tries every sequence of a group now, for at most 10 seconds",
            description = "Answers how many events were handled and how many sequences failed again.")
    @PostMapping("/retry")
    Tried retryAll(Caller caller, @Valid @RequestBody Group body) {
        access.mayTendParkedEvents(caller).enforce();
        return parked.retry(body.group(), PATIENCE);
    }

    @Operation(
            summary = "Tries the sequence of this event now, from its first event on, for at most 10 seconds",
            description = "Answers how many events were handled and whether one failed again. What is being tried by "
                    + "somebody else just now counts as neither.")
    @PostMapping("/{id}/retry")
    Tried retry(Caller caller, @PathVariable UUID id) {
        access.mayTendParkedEvents(caller).enforce();
        find(id);
        return parked.retry(id, PATIENCE);
    }

    @Operation(
            summary = "Gives up the first event of a sequence for good",
            description = "Its group never handles it; what follows it is tried next. Kept with who and why.")
    @PostMapping("/{id}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Caller caller, Principal who, @PathVariable UUID id, @Valid @RequestBody Dropping body) {
        access.mayTendParkedEvents(caller).enforce();
        find(id);
        parked.drop(id, who.getName(), body.reason());
    }

    private ParkedEvent find(UUID id) {
        return parked.find(id).orElseThrow(() -> new Unknown("parked event"));
    }

    private static ParkedItem item(ParkedEvent event) {
        return new ParkedItem(
                event.id(),
                event.group(),
                event.sequence(),
                event.event(),
                event.stream(),
                event.number(),
                event.parkedAt(),
                event.triedAt(),
                event.tries(),
                event.cause(),
                event.behind());
    }
}
