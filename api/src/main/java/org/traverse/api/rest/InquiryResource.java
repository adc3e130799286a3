package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.inquiry.Answer;
import org.traverse.api.inquiry.Inquiries.Inquiry;
import org.traverse.api.marketplace.PlanInquiries;
import org.traverse.api.security.Caller;

/** Questions about a finished run of a mobility plan, answered by running it again from the facts it was given. */
@RestController
@RequestMapping("/api/plans/{plan}")
class InquiryResource {
    record About(@NotNull UUID employee) {}

    /** @param state running, done, stopped or failed; @param employee null for a replay */
    record InquiryItem(
            UUID id, UUID run, UUID employee, String state, Instant askedAt, Instant endedAt, Answer answer) {}

    private final PlanInquiries inquiries;

    InquiryResource(PlanInquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** Runs the run again, the newest unless another is named, and compares the proposals with those of then. */
    @PostMapping("/replays")
    ResponseEntity<Created> replay(Caller caller, @PathVariable UUID plan, @RequestParam(required = false) UUID run) {
        return accepted(plan, inquiries.begin(caller, plan, Optional.ofNullable(run), Optional.empty()));
    }

    /** Finds out why somebody is not proposed, and the single change that would have them proposed. */
    @PostMapping("/explanations")
    ResponseEntity<Created> explain(
            Caller caller,
            @PathVariable UUID plan,
            @RequestParam(required = false) UUID run,
            @Valid @RequestBody About body) {
        return accepted(plan, inquiries.begin(caller, plan, Optional.ofNullable(run), Optional.of(body.employee())));
    }

    @GetMapping("/inquiries/{id}")
    InquiryItem one(Caller caller, @PathVariable UUID plan, @PathVariable UUID id) {
        Inquiry found = inquiries.seen(caller, plan, id);
        return new InquiryItem(
                id,
                found.run(),
                found.person(),
                found.state().name().toLowerCase(Locale.ROOT),
                found.askedAt(),
                found.endedAt(),
                found.answer());
    }

    @PostMapping("/inquiries/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void stop(Caller caller, @PathVariable UUID plan, @PathVariable UUID id) {
        inquiries.stop(caller, plan, id);
    }

    private static ResponseEntity<Created> accepted(UUID plan, UUID id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/plans/" + plan + "/inquiries/" + id))
                .body(new Created(id));
    }
}
