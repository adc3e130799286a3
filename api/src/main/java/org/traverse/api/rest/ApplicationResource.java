package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.security.Caller;
import org.traverse.application.RejectionCode;
import org.traverse.employee.EmployeeId;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.directory.Directory;

/** Applications: the caller's own, and those for gigs or of people the caller is responsible for. */
@RestController
@RequestMapping("/api/applications")
class ApplicationResource {
    /**
     * @param state applied, offered, accepted (seat and hours are being held), confirmed, declined, rejected, withdrawn
     * @param reason why it stands where it stands, where somebody gave one
     * @param answerBy the day by which the other side owes an answer; null when nobody does
     */
    record ApplicationItem(
            UUID id,
            UUID opportunity,
            String title,
            UUID employee,
            String name,
            String state,
            String reason,
            String note,
            LocalDate answerBy,
            Instant appliedAt,
            Instant changedAt) {}

    /** One step of where an application has been. */
    record StepItem(String state, String reason, Instant at) {}

    record ApplicationWithSteps(ApplicationItem application, List<StepItem> steps) {}

    /** @param code of the closed list, {@code OTHER} when left out; @param reason in words the person will read */
    record Rejection(
            RejectionCode code, @NotBlank @Size(max = 500) String reason) {}

    record Declining(@Size(max = 500) String reason) {}

    private final Applications applications;
    private final ApplicationBoard board;
    private final Directory directory;

    ApplicationResource(Applications applications, ApplicationBoard board, Directory directory) {
        this.applications = applications;
        this.board = board;
        this.directory = directory;
    }

    @GetMapping
    Page<ApplicationItem> list(Caller caller, ListRequest asked) {
        Page<Application> page = applications.seenBy(caller, asked);
        Map<EmployeeId, String> names = directory.names(page.items().stream()
                .map(application -> new EmployeeId(application.employee()))
                .collect(Collectors.toSet()));
        return page.map(application -> item(application, names));
    }

    @GetMapping("/{id}")
    ApplicationWithSteps one(Caller caller, @PathVariable UUID id) {
        Application application = applications.seen(caller, id);
        var names = directory.names(List.of(new EmployeeId(application.employee())));
        return new ApplicationWithSteps(
                item(application, names),
                board.timeline(id).stream()
                        .map(step -> new StepItem(word(step.state()), step.reason(), step.at()))
                        .toList());
    }

    @PostMapping("/{id}/offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(Caller caller, @PathVariable UUID id) {
        applications.offer(caller, id);
    }

    /** Says yes; seat and hours are then reserved, and the state becomes confirmed, or offered again with the reason. */
    @PostMapping("/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Caller caller, @PathVariable UUID id) {
        applications.accept(caller, id);
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(Caller caller, @PathVariable UUID id, @Valid @RequestBody(required = false) Declining body) {
        applications.decline(caller, id, body == null || body.reason() == null ? "" : body.reason());
    }

    @PostMapping("/{id}/reject")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection body) {
        applications.reject(caller, id, body.code() == null ? RejectionCode.OTHER : body.code(), body.reason());
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable UUID id) {
        applications.withdraw(caller, id);
    }

    private static ApplicationItem item(Application application, Map<EmployeeId, String> names) {
        return new ApplicationItem(
                application.id(),
                application.gig(),
                application.gigTitle(),
                application.employee(),
                names.getOrDefault(new EmployeeId(application.employee()), ""),
                word(application.state()),
                application.reason(),
                application.note(),
                application.answerBy(),
                application.appliedAt(),
                application.changedAt());
    }

    private static String word(ApplicationBoard.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
