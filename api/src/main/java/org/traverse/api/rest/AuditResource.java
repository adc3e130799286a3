package org.traverse.api.rest;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.audit.AuditChain;
import org.traverse.audit.AuditHead;
import org.traverse.audit.AuditReport;
import org.traverse.audit.AuditVerifications;
import org.traverse.audit.AuditVerifications.Verification;

/** The audit chain: whether the log of events is what it was. For administrators. */
@RestController
@RequestMapping("/api/audit")
class AuditResource {
    /**
     * @param ok whether the log and its chain agree
     * @param events that are as they were linked, up to the first that is not
     * @param position of the last event, or of the first bad one
     * @param signed how many of the events a signed head vouches for
     * @param fault altered, missing, inserted, reordered, truncated, recomputed or untrusted; null when there is none
     * @param detail what is wrong there
     */
    record Result(boolean ok, long events, String position, long signed, String fault, String detail) {
        static Result of(AuditReport report) {
            return new Result(
                    report.isOk(),
                    report.events(),
                    report.position(),
                    report.signed(),
                    report.isOk() ? null : report.fault().name().toLowerCase(Locale.ROOT),
                    report.detail());
        }
    }

    /**
     * @param state running, done, stopped or failed
     * @param done of {@code total} events
     * @param result null until it is done
     */
    record VerificationItem(
            UUID id, String state, long done, long total, Instant askedAt, Instant endedAt, Result result) {}

    private final AuditChain chain;
    private final AuditVerifications verifications;
    private final Access access;
    private final Commands commands;

    AuditResource(AuditChain chain, AuditVerifications verifications, Access access, Commands commands) {
        this.chain = chain;
        this.verifications = verifications;
        this.access = access;
        this.commands = commands;
    }

    /** The newest signed end of the chain. A copy kept elsewhere proves later that nothing before it was changed. */
    @GetMapping("/head")
    AuditHead head(Caller caller) {
        access.mayAudit(caller).enforce();
        return chain.head().orElseThrow(() -> new Unknown("head: nothing has happened yet"));
    }

    /** Begins to verify the whole chain, also against a copy of a head if one is sent. One at a time. */
    @PostMapping("/verifications")
    ResponseEntity<Created> verify(Caller caller, @RequestBody(required = false) AuditHead copy) {
        access.mayAudit(caller).enforce();
        UUID id = commands.newId();
        verifications.begin(id, Optional.ofNullable(copy));
        return ResponseEntity.accepted()
                .location(URI.create("/api/audit/verifications/" + id))
                .body(new Created(id));
    }

    @GetMapping("/verifications/{id}")
    VerificationItem one(Caller caller, @PathVariable UUID id) {
        access.mayAudit(caller).enforce();
        return verifications.find(id).map(AuditResource::item).orElseThrow(() -> new Unknown("verification"));
    }

    /** Has no effect on one that has ended. */
    @PostMapping("/verifications/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void stop(Caller caller, @PathVariable UUID id) {
        access.mayAudit(caller).enforce();
        verifications.find(id).orElseThrow(() -> new Unknown("verification"));
        verifications.requestStop(id);
    }

    private static VerificationItem item(Verification found) {
        return new VerificationItem(
                found.id(),
                found.state(),
                found.done(),
                found.total(),
                found.askedAt(),
                found.endedAt(),
                Optional.ofNullable(found.result()).map(Result::of).orElse(null));
    }
}
