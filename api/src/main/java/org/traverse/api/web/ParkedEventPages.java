package org.traverse.api.web;

import java.security.Principal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.eventstore.DroppedEvent;
import org.traverse.eventstore.ParkedEvent;
import org.traverse.eventstore.ParkedEvents;
import org.traverse.eventstore.ParkedEvents.Tried;

/** What could not be handled, for an administrator to look at, try again or give up. */
@Controller
class ParkedEventPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN = 50;

    private final ParkedEvents parked;
    private final Access access;

    ParkedEventPages(ParkedEvents parked, Access access) {
        this.parked = parked;
        this.access = access;
    }

    @GetMapping("/parked-events")
    String page(Caller caller, Model model) {
        access.mayTendParkedEvents(caller).enforce();
        List<ParkedEventsView.Group> groups = parked.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new ParkedEventsView.Group(group.getKey(), group.getValue()))
                .toList();
        model.addAttribute(
                "view",
                new ParkedEventsView(
                        parked.firsts("", 0, SHOWN).stream()
                                .map(ParkedEventPages::line)
                                .toList(),
                        parked.sequences(""),
                        groups,
                        parked.dropped(SHOWN).stream()
                                .map(ParkedEventPages::line)
                                .toList()));
        return "parked-events";
    }

    /** Asked for one by one: it may be personal. */
    @GetMapping("/parked-events/{id}/payload")
    String payload(Caller caller, @PathVariable UUID id, Model model) {
        access.mayTendParkedEvents(caller).enforce();
        model.addAttribute("payload", parked.payload(id).orElseThrow(() -> new Unknown("parked event")));
        return "payload";
    }

    @PostMapping("/parked-events/retry")
    String retryAll(Caller caller, @RequestParam String group, RedirectAttributes redirect) {
        access.mayTendParkedEvents(caller).enforce();
        return told(parked.retry(group, PATIENCE), redirect);
    }

    @PostMapping("/parked-events/{id}/retry")
    String retry(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        access.mayTendParkedEvents(caller).enforce();
        return told(parked.retry(id, PATIENCE), redirect);
    }

    @PostMapping("/parked-events/{id}/drop")
    String drop(
            Caller caller,
            Principal who,
            @PathVariable UUID id,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        access.mayTendParkedEvents(caller).enforce();
        parked.drop(id, who.getName(), reason);
        redirect.addFlashAttribute(Pages.NOTICE, "Given up. What waited for it is tried next.");
        return "redirect:/parked-events";
    }

    private static String told(Tried tried, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Pages.NOTICE,
                Words.count(tried.handled(), "event") + " handled, "
                        + (tried.failed() == 0 ? "none" : Words.number(tried.failed())) + " failed again.");
        return "redirect:/parked-events";
    }

    private static ParkedEventsView.Line line(ParkedEvent event) {
        return new ParkedEventsView.Line(
                event.id().toString(),
                event.group(),
                name(event.event()),
                event.stream(),
                event.number(),
                WHEN.format(event.parkedAt()),
                event.triedAt() == null
                        ? ""
                        : "Tried " + Words.count(event.tries(), "time") + ", the last on "
                                + WHEN.format(event.triedAt()),
                event.cause() == null ? "" : event.cause(),
                event.behind());
    }

    private static ParkedEventsView.Dropped line(DroppedEvent event) {
        return new ParkedEventsView.Dropped(
                event.group(),
                name(event.event()),
                event.stream(),
                event.number(),
                WHEN.format(event.droppedAt()),
                event.droppedBy(),
                event.reason());
    }

    private static String name(String event) {
        return event == null ? "An event that is not in the log" : event;
    }
}
